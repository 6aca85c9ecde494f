/**
 * Prints what a cold page fetches to show each element, in brotli bytes (quality 11), and fails above the limits of
 * package.json. It follows the static imports of what the loader asks for, as a browser does: the file of the first tag, and of
 * the others what comes beside it. With `--no-growth` it fails
 * above what was reached so far (`reachedKB`), which may only go down.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = 'dist/cdn';
if (!existsSync(join(folder, 'f3e.js'))) {
  console.error('Nothing is built yet: run “npm run build” first.');
  process.exit(1);
}
const { sizeLimits } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  sizeLimits: { name: string; tags: string[]; chunks?: string[]; kB: number; reachedKB: number }[];
};

const source = new Map<string, string>();
const read = (file: string) => {
  let text = source.get(file);
  if (text === undefined) source.set(file, (text = readFileSync(join(folder, file), 'utf8')));
  return text;
};
const sizeOf = (file: string) => brotliCompressSync(read(file)).length;

/** The file and all that it imports before it runs. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, next] of read(file).matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["']([^"']+)["']/g,
  )) {
    closure(normalize(join(dirname(file), next!)), found);
  }
  return found;
}

/** The file of a chunk that an element asks for by itself, by the beginning of its name. */
function fileOf(chunk: string, asking: Iterable<string>): string {
  for (const file of asking) {
    const found = new RegExp(`import\\(["'\`]([^"'\`]*/${chunk}-[^"'\`]+)`).exec(read(file));
    if (found) return normalize(join(dirname(file), found[1]!));
  }
  throw new Error(`there is no chunk ${chunk}`);
}

const noGrowth = process.argv.includes('--no-growth');
let failed = 0;
for (const { name, tags, chunks = [], kB: gate, reachedKB } of sizeLimits) {
  const kB = noGrowth ? reachedKB : gate;
  const files = closure('f3e.js');
  const [main, ...others] = tags.map((tag) => tag.replace('f3e-', ''));
  closure(`solo/${main}.js`, files);
  for (const other of others) closure(fileOf(`_f3e_${other}`, [...files]), files);
  for (const chunk of chunks) closure(fileOf(chunk, [...files]), files);
  const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  const over = bytes > kB * 1000;
  if (over) failed++;
  console.log(
    `${over ? 'OVER' : 'ok  '} ${name.padEnd(28)} ${(bytes / 1000).toFixed(2).padStart(6)} kB of ${kB} kB   ${[...files].map((file) => `${file.replace('chunks/', '')} ${sizeOf(file)}`).join(', ')}`,
  );
}
console.log(`${sizeLimits.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
