/** One process of `npm run test:unit`: the files named, one after the other. */
// It gives zod a method that the routes use: schemas that are made before it came would lack it.
import '@hono/zod-openapi';

for (const file of process.argv.slice(2)) await import(new URL(`../${file}`, import.meta.url).href);
