/** What `lit/decorators.js` does for the decorators that the elements use, as TypeScript's legacy decorators call them. */
import type { LitElement, PropertyDeclaration } from 'lit';

type Named = (prototype: LitElement, name: string) => void;

export const property =
  (options?: PropertyDeclaration): Named =>
  (prototype, name) =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);

export const state = (): Named => property({ state: true, attribute: false });
