import type { SearchQuery, Term } from './search-query.js';
import { foldText } from './fold-text.js';
import { stemsOf } from './stems.js';
import { MAX_WORDS, wordsOf } from './words.js';

/** A word of the resources: in plain form, and as it is written. */
export interface VocabularyWord {
  word: string;
  shown: string;
}

const SHORTEST = 4;
/** A word whose spelling can be told: of letters alone, and not too short. */
const isSpelt = (word: string): boolean => word.length >= SHORTEST && /^\p{L}+$/u.test(word);
/** How many letters may be wrong: one in short words, two in long ones. */
export const maxEdits = (word: string): number => (word.length < 6 ? 1 : 2);

/** Of two spellings of a word the first, unless it alone lacks the accents: in capitals they are often left out. */
export const betterSpelt = (first: VocabularyWord | undefined, other: VocabularyWord): VocabularyWord =>
  first && (first.shown !== first.word || other.shown === other.word) ? first : other;

/** Words of a text for the vocabulary, each with its spelling. */
export function vocabularyOf(text: string): VocabularyWord[] {
  return wordsOf(text, MAX_WORDS)
    .filter(({ word }) => isSpelt(word))
    .map(({ word, start, end }) => {
      const written = text.slice(start, end).normalize('NFC').toLowerCase();
      return { word, shown: foldText(written) === word ? written : word };
    });
}

/** Words of a query that are mended: each costs a look at the vocabulary. */
const MAX_CORRECTED = 4;

/** The words of a query that a vocabulary could mend. */
export const correctableWords = ({ terms }: SearchQuery): string[] =>
  terms
    .map(({ word }) => word)
    .filter(isSpelt)
    .slice(0, MAX_CORRECTED);

const MAX_CONTAINING_WORDS = 8;

/** The same query, each word looked for inside longer ones as well: « diagnostic » in « autodiagnostic ». */
export function withContainingWords(
  query: SearchQuery,
  vocabulary: readonly VocabularyWord[],
): SearchQuery | undefined {
  let isWider = false;
  const terms = query.terms.map((term): Term => {
    if (term.word.length < SHORTEST) return term;
    const containingWords = vocabulary
      .map(({ word }) => word)
      .filter((word) => word !== term.word && word.includes(term.word))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(0, MAX_CONTAINING_WORDS);
    isWider ||= containingWords.length > 0;
    return { ...term, containingWords };
  });
  return isWider ? { ...query, terms } : undefined;
}

/** The text with each unknown word replaced by the closest known one; nothing when none is close. */
export function correctSpelling(
  text: string,
  query: SearchQuery,
  vocabulary: readonly VocabularyWord[],
): string | undefined {
  const wanted = new Set(correctableWords(query));
  let isMended = false;
  let result = '';
  let at = 0;
  for (const { word, start, end } of wordsOf(text)) {
    if (!wanted.has(word)) continue;
    const own = stemsOf(word);
    // Only words that begin alike can have a stem in common.
    const isKnown = vocabulary.some(
      (known) =>
        known.word.startsWith(word.slice(0, 3)) && stemsOf(known.word).some((stem) => own.includes(stem)),
    );
    const better = isKnown ? undefined : closest(word, vocabulary);
    if (!better) continue;
    result += text.slice(at, start) + better;
    at = end;
    isMended = true;
  }
  return isMended ? result + text.slice(at) : undefined;
}

function closest(word: string, vocabulary: readonly VocabularyWord[]): string | undefined {
  let best: { shown: string; far: number; word: string } | undefined;
  for (const known of vocabulary) {
    if (Math.abs(known.word.length - word.length) > maxEdits(word)) continue;
    const far = editDistance(word, known.word) + (known.word[0] === word[0] ? 0 : 0.5);
    if (far > maxEdits(word) + 0.5) continue;
    if (!best || far < best.far || (far === best.far && known.word < best.word)) best = { ...known, far };
  }
  return best?.shown;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = [0];
  while (last.length <= b.length) last.push(last.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
