import { foldText } from '../../src/search/fold-text.js';

/** Folds a name for comparison: no accents, no capitals, no inclusive marks. */
export function fold(text: string): string {
  return foldText(text)
    .replace(/[’ʼ]/g, "'")
    .replace(/(?<=\p{L})[·•‧.\-](?=\p{L}{1,5}(?![\p{L}]))/gu, '');
}

/** The folded words of a search; at most twelve. */
export function words(question: string): string[] {
  return fold(question)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 12);
}

/** A pattern for `like … escape '\'` that finds `part` anywhere, literally. */
export function anywhere(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}
