/** How the value of an attribute is read. */
export interface AttributeRule {
  /** Whether a value, trimmed, can be read. */
  accepts: (value: string) => boolean;
  /** What can be read, in words for the console. */
  accepted: string;
  /** Several values, separated by commas. */
  isList?: boolean;
  /** The value as requests and codes have it; in lower case when absent. */
  normalise?: (value: string) => string;
}

/** Rules by the name of the attribute. */
export type AttributeRules = Readonly<Record<string, AttributeRule>>;

export const oneOf = (...codes: readonly string[]): AttributeRule => ({
  accepts: (value) => codes.includes(value),
  accepted: codes.join(', '),
});

export const several = (rule: AttributeRule): AttributeRule => ({ ...rule, isList: true });

/** A community, theme or strand. */
export const slug: AttributeRule = {
  accepts: (value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 64,
  accepted: 'short names such as genre (lower-case letters, digits and single hyphens)',
};

/** The identifier of a session. */
export const identifier: AttributeRule = {
  accepts: (value) => /^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/.test(value),
  accepted: 'an identifier such as genre-2026-11-26',
  normalise: (value) => value,
};

/** A language tag (BCP 47): `FR` is read as `fr`, `pt-BR` stays. */
export const language: AttributeRule = {
  accepts: (value) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && value.length <= 35,
  accepted: 'language tags such as fr or pt-BR',
  normalise: (value) => value.replace(/^[A-Z]+/, (letters) => letters.toLowerCase()),
};

export const year: AttributeRule = {
  accepts: (value) => /^\d{4}$/.test(value),
  accepted: 'years such as 2026',
};

export const month: AttributeRule = {
  accepts: (value) => /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(value),
  accepted: 'a month such as 2026-12',
};

export const wholeNumber = (least: number, most: number): AttributeRule => ({
  accepts: (value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
  accepted: `a whole number from ${least} to ${most}`,
});

export const headingLevel = wholeNumber(2, 6);

export const timeZone: AttributeRule = {
  accepts: (value) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
    } catch {
      return false;
    }
  },
  accepted: 'an IANA time zone such as Africa/Dakar',
  normalise: (value) => value,
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
