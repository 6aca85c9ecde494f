import { dateFormat } from './format.js';

const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** “mardi 8 décembre 2026, 12:30 – 13:15” on the clock of `zone`; the visitor's clock when it is empty. */
export const dayAndTimes = (language: string, start: number, end: number, zone: string): string =>
  dateFormat(language, { ...day, ...time, timeZone: zone || undefined }).formatRange(
    start,
    Math.max(start, end),
  );

/** “12:30 – 13:15”, with the weekday when it is another day than on the other clock. */
export const times = (language: string, start: number, end: number, zone: string, withDay: boolean): string =>
  dateFormat(language, { ...time, ...(withDay && { weekday: 'long' }), timeZone: zone }).formatRange(
    start,
    Math.max(start, end),
  );

/** “2026-12-03”: the calendar day in a zone, on the visitor's clock when it is empty. */
export function isoDay(at: number, zone: string): string {
  // By parts: what stands between them differs from one browser to the other.
  const parts = new Map(
    dateFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone || undefined })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Whether it is the same calendar day in both zones. */
export const sameDay = (at: number, zone: string, other: string): boolean =>
  isoDay(at, zone) === isoDay(at, other);

/** “aujourd’hui”, “demain”, “dans 3 jours”: from one calendar day to another. */
export const inDays = (language: string, day: string, today: string): string =>
  new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    (Date.parse(day) - Date.parse(today)) / 86_400_000,
    'day',
  );

/** “décembre 2026” of `2026-12`. */
export const monthName = (language: string, month: string): string =>
  dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(month));

/** “jeudi 3 décembre 2026” of `2026-12-03`; without its year when that goes without saying. */
export const dayName = (language: string, isoDate: string, withYear: boolean): string =>
  dateFormat(language, { ...day, ...(withYear ? {} : { year: undefined }), timeZone: 'UTC' }).format(
    Date.parse(isoDate),
  );

/** “Paris” of `Europe/Paris`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
