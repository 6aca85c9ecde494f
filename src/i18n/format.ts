import { frenchFirst } from '../contract/zone-names.js';

export { directionOf } from '../contract/text-direction.js';
export { typeset } from '../contract/typeset.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format, made once: making one takes a thousand times as long as using it. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  let format = formats.get(name);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      // A zone that this browser does not know.
      format = new Intl.DateTimeFormat(language, { ...options, timeZone: undefined });
    }
    formats.set(name, format);
  }
  return format;
}

const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

const DAY = 86_400_000;
/** Days for which a date needs no year: those of the coming twelve months. */
const YEAR = 330 * DAY;
const isFar = (at: number, today: number): boolean => Math.abs(at - today) > YEAR;

const known = new Map<string, string>();
const MAX_KNOWN = 3_000;

/** Formats once and remembers: a calendar formats the same times again and again, and formatting is slow. */
function memoised(key: string, make: () => string): string {
  let text = known.get(key);
  if (text === undefined) {
    if (known.size > MAX_KNOWN) known.clear();
    known.set(key, (text = make()));
  }
  return text;
}

/** A date in words, as its language writes it. */
const written = (language: string, date: string): string =>
  language.startsWith('fr') ? frenchFirst(date) : date;

/** Hours on either side of a dash stay on one line. */
const range = (language: string, options: Intl.DateTimeFormatOptions, start: number, end: number): string =>
  written(language, dateFormat(language, options).formatRange(start, Math.max(start, end))).replace(
    /(?<=\p{Nd}|[AP]M|[صم])\s–\s(?=\p{Nd})/gu,
    '\u00a0–\u00a0',
  );

/** A date and time in words. */
export const dateInWords = (language: string, options: Intl.DateTimeFormatOptions, at: number): string =>
  written(language, dateFormat(language, options).format(at));

/**
 * “mardi 8 décembre, 12:30 – 13:15” on the clock of `zone`, the visitor's clock when it is empty; with the year where it is not
 * within one from `today`.
 */
export const dayAndTimes = (
  language: string,
  start: number,
  end: number,
  zone: string,
  today: string,
): string => {
  const year = isFar(start, Date.parse(today)) ? 'numeric' : undefined;
  return memoised(`${language}${start}/${end}${zone}${year}`, () =>
    range(language, { ...day, ...time, year, timeZone: zone || undefined }, start, end),
  );
};

/** “12:30 – 13:15”, with the weekday when it is another day than on the other clock. */
export const times = (language: string, start: number, end: number, zone: string, withDay: boolean): string =>
  memoised(`${language}${start}-${end}${zone}${withDay}`, () =>
    range(
      language,
      { ...time, ...(withDay && { weekday: 'long' }), timeZone: zone || undefined },
      start,
      end,
    ),
  );

/** “12:30”. */
export const hourOf = (language: string, at: number, zone: string): string =>
  memoised(`${language}${at}${zone}`, () =>
    dateFormat(language, { ...time, hour: '2-digit', timeZone: zone || undefined }).format(at),
  );

/** “2026-12-03”: the calendar day in a zone, on the visitor's clock when it is empty. */
export const isoDay = (at: number, zone: string): string =>
  // Sweden writes days as ISO 8601 does.
  memoised(`${at}${zone}`, () => dateFormat('sv', { timeZone: zone || undefined }).format(at));

/** Whether it is the same calendar day in both zones. */
export const sameDay = (at: number, zone: string, other: string): boolean =>
  isoDay(at, zone) === isoDay(at, other);

/** “aujourd’hui”, “demain”, “dans 3 jours”: from one calendar day to another. */
export const inDays = (language: string, day: string, today: string): string =>
  memoised(`${language}${day}-${today}`, () =>
    new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
      (Date.parse(day) - Date.parse(today)) / DAY,
      'day',
    ),
  );

/** “jeu.”, “3” and “déc.” of a day; with the year, “déc. 2027”, where it is not within a year from today. */
export function dayParts(
  language: string,
  day: string,
  today: string,
): { weekday: string; number: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    memoised(`${language}${day}${JSON.stringify(options)}`, () =>
      dateFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(day)),
    );
  return {
    weekday: part({ weekday: 'short' }),
    number: part({ day: 'numeric' }),
    month: part({ month: 'short', ...(isFar(Date.parse(day), Date.parse(today)) && { year: 'numeric' }) }),
  };
}

/** “26 nov.” */
export const shortDay = (language: string, day: string): string =>
  memoised(`${language}${day}short`, () =>
    dateInWords(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }, Date.parse(day)),
  );

/** The same as `inDays`, as far as people count in days: two weeks; else empty. */
export const inFewDays = (language: string, day: string, today: string): string =>
  Math.abs(Date.parse(day) - Date.parse(today)) > 14 * DAY
    ? ''
    : inDays(language, day, today).replace(/(?<=\p{Nd}) /u, '\u00a0');

/** “décembre 2026” of `2026-12`. */
export const monthName = (language: string, month: string): string =>
  memoised(language + month, () =>
    dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(month)),
  );

/** “jeudi 3 décembre 2026” of `2026-12-03`; without its year when that goes without saying. */
export const dayName = (language: string, isoDate: string, withYear: boolean): string =>
  memoised(`${language}${isoDate}${withYear}`, () =>
    dateInWords(
      language,
      { ...day, ...(withYear ? {} : { year: undefined }), timeZone: 'UTC' },
      Date.parse(isoDate),
    ),
  );

/** “Paris” of `Europe/Paris`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
