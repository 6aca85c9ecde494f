const rules = new Intl.PluralRules('ar');
const numbers = new Intl.NumberFormat('ar');

/** The forms that a noun takes beside a number; one and two are said by the noun alone. */
type CountedNoun = Record<Intl.LDMLPluralRule, string>;

/** “3 جلسات”: a number and its noun in the form that goes with it. */
export function counted(count: number, noun: CountedNoun): string {
  const form = rules.select(count);
  return form === 'zero' || form === 'one' || form === 'two' ? noun[form] : `${number(count)} ${noun[form]}`;
}

/** A number in the digits in which the browser writes dates. */
export const number = (count: number): string => numbers.format(count);

/** A name from elsewhere, kept from turning the words around it (Unicode isolates). */
export const apart = (name: string): string => `\u2068${name}\u2069`;
