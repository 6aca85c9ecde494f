import type { Language } from './language.js';

/** “jeudi 26 novembre 2026, 10:00 – 12:00”, on the clock of a zone; instants in milliseconds. */
export const whenIn = (language: Language, start: number, end: number, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).formatRange(start, Math.max(start, end));

/** “jeudi 26 novembre à 10:00”, on the clock of a zone. */
export const momentIn = (language: Language, instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(instant);

/** “Paris” of `Europe/Paris`. */
const zoneName = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** “heure de Paris” of `Europe/Paris`, “UTC” of UTC. */
export function zoneTime(language: Language, zone: string): string {
  const city = zoneName(zone);
  if (city === 'UTC') return city;
  if (language === 'en') return `${city} time`;
  return /^[aeiouyéè]/i.test(city) ? `heure d’${city}` : `heure de ${city}`;
}
