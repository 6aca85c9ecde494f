/**
 * What each folder may import (docs/requirements.md, “Layers”), and no circle anywhere, imports of types included.
 * `npm run check` fails on both.
 */
const lit = 'node_modules/(lit|@lit/reactive-element|lit-html|lit-element)/';
const typesOfContract = { types: ['^src/contract/'] };

/** Files and packages that a folder may import; of those under `types`, types only. */
const layers = {
  contract: { from: '^src/contract/', may: ['^src/contract/', 'node_modules/zod/'] },
  search: {
    from: '^src/search/',
    may: ['^src/search/', 'node_modules/@orama/stemmers/'],
    ...typesOfContract,
  },
  // One zone calculator serves the static folder, the calendar and the server.
  api: {
    from: '^src/api/',
    may: ['^src/api/', '^src/search/', '^src/contract/time-zone'],
    ...typesOfContract,
  },
  // Phrases are typed by the codes that they translate.
  i18n: {
    from: '^src/i18n/',
    may: ['^src/i18n/', '^src/contract/(text-direction|typeset|zone-names)'],
    types: ['^src/(contract|api)/'],
  },
  context: {
    from: '^src/context/',
    may: ['^src/context/', 'node_modules/@lit/context/'],
    types: ['^src/api/'],
  },
  controllers: {
    from: '^src/controllers/',
    may: ['^src/(controllers|api|i18n|context|dom)/', lit],
    ...typesOfContract,
  },
  dom: { from: '^src/dom/', may: ['^src/dom/', lit] },
  // Signs as paths: nothing but text.
  icons: { from: '^src/icons/', may: ['^src/icons/'], ...typesOfContract },
  ui: { from: '^src/ui/', may: ['^src/(ui|dom|i18n|icons)/', lit], types: ['^src/(api|contract)/'] },
  forms: {
    from: '^src/forms/',
    may: ['^src/(forms|api|i18n|controllers|dom|ui|icons)/', lit],
    ...typesOfContract,
  },
  // What is wrong with a page: judged alike by the page itself and by the server that reads it.
  doctor: { from: '^src/doctor/', may: ['^src/doctor/', '^src/contract/element-names'] },
  embed: {
    from: '^src/embed/',
    may: ['^src/(embed|api|context|elements|dom|doctor)/', '^src/contract/(element-names|hosted-pages)'],
  },
  server: {
    from: '^server/',
    may: ['^server/', '^src/(contract|search|icons|doctor)/', 'node_modules/', '^[a-z_/]+$'],
  },
  stories: {
    from: '^stories/',
    may: ['^stories/', '^src/(index|define)\\.ts$', '^test/support/', lit, 'node_modules/'],
  },
};

const layerRules = Object.entries(layers).flatMap(([name, { from, may, types = [] }]) => [
  {
    name: `${name} imports what it may`,
    severity: 'error',
    from: { path: from },
    to: { pathNot: [...may, ...types] },
  },
  ...(types.length
    ? [
        {
          name: `${name} imports types only of these`,
          severity: 'error',
          from: { path: from },
          to: { path: types, pathNot: may, dependencyTypesNot: ['type-only'] },
        },
      ]
    : []),
]);

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'elements import no other element',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: {
        pathNot: [
          '^src/elements/$1/',
          '^src/(forms|ui|api|search|i18n|icons|context|controllers|dom|contract)/',
          lit,
          'node_modules/@lit/context/',
        ],
      },
    },
    {
      name: 'elements run nothing of the contract but its time zones',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: { path: '^src/contract/(?!time-zone)', dependencyTypesNot: ['type-only'] },
    },
    // Rooms of the server (docs/requirements.md, “Layers”): shared, db and i18n below the features, http above them.
    {
      name: 'what is below the features imports none of them',
      severity: 'error',
      from: { path: '^server/(shared|db|i18n)/' },
      to: { path: '^server/', pathNot: '^server/(shared|db|i18n)/' },
    },
    {
      name: 'services, repositories and serializers know no HTTP',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: [
          '^server/http/',
          '^server/(main|start-server)',
          'routes\\.tsx?$',
          'responses\\.ts$',
          'pages\\.tsx?$',
        ],
      },
      // What draws pages and mails writes HTML; it knows nothing of requests.
      to: {
        path: '^server/http/|node_modules/(@hono|hono)/',
        pathNot: [
          'node_modules/hono/dist/types/(jsx|helper/html|utils/html)',
          'node_modules/hono/dist/(jsx|helper/html|utils/html)',
        ],
      },
    },
    {
      name: 'a feature reaches another through its service, repository or serializer',
      severity: 'error',
      from: {
        path: '^server/(communities|sessions|resources|organisations|submissions|mail|privacy|security)/',
      },
      to: {
        path: '^server/(communities|sessions|resources|organisations|mail|privacy|security)/.*routes\\.tsx?$',
        pathNot: '^server/$1/|page-routes',
      },
    },
    {
      name: 'migrations are frozen: they import nothing of the application',
      severity: 'error',
      from: { path: '^server/db/migrations/' },
      to: { pathNot: '^server/db/migrations/' },
    },
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // With imports of types: a circle of types is a circle.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
