import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { embedAliases } from './scripts/embed-aliases.mjs';
import { staticImports } from './scripts/static-imports.js';
import { elementEntries, facade, folderApart, pageOf, withoutFacade } from './scripts/vite-entries.js';
import { squeeze } from './scripts/vite-squeeze.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const banner = `/*! f3e-community-widgets ${version} | MIT */`;
/** What searches in the browser holds stemmers. */
const folderBanner = `/*! f3e-community-widgets ${version} | MIT | includes @orama/stemmers, Apache-2.0 */`;

const names = readdirSync('src/elements');
const definitions = names.flatMap((name) =>
  [`src/elements/${name}/${name}.ts`, `src/elements/${name}/${name}.define.ts`].filter((file) =>
    existsSync(file),
  ),
);

/**
 * Old libraries replace `window.Event`; the embed uses the browser's own (HOSTS R13).
 */
const native = { Event: [`${process.cwd()}/src/internal/native.ts`, 'NativeEvent'] };

const embed = { outDir: 'dist/cdn', minify: 'oxc' } as const;
const output = {
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash:7].js',
  minify: true,
  postBanner: ({ isEntry, name }: { isEntry: boolean; name: string }) =>
    isEntry ? (name === 'folder' ? folderBanner : banner) : '',
};

const modes = {
  /** For npm: one module per source file, lit outside. */
  npm: {
    outDir: 'dist',
    minify: false,
    lib: {
      formats: ['es'],
      entry: Object.fromEntries(
        ['src/index.ts', 'src/define.ts', ...definitions].map((file) => [file.slice(4, -3), file]),
      ),
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@(?:lit|orama)\//],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  /** The embed as modules: what pages name. */
  loader: {
    ...embed,
    lib: { formats: ['es'], entry: { f3e: 'src/f3e.ts', watch: 'src/start.ts', frame: 'src/frame.ts' } },
    rolldownOptions: { output },
  },
  /** What the loader asks for where several kinds of elements are on a page: what they share stands in files of its own. */
  elements: {
    ...embed,
    lib: {
      formats: ['es'],
      entry: {
        ...Object.fromEntries(names.map((name) => [`elements/${name}`, `${pageOf}${name}`])),
        folder: 'src/api/formats/json.ts',
      },
    },
    rolldownOptions: {
      transform: { inject: native },
      output: {
        ...output,
        codeSplitting: {
          groups: [
            {
              name: 'core',
              priority: 3,
              test: /src\/(api\/(client|read|api-error)|context\/(conf|settings\.)|controllers\/(?!focus|status)|internal\/(?!facet)[^/]+\.ts|i18n\/(format|strings|fr\/status)|embed\/)|runtime/,
              minShareCount: 2,
            },
            {
              name: 'facets',
              priority: 2,
              test: /src\/(controllers\/(focus|status)|internal\/facet)/,
              minShareCount: 2,
            },
            { name: 'session', priority: 2, test: /src\/i18n\/(dates|fr\/session)\.ts/ },
          ],
        },
      },
    },
  },
  /** The embed as one classic script, for where modules cannot go. */
  classic: {
    ...embed,
    lib: { formats: ['iife'], name: 'f3eWidgets', entry: { 'f3e.classic': 'src/f3e.classic.ts' } },
    rolldownOptions: {
      transform: { inject: native },
      output: { entryFileNames: '[name].js', codeSplitting: false, minify: true, postBanner: banner },
    },
  },
} as const;

/** One kind of element in one file, for the pages that have no other: smaller together, and a round trip less. */
const solo = (name: string) => {
  const files = new Set([`\0${pageOf}${name}`, `\0f3e:${name}`]);
  for (const file of [`elements/${name}/${name}`, 'context/configure', 'internal/define', 'start'])
    staticImports(`src/${file}.ts`, files);
  return {
    ...embed,
    lib: { formats: ['es'], entry: { [name]: `${pageOf}${name}` } },
    rolldownOptions: {
      transform: { inject: native },
      output: {
        minify: true,
        entryFileNames: facade,
        chunkFileNames: ({ name: chunk }: { name: string }) =>
          chunk === 'solo' ? `solo/${name}.js` : output.chunkFileNames,
        codeSplitting: { groups: [{ name: 'solo', test: (id: string) => files.has(id) }] },
      },
    },
  };
};

export default defineConfig(({ mode }) => {
  const [kind, name] = mode.split(':');
  const build = name ? solo(name) : (modes[kind as keyof typeof modes] ?? modes.npm);
  const here = {
    classic: `document.querySelector('script[src*="/f3e.classic.js"]').src`,
    solo: `new URL(/* @vite-ignore */ '..', import.meta.url)`,
  }[kind!];
  return {
    publicDir: false,
    ...(mode !== 'npm' && {
      plugins: [
        squeeze(),
        elementEntries(kind === 'solo'),
        withoutFacade(),
        ...(here ? [folderApart(here)] : []),
      ],
      resolve: { alias: embedAliases(process.cwd()) },
    }),
    build: {
      target: 'es2022',
      emptyOutDir: false,
      // Beside the files, but not named in them: the comment would be paid for by every visitor.
      sourcemap: 'hidden',
      modulePreload: false,
      reportCompressedSize: false,
      ...build,
    } as never,
  };
});
