/** Tolerant readers: a value that is missing or of the wrong type becomes neutral, and a broken item is left out. */

export type Fields = Record<string, unknown>;

/** Reads one value, whatever it is; never throws. */
export type ReadValue<T> = (value: unknown) => T;

/** Readers for some fields of a contract type. */
type Readers<T> = { readonly [K in keyof T]?: ReadValue<unknown> };
/** A field that the contract type does not have does not compile. */
type NoOther<S, T> = Record<Exclude<keyof S, keyof T>, never>;
type Whole<S> = { -readonly [K in keyof S]: S[K] extends ReadValue<infer T> ? T : never };

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own fields of an object, whatever the page did to `Object.prototype`; nothing for anything else. */
export const fields = (value: unknown): Fields | undefined =>
  isObject(value) ? (Object.assign(Object.create(null), value) as Fields) : undefined;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text without the white space around it. */
export const trimmed = (value: unknown): string => text(value).trim();

export const nonEmptyString = (value: unknown): string | undefined => trimmed(value) || undefined;

/** A whole number from 0, else null. */
export const count = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;

export const boolean = (value: unknown): boolean => value === true;

/** A language tag; French when there is none. */
export const languageTag = (value: unknown): string => nonEmptyString(value) ?? 'fr';

/** An ISO 8601 date and time with its offset, in milliseconds since 1970; nothing for anything else. */
export function instant(value: unknown): number | undefined {
  const iso = text(value);
  const time = Date.parse(iso);
  return /^\d{4}-.+T.+(?:Z|[+-]\d\d:\d\d)$/.test(iso) && time === time ? time : undefined;
}

/** Reads an object of the contract type `T` by the readers of some of its fields: `object<Place>()({ city: text })`. */
export const object =
  <T>() =>
  <S extends Readers<T>>(readers: S & NoOther<S, T>): ReadValue<Whole<S>> => {
    const names = Object.keys(readers) as (keyof S & string)[];
    return (value) => {
      const it = isObject(value) ? value : undefined;
      const read: Fields = {};
      for (const name of names) {
        const own = it && Object.hasOwn(it, name) ? it[name] : undefined;
        read[name] = (readers[name] as ReadValue<unknown>)(own);
      }
      return read as Whole<S>;
    };
  };

/** The same; nothing when one of the fields named could not be read. */
export const item =
  <T>() =>
  <S extends Readers<T>, K extends keyof S>(
    readers: S & NoOther<S, T>,
    ...required: K[]
  ): ReadValue<(Whole<S> & { [N in K]: NonNullable<Whole<S>[N]> }) | undefined> => {
    const read = object<T>()<S>(readers);
    return (value) => {
      const it = read(value);
      return required.every((name) => it[name] !== undefined) ? (it as never) : undefined;
    };
  };

/** The items that can be read, in order. */
export function list<T>(value: unknown, read: ReadValue<T | undefined>): T[] {
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
  <T>(read: ReadValue<T | undefined>): ReadValue<T[]> =>
  (value) =>
    list(value, read);

/** The items that can be read, each identifier once, among the first `most`. */
export function distinct<T>(
  value: unknown,
  read: ReadValue<T | undefined>,
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
