/** How the value of an attribute is read. */
export interface AttributeRule {
  kind: 'codes' | 'slug' | 'identifier' | 'language' | 'year' | 'month' | 'number' | 'zone';
  /** Whether a value, trimmed, can be read. */
  accepts: (value: string) => boolean;
  /** Several values, separated by commas. */
  isList?: boolean;
  /** The value as requests and codes have it; in lower case when absent. */
  normalise?: (value: string) => string;
  /** The values that there are. */
  codes?: readonly string[];
  /** The smallest and the largest number. */
  least?: number;
  most?: number;
}

/** Rules by the name of the attribute. */
export type AttributeRules = Readonly<Record<string, AttributeRule>>;

const asItIs = (value: string): string => value;

export const oneOf = (...codes: readonly string[]): AttributeRule => ({
  kind: 'codes',
  codes,
  accepts: (value) => codes.includes(value),
});

export const several = (rule: AttributeRule): AttributeRule => ({ ...rule, isList: true });

/** A community, theme or strand. */
export const slug: AttributeRule = {
  kind: 'slug',
  accepts: (value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 64,
};

/** The identifier of a session. */
export const identifier: AttributeRule = {
  kind: 'identifier',
  accepts: (value) => /^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/.test(value),
  normalise: asItIs,
};

/** A language tag (BCP 47): `FR` is read as `fr`, `pt-BR` stays. */
export const language: AttributeRule = {
  kind: 'language',
  accepts: (value) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && value.length <= 35,
  normalise: (value) => value.replace(/^[A-Z]+/, (letters) => letters.toLowerCase()),
};

export const year: AttributeRule = { kind: 'year', accepts: (value) => /^\d{4}$/.test(value) };

export const month: AttributeRule = {
  kind: 'month',
  accepts: (value) => /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(value),
};

export const wholeNumber = (least: number, most: number): AttributeRule => ({
  kind: 'number',
  least,
  most,
  accepts: (value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
});

export const timeZone: AttributeRule = {
  kind: 'zone',
  accepts: (value) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
    } catch {
      return false;
    }
  },
  normalise: asItIs,
};

/** The values that stand in an attribute, each once. */
export const valuesIn = (text: string | null, { isList, normalise }: AttributeRule): string[] => {
  const given = isList ? (text ?? '').split(',') : [text ?? ''];
  const values = given.map((value) => (normalise ?? ((it) => it.toLowerCase()))(value.trim()));
  return [...new Set(values.filter(Boolean))];
};

/** Those that can be read. */
export const readableIn = (text: string | null, rule: AttributeRule): string[] =>
  valuesIn(text, rule).filter(rule.accepts);

/** The first value that can be read; empty for none. */
export const readOne = (text: string | null, rule: AttributeRule): string => readableIn(text, rule)[0] ?? '';

/** Presets of looks. */
export const theme = oneOf('neutral', 'f3e', 'soft', 'contrast');
