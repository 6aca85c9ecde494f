import { defineConfig, type Plugin } from 'vite';

/** With EMBED=on the stories show the built embed in place of the modules: a test compares their text. */
const embed: Plugin = {
  name: 'embed',
  enforce: 'pre',
  resolveId: (id) => (/src\/define\.js$/.test(id) ? '\0embed' : undefined),
  load: (id) =>
    id === '\0embed'
      ? `document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/v1/f3e.js' }));`
      : undefined,
};

export default defineConfig({
  build: { target: 'es2022', chunkSizeWarningLimit: 4_000 },
  plugins: process.env['EMBED'] === 'on' ? [embed] : [],
});
