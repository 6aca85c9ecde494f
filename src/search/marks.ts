import type { SearchQuery } from './search-query.js';
import { stemsIn } from './stems.js';
import { wordsOf, type Word } from './words.js';

/** A stretch of text that matched: where it begins and ends, in UTF-16 units. */
export type Mark = readonly [start: number, end: number];

/** The ranges of a text that match the query. */
export function marksIn(text: string, language: string, { terms, phrases }: SearchQuery): Mark[] {
  if (!terms.length && !phrases.length) return [];
  const words = wordsOf(text);
  const marks = words.flatMap(({ word, written, others, start, end }): Mark[] => {
    const forms = [word, ...others];
    const stems = [...stemsIn(word, language, written), ...others.flatMap((form) => stemsIn(form, language))];
    for (const term of terms) {
      if (stems.some((one) => term.stems.includes(one))) return [[start, end]];
      if (term.containingWords.includes(word)) return [[start, end]];
      if (term.isBegun && forms.some((form) => form.startsWith(term.word))) return [[start, end]];
    }
    return [];
  });
  return merged([...marks, ...phrases.flatMap((phrase) => places(words, phrase))]);
}

function places(words: readonly Word[], phrase: readonly string[]): Mark[] {
  return words.flatMap((first, at): Mark[] =>
    phrase.every((word, i) => words[at + i]?.word === word)
      ? [[first.start, words[at + phrase.length - 1]!.end]]
      : [],
  );
}

function merged(marks: Mark[]): Mark[] {
  const sorted = marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = kept[kept.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}
