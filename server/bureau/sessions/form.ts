import type { ZodError } from 'zod';
import { WallClock } from '../../../src/contract/index.js';
import { plusDays, type WallClock as Wall } from '../../../src/contract/time-zone.js';
import { textIn } from '../../shared/written-text.js';
import { isZone } from '../../sessions/series-service.js';
import { SessionDraft } from './draft.js';

/** What stands in each field of the form of a session, by its name. */
export type SessionFields = Readonly<Record<string, string>>;

/** Names of the fields, by what they are about. */
export const fieldNames = [
  'communaute',
  'groupe',
  'titre',
  'resume',
  'forme',
  'ou',
  'langue',
  'fuseau',
  'jour',
  'debut',
  'dernier-jour',
  'fin',
  'lieu',
  'adresse',
  'code-postal',
  'ville',
  'pays',
  'marches',
  'anime',
  'public',
  'approbation',
  'accessibilite',
  'places',
  'ouverture-jour',
  'ouverture-heure',
  'fermeture-jour',
  'fermeture-heure',
] as const;

const day = (wall: Wall | null) => wall?.slice(0, 10) ?? '';
const hour = (wall: Wall | null) => wall?.slice(11, 16) ?? '';

/** The fields of a session, as the form shows them. */
export function fieldsOf(draft: SessionDraft): SessionFields {
  const { place } = draft;
  return {
    communaute: draft.community,
    groupe: draft.strand ?? '',
    titre: draft.title,
    resume: draft.summary,
    forme: draft.kind,
    ou: draft.mode,
    langue: draft.language,
    fuseau: draft.timezone,
    jour: day(draft.start),
    debut: hour(draft.start),
    'dernier-jour': day(draft.end) === day(draft.start) ? '' : day(draft.end),
    fin: hour(draft.end),
    lieu: place?.venue ?? '',
    adresse: place?.address ?? '',
    'code-postal': place?.postalCode ?? '',
    ville: place?.city ?? '',
    pays: place?.country ?? '',
    marches: place?.stepFree === true ? 'oui' : place?.stepFree === false ? 'non' : '',
    anime: draft.facilitation,
    public: draft.audience,
    approbation: draft.requiresApproval ? '1' : '',
    accessibilite: draft.accessibility.join(', '),
    places: draft.capacity === null ? '' : String(draft.capacity),
    'ouverture-jour': day(draft.opensAt),
    'ouverture-heure': hour(draft.opensAt),
    'fermeture-jour': day(draft.closesAt),
    'fermeture-heure': hour(draft.closesAt),
  };
}

export const fieldsIn = (sent: URLSearchParams): SessionFields =>
  Object.fromEntries(fieldNames.map((name) => [name, textIn(sent, name)]));

const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The session that the fields describe, or what is wrong with each, as a code by the name of its field. */
export function draftIn(fields: SessionFields): { draft: SessionDraft } | { faults: Record<string, string> } {
  const of = (name: (typeof fieldNames)[number]) => fields[name] ?? '';
  const faults: Record<string, string> = {};
  // Native inputs leave out the seconds.
  const wall = (
    dayName: (typeof fieldNames)[number],
    hourName: (typeof fieldNames)[number],
    fallback = '',
  ) => {
    const [on, at] = [of(dayName) || fallback, of(hourName)];
    // A last day that is empty is the day itself, whose fault stands there.
    const isOwn = Boolean(of(dayName)) || dayName !== 'dernier-jour';
    if (!WallClock.safeParse(`${on}T00:00:00`).success && isOwn) faults[dayName] = 'date';
    if (!HOUR.test(at)) faults[hourName] = 'time';
    return `${on}T${at}:00`;
  };
  const optional = (dayName: (typeof fieldNames)[number], hourName: (typeof fieldNames)[number]) =>
    of(dayName) || of(hourName) ? wall(dayName, hourName) : null;
  const isOnline = of('ou') === 'online';
  if (!/[\p{L}\p{N}]/u.test(of('titre'))) faults['titre'] = 'title';
  if (!isOnline && !of('lieu')) faults['lieu'] = 'place';
  if (!isOnline && !of('ville')) faults['ville'] = 'place';
  if (of('places') && !/^\d{1,5}$/.test(of('places'))) faults['places'] = 'capacity';
  if (!isZone(of('fuseau'))) faults['fuseau'] = 'timezone';
  const wanted = {
    community: of('communaute'),
    strand: of('groupe') || null,
    title: of('titre'),
    summary: of('resume'),
    kind: of('forme'),
    mode: of('ou'),
    language: of('langue'),
    timezone: of('fuseau'),
    start: wall('jour', 'debut'),
    end: wall('dernier-jour', 'fin', of('jour')),
    place: isOnline
      ? null
      : {
          venue: of('lieu'),
          address: of('adresse') || null,
          postalCode: of('code-postal') || null,
          city: of('ville'),
          country: (of('pays') || 'FR').toUpperCase(),
          stepFree: of('marches') ? of('marches') === 'oui' : null,
        },
    facilitation: of('anime'),
    audience: of('public'),
    requiresApproval: of('approbation') === '1',
    accessibility: of('accessibilite')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    capacity: of('places') ? Number(of('places')) : null,
    opensAt: optional('ouverture-jour', 'ouverture-heure'),
    closesAt: optional('fermeture-jour', 'fermeture-heure'),
  };
  const isTimed = !['jour', 'debut', 'fin', 'dernier-jour'].some((name) => name in faults);
  if (wanted.end <= wanted.start && isTimed) faults['fin'] = 'too-early';
  const result = SessionDraft.safeParse(wanted);
  if (result.success && !Object.keys(faults).length) return { draft: result.data };
  // What cannot be read is said once, where it was written.
  const isSaid = (name: string) =>
    (!isTimed && ['jour', 'fin', 'fermeture-jour'].includes(name)) ||
    ['ouverture', 'fermeture'].some(
      (part) => name === `${part}-jour` && (`${part}-jour` in faults || `${part}-heure` in faults),
    );
  const ofSchema = Object.fromEntries(
    Object.entries(result.error ? faultsIn(result.error) : {}).filter(([name]) => !isSaid(name)),
  );
  return { faults: { ...ofSchema, ...faults } };
}

/** The field of each member that the schema may refuse. */
const fieldFor: Readonly<Record<string, string>> = {
  community: 'communaute',
  strand: 'groupe',
  title: 'titre',
  summary: 'resume',
  kind: 'forme',
  mode: 'ou',
  language: 'langue',
  timezone: 'fuseau',
  start: 'jour',
  end: 'fin',
  place: 'lieu',
  country: 'pays',
  facilitation: 'anime',
  audience: 'public',
  accessibility: 'accessibilite',
  capacity: 'places',
  opensAt: 'ouverture-jour',
  closesAt: 'fermeture-jour',
};

function faultsIn(error: ZodError): Record<string, string> {
  const known = ['too-early', 'too-late', 'required', 'skipped'];
  return Object.fromEntries(
    error.issues.map(({ path, message }) => [
      fieldFor[String(path.at(-1))] ?? fieldFor[String(path[0])] ?? 'titre',
      known.includes(message) ? message : 'invalid',
    ]),
  );
}

/** The fields of an edit: days that were left as they were follow the first day, as far as it was moved. */
export function followed(fields: SessionFields, before: SessionFields): SessionFields {
  const days = (Date.parse(fields['jour'] ?? '') - Date.parse(before['jour'] ?? '')) / 86_400_000;
  if (!days) return fields;
  const isSame = (name: string) => Boolean(before[name]) && fields[name] === before[name];
  const moved = (name: string) => plusDays(`${before[name]!}T00:00:00`, days).slice(0, 10);
  return {
    ...fields,
    ...(isSame('dernier-jour') && { 'dernier-jour': moved('dernier-jour') }),
    ...(isSame('fermeture-jour') && { 'fermeture-jour': moved('fermeture-jour') }),
  };
}
