/**
 * Moves focus to another part of the element in which an event took place. Call it before an act that removes the button
 * that was pressed, or where a link leads inside the element.
 */
export function focusBeside(event: Event, selector: string): void {
  rootOf(event).querySelector<HTMLElement>(selector)?.focus();
}

/** The root of the element in which an event took place. */
export const rootOf = ({ target }: Event): ShadowRoot => (target as HTMLElement).getRootNode() as ShadowRoot;
