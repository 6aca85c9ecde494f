/**
 * Control characters, and format characters that nobody sees: of these, joiners, marks of direction and the tags of flags are
 * part of what people write. Browsers send lines with a return.
 */
const unseen = /\r|[^\P{Cc}\n\t]|[^\P{Cf}\u200c-\u200f\u061c\u{e0020}-\u{e007f}]|\p{Cs}/gu;

/** What was written in a field, on its lines. */
export const textIn = (sent: URLSearchParams, name: string): string =>
  (sent.get(name) ?? '').replace(unseen, '').trim();
