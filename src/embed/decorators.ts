/** What `lit/decorators.js` does for the decorators that the elements use, as TypeScript's legacy decorators call them. */
import type { LitElement } from './lit.js';

type Options = Parameters<typeof LitElement.createProperty>[1];
type Named = (prototype: LitElement, name: string) => void;

export const property =
  (options?: Options): Named =>
  (prototype, name) =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);

export const state = (): Named => property({ attribute: false });
