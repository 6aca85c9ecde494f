/** Registers an element unless the name is taken: by another copy, or another version, which then serves. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
