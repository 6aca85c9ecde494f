import { stemsOf } from './stems.js';
import { wordsOf } from './words.js';

/** Where words of a resource stand, from what says most of it to what says least. */
export type Zone = 'title' | 'keys' | 'summary';
const TITLE: readonly Zone[] = ['title'];
const NAMED: readonly Zone[] = ['title', 'keys'];
export const ZONES: readonly Zone[] = ['title', 'keys', 'summary'];

/** What a resource must hold, for a database or for a page to look for. */
export type MatchExpression =
  | { all: readonly MatchExpression[] }
  | { any: readonly MatchExpression[] }
  | { stem: string; zones: readonly Zone[] }
  | { word: string; zones: readonly Zone[] }
  | { prefix: string; zones: readonly Zone[] }
  | { phrase: readonly string[]; zones: readonly Zone[] };

/** A word that is looked for. */
export interface Term {
  word: string;
  stems: readonly string[];
  /** Words that hold it, found in the vocabulary when nothing else was. */
  containingWords: readonly string[];
  /** It may be the beginning of a longer word: somebody is typing it. */
  isBegun: boolean;
}

/** What somebody typed, understood. */
export interface SearchQuery {
  terms: readonly Term[];
  /** One of the words may be missing. */
  isLoose?: boolean;
  phrases: readonly (readonly string[])[];
  /** All its words as they follow one another, to find them so in a title. */
  order: readonly string[];
}

const MAX_WORDS = 12;
const MAX_LETTERS = 200;

/** Words that say nothing of what is looked for: in French, and a few of other languages. */
const empty = new Set(
  (
    'a afin ai alors an and au aux avec bien c ca ce ces cet cette ceux chez ci comme comment d dans de des du elle elles ' +
    'el en entre es est et etre eux faire faut for how i il ils j je l la las le les leur leurs los lui m ma mais me meme ' +
    'mes mon n ne nos notre nous o of on ont or ou par pas peut plus pour pourquoi qu quand que quel quelle quelles quels ' +
    'qui quoi s sa sans se ses si sont sous sur t ta te tes the to tous tout toute toutes tres tu un une unes uns vers ' +
    'vos votre vous what with y'
  ).split(' '),
);

/** Parses the text that a reader typed. Only quotes have a meaning; everything else is taken as words (S14). */
export function parseSearchQuery(text: string): SearchQuery {
  const asked = text.slice(0, MAX_LETTERS).normalize('NFC');
  const phrases: string[][] = [];
  const rest = asked.replace(/["“”«»]([^"“”«»]+)["“”«»]/gu, (_, inner: string) => {
    const phrase = wordsOf(inner, MAX_WORDS).map(({ word }) => word);
    if (phrase.length) phrases.push(phrase);
    return ' ';
  });
  const found = wordsOf(rest, MAX_WORDS);
  const useful = found.filter(({ word }) => !empty.has(word) && (word.length > 1 || /\d/.test(word)));
  const kept = useful.length || phrases.length ? useful : found;
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(rest);
  return {
    terms: kept.map(({ word, written, others }, i) => {
      // « auto diagnostic » is « autodiagnostic » too.
      const before = kept[i - 1]?.word;
      const after = kept[i + 1]?.word;
      const forms = [...others, ...(before ? [before + word] : []), ...(after ? [word + after] : [])];
      return {
        word,
        stems: [...new Set([...stemsOf(word, written), ...forms.flatMap((form) => stemsOf(form))])],
        containingWords: [],
        isBegun: isOpen && word.length > 1 && found[found.length - 1]?.word === word && i === kept.length - 1,
      };
    }),
    phrases,
    // « l’écologie » is « écologie ».
    order: found.map(({ word }) => word).filter((word, i) => i > 0 || word.length > 1),
  };
}

export const isEmptySearchQuery = ({ terms, phrases }: SearchQuery): boolean =>
  !terms.length && !phrases.length;

const phrasesIn = ({ phrases }: SearchQuery): MatchExpression[] =>
  phrases.map((phrase) => ({ phrase, zones: ZONES }));

const held = ({ word, stems, containingWords, isBegun }: Term, zones: readonly Zone[]): MatchExpression => ({
  any: [
    ...stems.map((stem) => ({ stem, zones })),
    ...containingWords.map((holder) => ({ word: holder, zones })),
    ...(isBegun ? [{ prefix: word, zones }] : []),
  ],
});

/** What a resource must hold to be found: every word, in any form and anywhere, and every phrase. */
export function matchExpressionOf(query: SearchQuery): MatchExpression {
  const words = query.terms.map((term) => held(term, ZONES));
  if (!query.isLoose) return { all: [...words, ...phrasesIn(query)] };
  const allButOne = words.map((_, out) => ({ all: words.filter((_word, i) => i !== out) }));
  return { all: [{ any: allButOne }, ...phrasesIn(query)] };
}

/** The same query with one word optional; undefined for a single word. */
export const withOneOptionalWord = (query: SearchQuery): SearchQuery | undefined =>
  query.terms.length > 1 ? { ...query, isLoose: true } : undefined;

/**
 * Ranking levels, best first: the exact phrase in the title, every exact word in the title, every word in any form in the
 * title, then in the title, theme or community names. Other matches come last.
 */
export function rankLevelsOf(query: SearchQuery): MatchExpression[] {
  const { terms, phrases, order } = query;
  if (query.isLoose) return looseLevels(query);
  const inTitle: MatchExpression[] = phrases.map((phrase) => ({ phrase, zones: TITLE }));
  return [
    ...(order.length > 1 ? [{ all: [{ phrase: order, zones: TITLE }, ...inTitle] }] : []),
    { all: [...terms.map(({ word }) => ({ word, zones: TITLE })), ...inTitle] },
    { all: [...terms.map((term) => held(term, TITLE)), ...inTitle] },
    {
      all: [
        ...terms.map((term) => held(term, NAMED)),
        ...phrases.map((phrase) => ({ phrase, zones: NAMED })),
      ],
    },
  ];
}

/**
 * Ranking levels of a query of which one word is missing: where the others stand says most, then how much the missing one
 * says, which its length tells.
 */
function looseLevels({ terms }: SearchQuery): MatchExpression[] {
  const byLength = [...terms].sort((a, b) => a.word.length - b.word.length);
  return [TITLE, NAMED, ZONES].flatMap((zones) =>
    byLength.map((missing) => ({
      all: terms.filter((term) => term !== missing).map((term) => held(term, zones)),
    })),
  );
}
