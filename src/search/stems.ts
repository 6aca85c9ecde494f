import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { foldText } from './fold-text.js';

const stemmers = new Map<string, (word: string) => string>([
  ['fr', french],
  ['en', english],
  ['es', spanish],
  ['ar', arabic],
  ['pt', portuguese],
]);

/** The stem of a word by the rules of a language; the word itself when it has none, or they leave nothing. */
const stem = (word: string, language: string): string => stemmers.get(language)?.(word) || word;

/** Without the mute e in which French stems may still end. */
const withoutE = (left: string): string => (left.length > 3 ? left.replace(/e+$/, '') || left : left);

/**
 * Stems of a French word. The rules need the accents (« première » is « premier », « formée » is « formé »), and people
 * leave them out: each way of writing is stemmed, and the endings that always have one. The rules know « nationaux » but not « jeux ».
 */
function frenchStems(word: string, written: string): string[] {
  const accented = word.replace(/ere(?=s?$)/, 'ère').replace(/ee(?=s?$)/, 'ée');
  const forms = [word, written, accented].map((form) => foldText(stem(form, 'fr')));
  if (/[aeo]ux$/.test(word)) forms.push(stem(word.slice(0, -1), 'fr'));
  return forms.map((left) => withoutE(left.replace(/[^\p{L}\p{N}]/gu, '')) || word);
}

/** Stems of a word by the rules of a language. `written` is the word with its accents. */
const stemsBy = (language: string, word: string, written: string): string[] =>
  language === 'fr' ? frenchStems(word, written) : [stem(word, language)];

const known = new Map<string, string[]>();
const MAX_KNOWN = 20_000;

/**
 * Stems of a word of a document: by French rules, which are those of most queries, and by those of its language. `written`
 * is the word with its accents.
 */
export function stemsIn(word: string, language: string, written = word): string[] {
  const base = language.toLowerCase().split('-')[0]!;
  const name = `${base} ${written} ${word}`;
  let stems = known.get(name);
  if (!stems) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(name, (stems = [...new Set(['fr', base].flatMap((rules) => stemsBy(rules, word, written)))]));
  }
  return stems;
}

/** Stems of a query word under every language, because the language of a query is unknown. */
export const stemsOf = (word: string, written = word): string[] => [
  ...new Set([...stemmers.keys()].flatMap((language) => stemsBy(language, word, written))),
];
