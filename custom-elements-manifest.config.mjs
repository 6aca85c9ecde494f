/** The public face of the elements: what is private stays out of the docs made from it. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.events.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    {
      name: 'public-only',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            declaration.members = declaration.members?.filter(
              ({ privacy, name, static: isStatic }) => !privacy && !name.startsWith('#') && !isStatic,
            );
            declaration.attributes = declaration.attributes?.filter(({ name }) => Boolean(name));
          }
          module.declarations = module.declarations?.filter(({ customElement }) => customElement);
        }
        customElementsManifest.modules = customElementsManifest.modules.filter(
          (module) =>
            module.declarations?.length ||
            module.exports?.some(({ kind }) => kind === 'custom-element-definition'),
        );
      },
    },
  ],
};
