/** What `lit/directives/…` do for the elements. */
import { nothing, Slot } from './template.js';

/** The value of a property that the reader of the page may have changed as well; no other value of one is a list. */
export const live = (value: unknown): unknown => [value];

export const ifDefined = (value: unknown): unknown => value ?? nothing;

/** A list whose items keep their nodes when their place changes: by the key of each. */
export function repeat<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  draw: (item: T) => unknown,
): unknown[] {
  const places = (before: readonly Slot[]) => {
    const byKey = new Map(before.map((slot) => [slot.key, slot]));
    return items.map((item) => {
      const key = keyOf(item);
      const slot = byKey.get(key);
      byKey.delete(key);
      return slot ?? new Slot(key);
    });
  };
  return Object.assign(items.map(draw), { places });
}
