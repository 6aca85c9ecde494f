import { instantOf as wallClockInstant } from '../../contract/time-zone.js';
import { now } from '../clock.js';
import { count, fields, nonEmptyString, list, text, type Fields } from '../read.js';

/** A session of a file, as far as communities and resources need it. Times in milliseconds since 1970. */
export interface FolderSession {
  id: string;
  community: string;
  title: string;
  language: string;
  status: string;
  start: number;
  end: number;
  resources: string[];
  more: Fields;
}

/** Milliseconds since 1970 of a wall clock in a zone, or of a date with its offset; nothing for anything else. */
function instantOf(time: string, zone: string): number | undefined {
  const [, wall, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?$/.exec(time) ?? [];
  const utc = Date.parse(`${wall}${offset ?? 'Z'}`);
  if (offset || Number.isNaN(utc)) return Number.isNaN(utc) ? undefined : utc;
  try {
    return wallClockInstant(wall!, zone);
  } catch {
    // A zone that this browser does not know.
    return utc;
  }
}

export const sessionsIn = (json: unknown): FolderSession[] =>
  list(json, (item) => {
    const it = fields(item);
    const id = nonEmptyString(it?.['id']);
    const title = nonEmptyString(it?.['title']);
    const zone = text(it?.['timezone']);
    const start = instantOf(text(it?.['start']), zone);
    if (!it || !id || !title || start === undefined) return undefined;
    return {
      id,
      community: text(it['community']),
      title,
      language: nonEmptyString(it['language']) ?? 'fr',
      status: text(it['status']),
      start,
      end: Math.max(start, instantOf(text(it['end']), zone) ?? start),
      resources: list(it['resources'], nonEmptyString),
      more: it,
    };
  });

/** Communities as the API tells them: with their themes in words, their next session and what is counted. */
export function presentCommunities(
  communities: unknown,
  themes: readonly Fields[],
  sessions: readonly FolderSession[],
  resources: unknown,
): Fields[] {
  const held = list(resources, (item) => list(fields(item)?.['communities'], nonEmptyString));
  return list(communities, (item) => {
    const it = fields(item);
    const slug = nonEmptyString(it?.['slug']);
    if (!it || !slug) return undefined;
    const own = sessions.filter(({ community, status }) => community === slug && status !== 'cancelled');
    const coming = own.filter(({ end }) => end > now()).sort((a, b) => a.start - b.start);
    return {
      ...it,
      themes: list(it['themes'], (theme) =>
        typeof theme === 'string' ? themes.find((one) => one['slug'] === theme) : fields(theme),
      ),
      nextSession: coming[0] ? briefOf(coming[0]) : null,
      counts: {
        upcomingSessions: coming.length,
        heldSessions: own.length - coming.length,
        resources: held.filter((slugs) => slugs.includes(slug)).length,
      },
      links: fields(it['links']) ?? {},
    };
  });
}

function briefOf({ start, end, more }: FolderSession): Fields {
  const capacity = count(more['capacity']);
  const registration = fields(more['registration']);
  return {
    ...more,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    city: fields(more['place'])?.['city'] ?? null,
    registrationState: text(registration?.['state']),
    seatsLeft: capacity === null ? null : Math.max(0, capacity - (count(more['registered']) ?? 0)),
    page: text(fields(more['links'])?.['page']),
  };
}
