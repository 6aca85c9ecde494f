/** Text without case, accents and ligatures: the form under which words are compared. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    // Marks above and below letters, and the stroke that only lengthens Arabic words.
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
