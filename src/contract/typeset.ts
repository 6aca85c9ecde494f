/**
 * A text with the no-break spaces of its language, letter for letter: in French a thin one before ; ! ? » and after «, a wide
 * one before a colon (Imprimerie nationale, Lexique des règles typographiques). Nothing is added where no space is.
 */
export const typeset = (text: string, language: string): string =>
  /^fr\b/i.test(language)
    ? text
        .replace(/ (?=[;!?»])/g, '\u202f')
        .replace(/« /g, '«\u202f')
        .replace(/ (?=:)/g, '\u00a0')
    : text;
