import { foldText } from './fold-text.js';
import { digitsOf, yearsIn } from './numbers.js';

/** A word where it stands in a text, in plain form. */
export interface Word {
  /** What is compared, and what a phrase is made of. */
  word: string;
  /** The same with its accents, in lower case: the rules of stemmers need them. */
  written: string;
  /** Other forms under which it may be looked for: the bare word of an inclusive one, the compound it is part of. */
  others: readonly string[];
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Indexes at most this many words of each text. */
export const MAX_WORDS = 1_500;
/** Longer ones are cut: nobody types them, and databases limit them. */
const LONGEST = 64;

/**
 * Letters and digits, with the marks that hold parts of a word together: inclusive ones, hyphens, dots of acronyms.
 * Thousands may be apart, as in “10 000”.
 */
const CHUNK =
  /\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[·•‧.\-‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const MARK = /[·•‧.\-‐‑]/u;
/** What inclusive writing adds after a mark, once plain: « référent·e·s », « acteur·rice·s », « nombreux·ses ». */
const ENDING =
  /^(?:e|s|x|es|ne|nes|le|les|te|tes|fe|ve|ves|se|ses|re|res|rice|rices|trice|trices|euse|euses|ere|eres|iere|ieres|ive|ives|ienne|iennes|esse|esses)$/;

/** The words of a text, in order; at most `most`. */
export function wordsOf(text: string, most = Infinity): Word[] {
  const found: Word[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (found.length >= most) break;
    const pieces = piecesOf(chunk, index);
    if (!pieces.length) continue;
    const bare = pieces.map(({ word }) => word);
    const [first = ''] = bare;
    if (pieces.length === 1) {
      found.push({ ...pieces[0]!, others: numberIn(first) });
    } else if (bare.every((piece) => piece.length === 1)) {
      // “A.O.C.”
      found.push({ ...whole(pieces, bare.join('')), others: [] });
    } else if (first.length > 1 && bare.slice(1).every((piece) => ENDING.test(piece))) {
      found.push({ ...whole(pieces, bare.join('')), others: [first] });
    } else if (digitsOf(bare.join(''))) {
      // “quarante-cinq”
      found.push({ ...whole(pieces, bare.join('')), others: [...numberIn(bare.join('')), ...bare] });
    } else {
      // A compound is found by its parts, and written as one word.
      const joined = cut(bare.join(''));
      const years = pieces.length === 2 ? yearsIn(first, bare[1]!) : undefined;
      pieces.forEach((piece, i) => {
        const own = i ? [] : [joined];
        found.push({ ...piece, others: years ? [...own, years[i]!] : own });
      });
    }
  }
  return found.slice(0, most);
}

/** The digits of a number in words. */
const numberIn = (word: string): string[] => {
  const digits = digitsOf(word);
  return digits ? [digits] : [];
};

type Piece = Omit<Word, 'others'>;

function piecesOf(chunk: string, at: number): Piece[] {
  let start = at;
  return chunk.split(MARK).flatMap((piece) => {
    const here = start;
    start += piece.length + 1;
    // Thousands are joined; “½” comes apart into more than digits, and is no 12.
    const folded = foldText(piece);
    const word = folded.includes('\u2044') ? '' : cut(folded.replace(/[^\p{L}\p{N}]/gu, ''));
    const written = cut(piece.normalize('NFC').toLowerCase());
    return word ? [{ word, written, start: here, end: here + piece.length }] : [];
  });
}

/** Cuts long words, but never inside a surrogate pair. */
const cut = (word: string) => word.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');

const whole = (pieces: readonly Piece[], word: string): Piece => ({
  word: cut(word),
  written: cut(pieces.map(({ written }) => written).join('')),
  start: pieces[0]!.start,
  end: pieces[pieces.length - 1]!.end,
});
