/** Tolerant readers: what is missing or of the wrong kind becomes a neutral value, and a broken item is left out. */

export type Fields = Record<string, unknown>;

/** Reads one value, whatever it is; throws nothing. */
export type Read<T> = (value: unknown) => T;

type Whole<S> = { -readonly [K in keyof S]: S[K] extends Read<infer T> ? T : never };

/** The own fields of an object, whatever the page did to `Object.prototype`; nothing for anything else. */
export const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.assign(Object.create(null), value) as Fields)
    : undefined;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A count: a whole number from 0, else nothing. */
export const count = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;

export const flag = (value: unknown): boolean => value === true;

/** A text that is not empty. */
export const filled = (value: unknown): string | undefined => text(value).trim() || undefined;

/** A language tag; French when there is none. */
export const tongue = (value: unknown): string => filled(value) ?? 'fr';

/** An instant in milliseconds, of a date and time with its offset; nothing for anything else. */
export function instant(value: unknown): number | undefined {
  const when = text(value);
  const time = Date.parse(when);
  return /^\d{4}-.+T.+(?:Z|[+-]\d\d:\d\d)$/.test(when) && time === time ? time : undefined;
}

/** An object by the readers of its fields: what it lacks is read as missing. */
export function part<S extends Record<string, Read<unknown>>>(shape: S): Read<Whole<S>> {
  const names = Object.keys(shape);
  return (value) => {
    const it = fields(value);
    const read: Fields = {};
    for (const name of names) read[name] = shape[name]!(it?.[name]);
    return read as Whole<S>;
  };
}

/** The same; nothing when one of the fields named is missing. */
export function item<S extends Record<string, Read<unknown>>, K extends keyof S>(
  shape: S,
  ...needed: K[]
): Read<(Whole<S> & { [N in K]: NonNullable<Whole<S>[N]> }) | undefined> {
  const read = part(shape);
  return (value) => {
    const it = read(value);
    return needed.every((name) => it[name] !== undefined) ? (it as never) : undefined;
  };
}

/** The items that can be read, in order. */
export function list<T>(value: unknown, read: Read<T | undefined>): T[] {
  const items: T[] = [];
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) {
      const known = read(one);
      if (known !== undefined) items.push(known);
    }
  }
  return items;
}

/** A list by the reader of its items. */
export const listOf =
  <T>(read: Read<T | undefined>): Read<T[]> =>
  (value) =>
    list(value, read);

/** The items that can be read, each identifier once, of the first so many. */
export function distinct<T>(
  value: unknown,
  read: Read<T | undefined>,
  idOf: (item: T) => string,
  most: number,
): T[] {
  const known = new Set<string>();
  return list(Array.isArray(value) ? value.slice(0, most) : value, (one) => {
    const it = read(one);
    if (!it || known.has(idOf(it))) return undefined;
    known.add(idOf(it));
    return it;
  });
}
