import { offsetAt } from '../../src/contract/time-zone.js';
import { frenchFirst, frenchTimeIn } from '../../src/contract/zone-names.js';
import type { Language } from './language.js';

/** A date as its language writes it. */
const written = (language: Language, date: string): string => (language === 'fr' ? frenchFirst(date) : date);

/** A date in words, in one of the lengths that `Intl` has. */
export const dateInWords = (
  language: Language,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
  instant: number,
): string => written(language, new Intl.DateTimeFormat(language, options).format(instant));

/** “jeudi 26 novembre 2026, 10:00 – 12:00”, on the clock of a zone; instants in milliseconds. */
export const whenIn = (language: Language, start: number, end: number, timeZone: string): string =>
  written(
    language,
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    }).formatRange(start, Math.max(start, end)),
  );

/** Whether a stretch is on one day of a zone; one that ends at midnight has nothing on the next. */
export function isOneDay(start: number, end: number, timeZone: string): boolean {
  const day = (at: number) => new Intl.DateTimeFormat('sv', { timeZone }).format(at);
  return day(start) === day(Math.max(start, end - 1));
}

/** “10:00 – 12:00” on the clock of a zone, of a stretch on one day. */
export function hoursIn(language: Language, start: number, end: number, timeZone: string): string {
  const hour = (at: number) => dateInWords(language, { timeStyle: 'short', timeZone }, at);
  return end > start ? `${hour(start)} – ${hour(end)}` : hour(start);
}

/** “décembre 2026”. */
export const monthIn = (language: Language, instant: number, timeZone: string): string =>
  dateInWords(language, { month: 'long', year: 'numeric', timeZone }, instant);

/** “jeudi 26 novembre à 10:00”, on the clock of a zone. */
export const momentIn = (language: Language, instant: number, timeZone: string): string =>
  dateInWords(
    language,
    { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone },
    instant,
  );

/** “Paris” of `Europe/Paris`. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** “UTC+1”, “UTC−3:30” of a zone at an instant. */
export function utcOffset(instant: number, zone: string): string {
  const minutes = offsetAt(instant, zone);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** “heure de Paris” of `Europe/Paris`, “heure UTC” of UTC. */
export function zoneTime(language: Language, zone: string): string {
  const city = cityOf(zone);
  if (language === 'fr') return frenchTimeIn(city);
  return city === 'UTC' ? city : `${city} time`;
}
