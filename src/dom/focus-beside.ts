/**
 * Moves focus to another part of the element in which an event took place: before a button goes by what it does, or where a
 * link inside the element leads.
 */
export function focusBeside(event: Event, selector: string): void {
  rootOf(event).querySelector<HTMLElement>(selector)?.focus();
}

/** The root of the element in which an event took place. */
export const rootOf = ({ target }: Event): ShadowRoot => (target as HTMLElement).getRootNode() as ShadowRoot;
