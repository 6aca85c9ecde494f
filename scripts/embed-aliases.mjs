/** What stands in for lit in the embed: its own small copy of what the elements use of it. */
export const standIns = [
  [/^lit$/, 'src/embed/lit.ts'],
  [/^lit\/decorators\.js$/, 'src/embed/decorators.ts'],
  [/^lit\/directives\/.*$/, 'src/embed/directives.ts'],
];

/** The same, as a bundler's aliases. */
export const embedAliases = (root) =>
  standIns.map(([find, file]) => ({ find, replacement: `${root}/${file}` }));
