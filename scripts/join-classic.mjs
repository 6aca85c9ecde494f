import { existsSync, readFileSync } from 'node:fs';
import { rollup } from 'rollup';

/**
 * Joins the modules of the classic script into one file. By Rollup: it joins modules without walking objects by `for…in`,
 * which a polluted `Object.prototype` on a host page would break (X08).
 */
export async function joinClassic() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bundle = await rollup({
    input: 'dist/classic/f3e.classic.js',
    plugins: [
      {
        name: 'with-maps',
        load: (id) => ({
          code: readFileSync(id, 'utf8'),
          map: existsSync(`${id}.map`) ? readFileSync(`${id}.map`, 'utf8') : null,
        }),
      },
    ],
  });
  await bundle.write({
    file: 'dist/cdn/f3e.classic.js',
    format: 'iife',
    inlineDynamicImports: true,
    compact: true,
    sourcemap: 'hidden',
    banner: `/*! f3e-community-widgets ${version} | MIT | includes @orama/stemmers, Apache-2.0 */`,
  });
}
