import {
  isEmptySearchQuery,
  withOneOptionalWord,
  parseSearchQuery,
  type SearchQuery,
} from './search-query.js';
import { correctSpelling, withContainingWords, type VocabularyWord } from './spelling.js';

/** What a store of resources does for a search. */
interface Store<F> {
  find: (query: SearchQuery) => F | Promise<F>;
  /** How many a query would find. */
  count: (query: SearchQuery) => number | Promise<number>;
  /** Vocabulary words that contain a word of the query. */
  holding: (query: SearchQuery) => readonly VocabularyWord[] | Promise<readonly VocabularyWord[]>;
  /** Vocabulary words that are spelt like a word of the query. */
  like: (query: SearchQuery) => readonly VocabularyWord[] | Promise<readonly VocabularyWord[]>;
}

/**
 * Searches for the text that a reader typed. Without a result it tries, in this order: the words inside longer words, a
 * corrected spelling (as a suggestion), then all words but one.
 */
export async function searchWithFallbacks<F extends { total: number; suggestion: string | null }>(
  text: string,
  { find, count, holding, like }: Store<F>,
): Promise<F> {
  const asked = parseSearchQuery(text);
  const found = await find(asked);
  if (found.total || isEmptySearchQuery(asked)) return found;

  const wider = withContainingWords(asked, await holding(asked));
  const again = wider && (await find(wider));
  if (again?.total) return again;

  const suggestion = correctSpelling(text, asked, await like(asked));
  if (suggestion !== undefined && (await count(parseSearchQuery(suggestion))))
    return { ...found, suggestion };

  const looser = withOneOptionalWord(asked);
  return looser ? find(looser) : found;
}
