/** What stands in for lit in the embed: its own small copy of what the elements use of it (`src/embed/`). */
export const embedAliases = (root) => [
  { find: /^lit$/, replacement: `${root}/src/embed/lit.ts` },
  { find: /^lit\/decorators\.js$/, replacement: `${root}/src/embed/decorators.ts` },
  { find: /^lit\/directives\/.*$/, replacement: `${root}/src/embed/template.ts` },
];
