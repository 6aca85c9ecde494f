import { count, fields, filled, list, text, type Fields } from '../read.js';

/** A session of a file, as far as communities and resources need it. Times in milliseconds since 1970. */
export interface StoredSession {
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

/** An instant, of a wall clock in a zone, or of a date with its offset; nothing for anything else. */
function instantOf(wall: string, zone: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/.test(wall) ? wall : '';
  if (/Z|[+-]\d\d:\d\d$/.test(time)) return Date.parse(time);
  const utc = Date.parse(`${time}Z`);
  if (Number.isNaN(utc)) return undefined;
  // The offset at that moment; asked twice, since the first guess may stand on the other side of a change of clocks.
  const first = utc - offsetAt(utc, zone);
  return utc - offsetAt(first, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clock of a zone is before UTC, in milliseconds; 0 for a zone that is not known. */
function offsetAt(at: number, zone: string): number {
  try {
    let clock = clocks.get(zone);
    if (!clock) {
      clock = new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
      clocks.set(zone, clock);
    }
    const part = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const wall = `${part.get('year')!}-${part.get('month')!}-${part.get('day')!}T${part.get('hour')!}:${part.get('minute')!}:${part.get('second')!}Z`;
    return Date.parse(wall) - at;
  } catch {
    return 0;
  }
}

export const sessionsIn = (json: unknown): StoredSession[] =>
  list(json, (item) => {
    const it = fields(item);
    const id = filled(it?.['id']);
    const title = filled(it?.['title']);
    const zone = text(it?.['timezone']);
    const start = instantOf(text(it?.['start']), zone);
    if (!it || !id || !title || start === undefined) return undefined;
    return {
      id,
      community: text(it['community']),
      title,
      language: filled(it['language']) ?? 'fr',
      status: text(it['status']),
      start,
      end: Math.max(start, instantOf(text(it['end']), zone) ?? start),
      resources: list(it['resources'], filled),
      more: it,
    };
  });

/** Communities as the API tells them: with their themes in words, their next session and what is counted. */
export function presentCommunities(
  communities: unknown,
  themes: readonly Fields[],
  sessions: readonly StoredSession[],
  resources: unknown,
): Fields[] {
  const now = Date.now();
  const held = list(resources, (item) => list(fields(item)?.['communities'], filled));
  return list(communities, (item) => {
    const it = fields(item);
    const slug = filled(it?.['slug']);
    if (!it || !slug) return undefined;
    const own = sessions.filter(({ community, status }) => community === slug && status !== 'cancelled');
    const coming = own.filter(({ end }) => end > now).sort((a, b) => a.start - b.start);
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

function briefOf({ start, end, more }: StoredSession): Fields {
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
