/**
 * Prints what a cold page fetches to show each element, in brotli bytes (quality 11), and fails above the limits of
 * package.json. It follows the static imports of what the loader asks for, as a browser does. With `--no-growth` it fails
 * above what was reached so far (`reachedKB`), which may only go down.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** The chunk that the loader asks for when it meets a tag. */
function chunkOf(tag: string): string {
  const asked = new RegExp(
    `["'\`]${tag}["'\`],\\s*\\(\\)\\s*=>\\s*import\\(["'\`](?<chunk>[^"'\`]+)["'\`]\\)`,
  ).exec(read('f3e.js'));
  if (!asked?.groups?.['chunk']) throw new Error(`the loader does not know <${tag}>`);
  return normalize(asked.groups['chunk']);
}

/** The file of a chunk that an element asks for by itself, by the beginning of its name. */
function fileOf(chunk: string): string {
  const found = readdirSync(join(folder, 'chunks')).find(
    (name) => name.startsWith(`${chunk}-`) && name.endsWith('.js'),
  );
  if (!found) throw new Error(`there is no chunk ${chunk}`);
  return join('chunks', found);
}

const noGrowth = process.argv.includes('--no-growth');
let failed = 0;
for (const { name, tags, chunks = [], kB: gate, reachedKB } of sizeLimits) {
  const kB = noGrowth ? reachedKB : gate;
  const files = closure('f3e.js');
  for (const tag of tags) closure(chunkOf(tag), files);
  for (const chunk of chunks) closure(fileOf(chunk), files);
  const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
  const over = bytes > kB * 1000;
  if (over) failed++;
  console.log(
    `${over ? 'OVER' : 'ok  '} ${name.padEnd(28)} ${(bytes / 1000).toFixed(2).padStart(6)} kB of ${kB} kB   ${[...files].map((file) => `${file.replace('chunks/', '')} ${sizeOf(file)}`).join(', ')}`,
  );
}
console.log(`${sizeLimits.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
