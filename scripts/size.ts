/**
 * Prints what a cold visitor fetches to see each element, in French and in English: bytes (brotli, quality 11) and requests,
 * the data included, and the bytes of a visit of four pages that fetches each file once. Fails above the gates of
 * `sizeGates` in package.json and above what was reached so far (`reached`), which may only go down; with `--no-growth`
 * above the latter only. `--files` names the files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = 'dist/cdn';
if (!existsSync(join(folder, 'manifest.json'))) {
  console.error('Nothing is built yet: run “npm run build” first.');
  process.exit(1);
}

type Language = 'fr' | 'en';
/** One figure a language. */
type Figures = Record<Language, number>;
interface Gate {
  name: string;
  /** Files of `dist/cdn/elements/` that the pages ask for, one a page. */
  elements: string[];
  /** Source files of parts that are fetched at once besides. */
  parts?: string[];
  kB: number;
  reached: Figures;
  /** Requests before content; not counted for a visit. */
  requests?: Figures;
}
interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const { sizeGates } = JSON.parse(readFileSync('package.json', 'utf8')) as { sizeGates: Gate[] };
const chunks = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
const keyOf = (file: string) => Object.keys(chunks).find((key) => chunks[key]!.file === file)!;

const bytes = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length;

/** A chunk and all that it imports before it runs. */
function closure(key: string, found = new Set<string>()): Set<string> {
  const chunk = chunks[key];
  if (!chunk) throw new Error(`the build has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) closure(next, found);
  return found;
}

function filesOf(gate: Gate, language: Language): Set<string> {
  const files = new Set(['f3e.js']);
  closure(keyOf('core.js'), files);
  for (const element of gate.elements) {
    for (const file of closure(keyOf(`elements/${element}.js`))) {
      files.add(file);
      const words = chunks[keyOf(file)]!.dynamicImports ?? [];
      for (const key of words) if (key.startsWith(`src/i18n/${language}/`)) files.add(chunks[key]!.file);
    }
  }
  for (const part of gate.parts ?? []) closure(part, files);
  return files;
}

const hasGates = !process.argv.includes('--no-growth');
let failed = 0;
const verdict = (isOver: boolean) => {
  if (isOver) failed++;
  return isOver ? 'OVER' : 'ok  ';
};
for (const gate of sizeGates) {
  for (const language of ['fr', 'en'] as const) {
    const files = filesOf(gate, language);
    const kB = [...files].reduce((sum, file) => sum + bytes(file), 0) / 1000;
    const requests = files.size + 1;
    const mostRequests = gate.requests?.[language] ?? Infinity;
    const isOver = kB > gate.reached[language] || (hasGates && (kB > gate.kB || requests > mostRequests));
    console.log(
      `${verdict(isOver)} ${gate.name.padEnd(26)} ${language} ${kB.toFixed(2).padStart(6)} kB, gate ${gate.kB}, reached ${gate.reached[language]}` +
        (gate.requests ? `; ${requests} requests, gate ${mostRequests}` : ''),
    );
    if (process.argv.includes('--files'))
      for (const file of files) console.log(`       ${bytes(file)} ${file}`);
  }
}
console.log(`${sizeGates.length * 2 - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
