/**
 * How many pairs of forms of one word find each other, in both directions, over the French word list of Debian (package
 * `wfrench`): `npm run bench -- french-stems`. `WORDS` names another list, a word a line.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { documentOf, holds, matchExpressionOf, parseSearchQuery } from '../src/search/index.js';

const LIST = process.env['WORDS'] ?? '/usr/share/dict/french';

/** Endings of two forms of a word, and how many pairs must find each other. */
const kinds: readonly { name: string; from: RegExp; to: string; least: number }[] = [
  { name: '-s', from: /(?<=[a-zéèêïôû]{3})(?<![sxz])$/, to: 's', least: 0.97 },
  { name: '-al, -aux', from: /al$/, to: 'aux', least: 0.97 },
  { name: '-eux, -euse', from: /eux$/, to: 'euse', least: 0.97 },
  { name: '-é, -ée', from: /é$/, to: 'ée', least: 0.97 },
  { name: '-er, -ère', from: /er$/, to: 'ère', least: 0.8 },
];
/** Pairs of each kind that are tried, spread over the list. */
const MOST = 20_000;

const none = { communities: new Map<string, string[]>(), themes: new Map<string, string[]>() };
const documentWith = (word: string) =>
  documentOf(
    {
      ...{ id: 'x', title: word, year: null, publishedAt: null, kind: 'guide', collection: null },
      ...{ communities: [], themes: [], language: 'fr', url: null, publisher: '', access: 'public' },
      ...{ format: '', bytes: null, accessibleUrl: null, summary: '' },
    },
    none,
  );
/** The word is followed by a space: nobody is typing it any more. */
const finds = (asked: string, written: string): boolean =>
  holds(documentWith(written), matchExpressionOf(parseSearchQuery(`${asked} `)));

export async function benchFrenchStems(): Promise<void> {
  if (!existsSync(LIST)) {
    console.log(`There is no word list at ${LIST}: install the package wfrench, or set WORDS.`);
    return;
  }
  const words = [...new Set((await readFile(LIST, 'utf8')).split('\n'))].filter((word) =>
    /^\p{Ll}{3,}$/u.test(word),
  );
  const known = new Set(words);
  console.log(
    `Pairs of forms that find each other (${words.length.toLocaleString('en')} words of ${LIST})\n`,
  );
  for (const { name, from, to, least } of kinds) {
    const all = words
      .filter((word) => from.test(word))
      .map((word) => [word, word.replace(from, to)] as const)
      .filter(([, other]) => known.has(other));
    const step = Math.max(1, Math.ceil(all.length / MOST));
    const pairs = all.filter((_, i) => i % step === 0);
    const found = pairs.filter(([one, other]) => finds(one, other) && finds(other, one));
    const plain = pairs.filter(
      ([one, other]) => finds(unaccented(one), other) && finds(unaccented(other), one),
    );
    const share = (some: readonly unknown[]) => `${((100 * some.length) / pairs.length).toFixed(1)} %`;
    const verdict = found.length / pairs.length >= least ? '' : `  MISSED: ${least * 100} %`;
    console.log(
      `${name.padEnd(12)} ${String(pairs.length).padStart(6)} pairs  ${share(found).padStart(7)}  typed without accents ${share(plain).padStart(7)}${verdict}`,
    );
  }
}

const unaccented = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
