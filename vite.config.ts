import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const banner = `/*! f3e-community-widgets ${version} | MIT */`;
/** The file that searches a folder in the browser holds stemmers. */
const bannerWithStemmers = `/*! f3e-community-widgets ${version} | MIT | includes @orama/stemmers, Apache-2.0 */`;

const names = readdirSync('src/elements').filter((name) => existsSync(`src/elements/${name}/${name}.ts`));
const definition = (name: string) => `src/elements/${name}/${name}.define.ts`;

/** Old libraries replace these on host pages: the embed, lit included, uses the browser's own (H13). */
const inject = {
  Event: [`${process.cwd()}/src/dom/native-globals.ts`, 'NativeEvent'],
  Document: [`${process.cwd()}/src/dom/native-globals.ts`, 'NativeDocument'],
} as const;

/** What all elements use stands in one file, which a visit fetches once. */
const core =
  /node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element)\/(?!directives\/(?!guard))|oxc-project|src\/(?:context\/(?!settings-context)|controllers\/|dom\/(?!version)|ui\/(?!community\/|facet(?:-view|\.styles)|places-meter))|src\/contract\/(?:text-direction|typeset|zone-names)|src\/api\/(?:client|clock|read|request|paths|api-error|endpoint|identity|session-brief)\.ts|src\/i18n\/[^/]+\.ts|src\/i18n\/fr\/async-state\.ts|src\/icons\/(?:book-open|chevron-down|languages|lock)\.ts/;
/** Fetched later, when it is first wanted: no part of an element's file. */
const later = /\/(?:lazy|static-folder)\/|src\/api\/retry/;
/** The file of an element holds its folder, and what it alone uses of the others. */
const elementFiles: [file: string, sources: RegExp][] = [
  [
    'community-card',
    /src\/(?:elements\/community-card\/|ui\/community\/|api\/communities|i18n\/(?:catalogues|fr)\/communities)/,
  ],
  ['community-directory', /src\/elements\/community-directory\//],
  ['session-calendar', /src\/(?:elements\/session-calendar\/|api\/sessions)/],
  ['resource-list', /src\/(?:elements\/resource-list\/|api\/resources|search\/facets)/],
  ['forms', /src\/(?:elements\/[\w-]*forms?\b|forms\/|api\/forms)/],
];

/** Names by which the loader finds what it fetches at once; all else has the hash of its content. */
const chunkFileNames = ({
  name,
  facadeModuleId,
}: {
  name: string;
  facadeModuleId: string | null;
}): string => {
  const [, language, element] = /i18n\/(en|ar)\/([\w-]+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  if (language) return `words/${language}/${element}.js`;
  if (/lazy\/month-view/.test(facadeModuleId ?? '')) return 'elements/session-calendar-month.js';
  return name === 'core' ? 'core.js' : 'chunks/[name]-[hash:7].js';
};

const modes = {
  /** For npm: one module per source file, lit outside. */
  npm: {
    outDir: 'dist',
    minify: false,
    lib: {
      formats: ['es'],
      entry: Object.fromEntries(
        [
          'src/index.ts',
          'src/define.ts',
          ...names.flatMap((name) => [`src/elements/${name}/${name}.ts`, definition(name)]),
        ].map((file) => [file.slice(4, -3), file]),
      ),
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@(?:lit|orama)\//],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  /** The embed: the files that pages name. */
  loader: {
    outDir: 'dist/cdn',
    lib: {
      formats: ['es'],
      entry: { f3e: 'src/embed/loader.ts', frame: 'src/embed/iframe-height.ts' },
    },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash:7].js',
        minify: true,
        postBanner: banner,
      },
    },
  },
  /** Fetched on demand, and built alone: nothing that it shares with the loader costs the loader a request. */
  doctor: {
    outDir: 'dist/cdn',
    lib: { formats: ['es'], entry: { doctor: 'src/embed/doctor/doctor.ts' } },
    rolldownOptions: { output: { entryFileNames: '[name].js', minify: true, postBanner: banner } },
  },
  /** The embed: the files that the loader asks for, and those that elements fetch later. */
  elements: {
    outDir: 'dist/cdn',
    manifest: 'manifest.json',
    lib: {
      formats: ['es'],
      entry: {
        ...Object.fromEntries(
          names
            .filter((name) => !name.endsWith('-form'))
            .map((name) => [`elements/${name}`, definition(name)]),
        ),
        'elements/forms': 'src/elements/forms.define.ts',
      },
    },
    rolldownOptions: {
      // Nobody imports names from these files: no second file is needed to export them.
      preserveEntrySignatures: false,
      transform: { inject },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames,
        minify: true,
        postBanner: ({ name }: { name: string }) => (name === 'static-folder' ? bannerWithStemmers : banner),
        codeSplitting: {
          groups: [
            { name: 'core', test: (id: string) => core.test(id) && !later.test(id), priority: 1 },
            ...elementFiles.map(([file, sources]) => ({
              name: `elements/${file}`,
              test: (id: string) => sources.test(id) && !later.test(id),
            })),
          ],
        },
      },
    },
  },
  /** The embed as one classic script: modules here, which scripts/build.ts joins. */
  classic: {
    outDir: 'dist/classic',
    lib: { formats: ['es'], entry: { 'f3e.classic': 'src/embed/classic.ts' } },
    rolldownOptions: {
      transform: { inject },
      output: { entryFileNames: '[name].js', preserveModules: true, minify: true },
    },
  },
} as const;

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // Beside the files, but not named in them: the comment would be paid for by every visitor.
    sourcemap: 'hidden',
    modulePreload: false,
    reportCompressedSize: false,
    ...(modes[mode as keyof typeof modes] ?? modes.npm),
  } as never,
}));
