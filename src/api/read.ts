/** Tolerant readers: what is missing or of the wrong kind becomes a neutral value, and a broken item is left out. */

export type Fields = Record<string, unknown>;

/** The own fields of an object, whatever the page did to `Object.prototype`; nothing for anything else. */
export const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.assign(Object.create(null), value) as Fields)
    : undefined;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A count: a whole number from 0, else nothing. */
export const count = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** The items that can be read, in order. */
export function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  const items: T[] = [];
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      const known = read(item);
      if (known !== undefined) items.push(known);
    }
  }
  return items;
}

/** A text that is not empty. */
export const filled = (value: unknown): string | undefined => text(value).trim() || undefined;

/** An instant in milliseconds, of a date and time with its offset; nothing for anything else. */
export function instant(value: unknown): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(text(value))
    ? Date.parse(text(value))
    : NaN;
  return Number.isNaN(time) ? undefined : time;
}
