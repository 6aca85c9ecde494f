import { foldText } from '../../src/search/fold-text.js';

/** The form under which names are compared: plain, and without inclusive marks. */
export function fold(text: string): string {
  return foldText(text)
    .replace(/[’ʼ]/g, "'")
    .replace(/(?<=\p{L})[·•‧.\-](?=\p{L}{1,5}(?![\p{L}]))/gu, '');
}

/** The folded words of a question; at most twelve. */
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
