import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';

const stemmers = new Map<string, (word: string) => string>([
  ['fr', french],
  ['en', english],
  ['es', spanish],
  ['ar', arabic],
  ['pt', portuguese],
]);

/** The stem of a plain word by the rules of a language; the word itself when it has none. */
function stem(word: string, language: string): string {
  const byRules = stemmers.get(language);
  // The words have no accents here, so the stemmer's accent rules do not apply: remove a final mute e and the x of « jeux ».
  const bare = language === 'fr' ? word.replace(/([aeo]u)x$/, '$1') : word;
  const left = byRules?.(bare) ?? bare;
  const kept = language === 'fr' && left.length > 3 ? left.replace(/e+$/, '') : left;
  // If the rules remove everything, keep the word.
  return kept || word;
}

const known = new Map<string, string[]>();
const MAX_KNOWN = 20_000;

/** Stems of a word of a document: by French rules, which are those of most queries, and by those of its language. */
export function stemsIn(word: string, language: string): string[] {
  const base = language.toLowerCase().split('-')[0]!;
  const name = `${base} ${word}`;
  let stems = known.get(name);
  if (!stems) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(name, (stems = [...new Set([stem(word, 'fr'), stem(word, base)])]));
  }
  return stems;
}

/** Stems of a query word under every language, because the language of a query is unknown. */
export const stemsOf = (word: string): string[] => [
  ...new Set([...stemmers.keys()].map((language) => stem(word, language))),
];
