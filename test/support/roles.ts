import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api';
import { foldSpace, textOf } from './text.js';

type Name = string | RegExp;
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fits = (name: string, wanted: Name | undefined) =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));

const isShown = (element: HTMLElement) => element.checkVisibility();

/** All that is in a root, shadow roots of what it holds included. */
function* within(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** A summary is told as a button that unfolds. */
const roleOf = (element: Element) => (element.localName === 'summary' ? 'button' : getRole(element));

/** The name that assistive technologies say, white space folded. */
export const nameOf = (element: Element): string =>
  element.localName === 'summary' ? textOf(element) : foldSpace(computeAccessibleName(element));

/** What assistive technologies say of an element after its name. */
export const descriptionOf = (element: Element): string => foldSpace(computeAccessibleDescription(element));

/** What an element shows inside that has a role and, if given, a name. */
export const queryAllByRole = <E extends HTMLElement = HTMLElement>(
  element: Element,
  role: string,
  name?: Name,
): E[] =>
  [...within(element.shadowRoot ?? element)].filter(
    (one) => roleOf(one) === role && isShown(one) && fits(nameOf(one), name),
  ) as E[];

/** The first that an element shows with a role and a name, if there is one. */
export const queryByRole = <E extends HTMLElement = HTMLElement>(
  element: Element,
  role: string,
  name?: Name,
): E | undefined => queryAllByRole<E>(element, role, name)[0];

/** The one that an element shows with a role and a name; an error names those that there are. */
export function getByRole<E extends HTMLElement = HTMLElement>(
  element: Element,
  role: string,
  name?: Name,
): E {
  const found = queryByRole<E>(element, role, name);
  if (found) return found;
  const names = queryAllByRole(element, role).map((one) => `“${nameOf(one)}”`);
  throw new Error(`no ${role} is named ${String(name)}; there are ${names.join(', ') || 'none'}`);
}

const fieldRoles = ['textbox', 'combobox', 'listbox', 'searchbox', 'spinbutton', 'checkbox', 'radio'];

/** The question of a form whose label is or matches a name, if it is asked. */
export function queryField<F extends Field = HTMLInputElement>(element: Element, name: Name): F | undefined {
  for (const role of fieldRoles) {
    const found = queryByRole(element, role, name);
    if (found) return found as unknown as F;
  }
  return undefined;
}

/** The same; an error when it is not asked. */
export function fieldOf<F extends Field = HTMLInputElement>(element: Element, name: Name): F {
  const found = queryField<F>(element, name);
  if (!found) throw new Error(`no question is named ${String(name)}`);
  return found;
}

/** Types a text in place of what a field holds. */
export function type(field: Field, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses one of a field's values. */
export function choose(field: Field, value: string): void {
  field.value = value;
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}
