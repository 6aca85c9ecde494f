/** Answers that the page gives. */
export interface Prefill {
  values: Map<string, string>;
  locked: Set<string>;
}

const PREFIX = 'prefill-';

/** The question `givenName` for the attribute part `given-name`. */
const nameOf = (attribute: string) =>
  attribute.trim().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `given-name` for the question `givenName`: addresses may have either. */
const attributeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whether an attribute says what is filled in. */
const isPrefillAttribute = (name: string): boolean =>
  name.startsWith(PREFIX) || name === 'from-query' || name === 'locked';

const listIn = (text: string | null) => (text ?? '').split(',').map(nameOf).filter(Boolean);

/**
 * Answers in `prefill-…` attributes, and those that the page lets its own address give: the names listed in `from-query`.
 * An attribute comes first. Nothing is ever read from the device.
 */
export function prefillOf(host: Element): Prefill {
  const values = new Map<string, string>();
  const query = new URLSearchParams(location.search);
  for (const name of listIn(host.getAttribute('from-query'))) {
    const value = query.get(name) ?? query.get(attributeOf(name));
    // In an address a space is written as a plus sign; in an e-mail address there is none.
    if (value) values.set(name, (name === 'email' ? value.replace(/ /g, '+') : value).slice(0, 500));
  }
  for (const attribute of host.getAttributeNames())
    if (attribute.startsWith(PREFIX))
      values.set(nameOf(attribute.slice(PREFIX.length)), host.getAttribute(attribute)!);
  return { values, locked: new Set(listIn(host.getAttribute('locked'))) };
}

/** Tells when an attribute that fills in the form has changed: attributes may come after the element. */
export const prefillObserver = (onChange: () => void): MutationObserver =>
  new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => isPrefillAttribute(attributeName!))) onChange();
  });
