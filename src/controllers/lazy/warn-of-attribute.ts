import type { AttributeRule } from '../../dom/attribute-values.js';

/** What a rule accepts, in words. */
const accepted: Readonly<Record<AttributeRule['kind'], string>> = {
  codes: '',
  slug: 'short names such as genre (lower-case letters, digits and single hyphens)',
  identifier: 'an identifier such as genre-2026-11-26',
  language: 'language tags such as fr or pt-BR',
  year: 'years such as 2026',
  month: 'a month such as 2026-12',
  number: '',
  zone: 'an IANA time zone such as Africa/Dakar',
};

const inWords = ({ kind, codes, least, most }: AttributeRule): string =>
  codes?.join(', ') ?? (kind === 'number' ? `a whole number from ${least} to ${most}` : accepted[kind]);

/** Says in the console which values of an attribute are ignored, and what is accepted: `existing` names, else by the rule. */
export function warnOfAttribute(
  host: HTMLElement,
  name: string,
  values: readonly string[],
  rule: AttributeRule,
  existing?: readonly string[],
): void {
  const { localName } = host;
  const words = existing ? existing.join(', ') || 'nothing yet' : inWords(rule);
  console.warn(
    `<${localName}> ignores “${values.join('”, “')}” in its “${name}” attribute. Accepted: ${words}. See docs/elements/${localName.slice(4)}.md.`,
    host,
  );
}
