/** The form under which text is compared: no case, accent, ligature or inclusive mark. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
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
