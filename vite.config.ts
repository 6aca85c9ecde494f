import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { embedAliases } from './scripts/embed-aliases.mjs';
import { squeeze } from './scripts/vite-squeeze.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const banner = `/*! f3e-community-widgets ${version} | MIT | includes lit, BSD-3-Clause, Google LLC */`;
/** What searches in the browser holds stemmers. */
const folderBanner = `/*! f3e-community-widgets ${version} | MIT | includes @orama/stemmers, Apache-2.0 */`;

/** The classic script fetches what reads a folder of files from beside it, rather than holding it for everybody. */
const folderApart = (): Plugin => ({
  name: 'folder-apart',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/formats/json.js') ? '\0folder' : null),
  load: (id) =>
    id === '\0folder'
      ? `const here = () => document.querySelector('script[src*="/f3e.classic.js"]').src;
         export const answer = async (...asked) => (await import(/* @vite-ignore */ new URL('folder.js', here()).href)).answer(...asked);`
      : null,
});

const elements = readdirSync('src/elements').flatMap((name) =>
  [`src/elements/${name}/${name}.ts`, `src/elements/${name}/${name}.define.ts`].filter((file) =>
    existsSync(file),
  ),
);

/**
 * Old libraries replace `window.Event` and `window.Document`; the embed, lit included, uses the browser's own (HOSTS R13).
 */
const native = {
  Event: ['/src/internal/native.ts', 'NativeEvent'],
  Document: ['/src/internal/native.ts', 'NativeDocument'],
} as Record<string, [string, string]>;
for (const entry of Object.values(native)) entry[0] = `${process.cwd()}${entry[0]}`;

const modes = {
  /** For npm: one module per source file, lit outside. */
  npm: {
    outDir: 'dist',
    minify: false,
    lib: {
      formats: ['es'],
      entry: Object.fromEntries(
        ['src/index.ts', 'src/define.ts', ...elements].map((file) => [file.slice(4, -3), file]),
      ),
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@(?:lit|orama)\//],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  /** The embed as modules: a loader, and a chunk for what each element needs. */
  cdn: {
    outDir: 'dist/cdn',
    minify: 'oxc',
    lib: {
      formats: ['es'],
      entry: { f3e: 'src/f3e.ts', frame: 'src/frame.ts', folder: 'src/api/formats/json.ts' },
    },
    rolldownOptions: {
      transform: { inject: native },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        postBanner: ({ isEntry, name }: { isEntry: boolean; name: string }) =>
          isEntry ? (name === 'folder' ? folderBanner : banner) : '',
        codeSplitting: {
          groups: [
            {
              name: 'core',
              priority: 3,
              test: /node_modules\/(?!.*\/(directives\/|async-directive|directive(-helpers)?\.js))|src\/(api\/(client|read|api-error)|context\/(conf|settings\.)|controllers\/(?!focus|status)|internal\/(?!facet)[^/]+\.ts|i18n\/(format|strings|fr\/status))|runtime|src\/embed\//,
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
    outDir: 'dist/cdn',
    minify: 'oxc',
    lib: { formats: ['iife'], name: 'f3eWidgets', entry: { 'f3e.classic': 'src/f3e.classic.ts' } },
    rolldownOptions: {
      transform: { inject: native },
      output: { entryFileNames: '[name].js', codeSplitting: false, minify: true, postBanner: banner },
    },
  },
} as const;

export default defineConfig(({ mode }) => {
  const build = modes[mode as keyof typeof modes] ?? modes.npm;
  return {
    publicDir: false,
    ...(mode !== 'npm' && {
      plugins: [squeeze(), ...(mode === 'classic' ? [folderApart()] : [])],
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
