import { elementAttributes, type ElementAttribute, type ElementName } from '../../src/contract/elements.js';

/** Attributes of an element by their name; a flag has an empty value. */
export type WrittenAttributes = Readonly<Record<string, string>>;

/** Longest value that is taken. */
const MOST = 300;

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const listOf = (one: string) => new RegExp(`^${one}(?:, ?${one})*$`);
/** How a value is written, for the kinds that have one way of it. */
const patterns: Partial<Record<ElementAttribute['kind'], RegExp>> = {
  community: new RegExp(`^${slug}$`),
  communities: listOf(slug),
  themes: listOf(slug),
  session: /^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/,
  languages: listOf('[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*'),
  years: listOf('\\d{4}'),
  month: /^\d{4}-\d{2}$/,
  'time-zone': /^[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)*$/,
  address: /^(?:https?:\/\/|#)[^\s<>"]+$/,
};

/** Kinds that hold several values. */
const lists = new Set<ElementAttribute['kind']>(['choices', 'communities', 'themes', 'languages', 'years']);

/** Whether an element can read a value of one of its attributes. */
export function isReadable(attribute: ElementAttribute, value: string): boolean {
  switch (attribute.kind) {
    case 'flag':
      return true;
    case 'choice':
      return attribute.values.includes(value);
    case 'choices':
      return value.split(',').every((one) => attribute.values.includes(one.trim()));
    case 'number':
      return /^\d{1,3}$/.test(value) && Number(value) >= attribute.least && Number(value) <= attribute.most;
    default:
      return patterns[attribute.kind]?.test(value) ?? true;
  }
}

/** Answers that a page fills in beforehand: the questions of a form are data. */
const isPrefill = (element: ElementName, name: string): boolean =>
  element.endsWith('-form') && /^prefill-[a-z0-9-]{1,64}$/.test(name);

/**
 * The attributes of an element among some parameters, in the order in which the element has them; a value that it cannot
 * read is left out. Editors take no `<`, `>`, braces or brackets in attributes (H16).
 */
export function readAttributes(
  element: ElementName,
  given: Readonly<Record<string, string>>,
): WrittenAttributes {
  const known = elementAttributes[element];
  const names = [...Object.keys(known), ...Object.keys(given).filter((name) => isPrefill(element, name))];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]?.trim();
      if (value === undefined || value.length > MOST) return [];
      const attribute = known[name] ?? { kind: 'text' };
      if (attribute.kind === 'flag') return /^(?:false|off|0|no)$/.test(value) ? [] : [[name, '']];
      if (!value || !isReadable(attribute, value)) return [];
      const written = value.replace(/[<>{}[\]\s]+/g, ' ');
      // Lists are written as requests have them.
      return [[name, lists.has(attribute.kind) ? written.replace(/ *, */g, ',') : written]];
    }),
  );
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An element as HTML, on one line. */
export function elementTag(element: ElementName, attributes: WrittenAttributes, content: string): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  return `<f3e-${element}${written.join('')}>${content.replace(/\s*\n\s*/g, ' ')}</f3e-${element}>`;
}
