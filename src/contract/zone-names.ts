/** How the cities that time zones are named after are called in French: shared by widgets and server. */

/** Those whose French name differs from that of the zone; with their article, where they have one. */
const inFrench = new Map([
  ['Addis Ababa', 'Addis-Abeba'],
  ['Algiers', 'Alger'],
  ['Athens', 'Athènes'],
  ['Beirut', 'Beyrouth'],
  ['Brussels', 'Bruxelles'],
  ['Bucharest', 'Bucarest'],
  ['Cairo', 'Le Caire'],
  ['Damascus', 'Damas'],
  ['Dar es Salaam', 'Dar es Salam'],
  ['Ho Chi Minh', 'Hô-Chi-Minh-Ville'],
  ['Jerusalem', 'Jérusalem'],
  ['Lisbon', 'Lisbonne'],
  ['Lome', 'Lomé'],
  ['London', 'Londres'],
  ['Mexico City', 'Mexico'],
  ['Montreal', 'Montréal'],
  ['Ndjamena', 'N’Djaména'],
  ['Noumea', 'Nouméa'],
  ['Reunion', 'La Réunion'],
  ['Sao Paulo', 'São Paulo'],
  ['Sao Tome', 'São Tomé'],
  ['Vienna', 'Vienne'],
  ['Warsaw', 'Varsovie'],
]);

/** “Nouméa” of the city of `Pacific/Noumea`. */
export const frenchCity = (city: string): string => inFrench.get(city) ?? city;

/** “heure d’Abidjan”, “heure du Caire”, “heure UTC”. */
export function frenchTimeIn(city: string): string {
  const name = frenchCity(city);
  if (/^(?:UTC|GMT)/.test(name)) return `heure ${name}`;
  const of = name.startsWith('Le ')
    ? `du ${name.slice(3)}`
    : /^[AEIOUYÀÉÈÊÎÔ]/.test(name)
      ? `d’${name}`
      : `de ${name.replace(/^La /, 'la ')}`;
  return `heure ${of}`;
}

/** The first of a month, as French writes it: “mardi 1er juin” for “mardi 1 juin”. */
export const frenchFirst = (date: string): string => date.replace(/(?<!\d)1(?= \p{Ll})/gu, '1er');
