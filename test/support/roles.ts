import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { foldSpace } from './text.js';

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

/** The name that assistive technologies say, white space folded. */
export const nameOf = (element: Element): string => foldSpace(computeAccessibleName(element));

/** What an element shows inside that has a role and, if given, a name. */
export const allByRole = <E extends HTMLElement = HTMLElement>(
  element: Element,
  role: string,
  name?: Name,
): E[] =>
  [...within(element.shadowRoot ?? element)].filter(
    (one) => getRole(one) === role && isShown(one) && fits(nameOf(one), name),
  ) as E[];

/** The first that an element shows with a role and a name, if there is one. */
export const findByRole = <E extends HTMLElement = HTMLElement>(
  element: Element,
  role: string,
  name?: Name,
): E | undefined => allByRole<E>(element, role, name)[0];

/** The one that an element shows with a role and a name; an error names those that there are. */
export function byRole<E extends HTMLElement = HTMLElement>(element: Element, role: string, name?: Name): E {
  const found = findByRole<E>(element, role, name);
  if (found) return found;
  const names = allByRole(element, role).map((one) => `“${nameOf(one)}”`);
  throw new Error(`no ${role} is named ${String(name)}; there are ${names.join(', ') || 'none'}`);
}

const fieldRoles = ['textbox', 'combobox', 'listbox', 'searchbox', 'spinbutton', 'checkbox', 'radio'];

/** The question of a form whose label begins with or is a name. */
export function fieldOf<F extends Field = HTMLInputElement>(element: Element, name: Name): F {
  for (const role of fieldRoles) {
    const found = findByRole(element, role, name);
    if (found) return found as unknown as F;
  }
  throw new Error(`no question is named ${String(name)}`);
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
