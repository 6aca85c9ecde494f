/** French numbers in words, from 2 to 99, by their letters without hyphens: people write “45 fiches” and “quarante-cinq”. */
const units =
  'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf'.split(
    ' ',
  );
const tens = ['vingt', 'trente', 'quarante', 'cinquante', 'soixante'];

function frenchNumbers(): Map<string, string> {
  const numbers = new Map<string, string>();
  const unit = (n: number) => units[n - 2]!;
  for (let n = 2; n < 20; n++) numbers.set(unit(n), String(n));
  tens.forEach((word, i) => {
    const ten = (i + 2) * 10;
    numbers.set(word, String(ten));
    numbers.set(`${word}etun`, String(ten + 1));
    for (let n = 2; n < (ten === 60 ? 20 : 10); n++) numbers.set(word + unit(n), String(ten + n));
  });
  numbers.set('soixanteetonze', '71');
  numbers.set('quatrevingts', '80');
  numbers.set('quatrevingtun', '81');
  for (let n = 2; n < 20; n++) numbers.set(`quatrevingt${unit(n)}`, String(80 + n));
  numbers.set('quatrevingtonze', '91');
  return numbers;
}

const known = frenchNumbers();

/** The digits of a number in words; nothing for any other word. */
export const digitsOf = (word: string): string | undefined => known.get(word);

/** The years of “14-18” or “2014-2018”, each way they may be written; nothing for anything else. */
export function yearsIn(first: string, last: string): string[] | undefined {
  const century = (year: string) => (year.length === 2 ? `20${year}` : year);
  const isRange = /^(?:20)?\d\d$/.test(first) && /^(?:20)?\d\d$/.test(last) && century(first) < century(last);
  return isRange ? [century(first), century(last)] : undefined;
}
