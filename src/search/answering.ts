import { isEmptyQuestion, loosened, readQuestion, type SearchQuestion } from './question.js';
import { mended, widened, type Known } from './spelling.js';

/** What a store of resources does for a search. */
interface Store<F> {
  find: (question: SearchQuestion) => F | Promise<F>;
  /** How many a question would find. */
  count: (question: SearchQuestion) => number | Promise<number>;
  /** Vocabulary that holds the words of a question within; and such as may be meant by them. */
  holding: (question: SearchQuestion) => readonly Known[] | Promise<readonly Known[]>;
  like: (question: SearchQuestion) => readonly Known[] | Promise<readonly Known[]>;
}

/**
 * Answers what somebody typed. When its words are nowhere, they are looked for inside longer ones, then a spelling that
 * finds something is suggested, then one of them may be missing.
 */
export async function answered<F extends { total: number; suggestion: string | null }>(
  text: string,
  { find, count, holding, like }: Store<F>,
): Promise<F> {
  const asked = readQuestion(text);
  const found = await find(asked);
  if (found.total || isEmptyQuestion(asked)) return found;

  const wider = widened(asked, await holding(asked));
  const again = wider && (await find(wider));
  if (again?.total) return again;

  const suggestion = mended(text, asked, await like(asked));
  if (suggestion !== undefined && (await count(readQuestion(suggestion)))) return { ...found, suggestion };

  const looser = loosened(asked);
  return looser ? find(looser) : found;
}
