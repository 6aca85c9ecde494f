/** Letters that Unicode does not take apart, and what people type for them. */
const others = new Map(
  Object.entries({ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' }),
);

/** Text without case, accents, ligatures and raised letters: the form under which words are compared. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    // Marks above and below letters, and the stroke that only lengthens Arabic words.
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[œæßøđðþłħı]/g, (letter) => others.get(letter)!);
