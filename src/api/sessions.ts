import type { Question } from './client.js';
import { count, fields, filled, instant, list, text, type Fields } from './read.js';

/** A stretch of time, in milliseconds since 1970. */
export interface SlotView {
  start: number;
  end: number;
}

/** What a list shows of a session; codes are text, since a newer server may know more of them. */
export interface SessionView extends SlotView {
  id: string;
  community: string;
  title: string;
  kind: string;
  status: string;
  timezone: string;
  /** Its stretches: one, or one for each of its days. */
  slots: SlotView[];
  mode: string;
  city: string;
  language: string;
  audience: string;
  accessibility: string[];
  registration: string;
  seatsLeft: number | null;
  page: string;
  register: string;
  /** All that was sent of it: what unfolds reads the rest. */
  more: Fields;
}

export interface SessionListView {
  items: SessionView[];
  /** False when there are more sessions in the range than these. */
  isWhole: boolean;
  /** Communities by their slug. */
  communities: Map<string, { name: string; page: string }>;
  /** Starts of the nearest sessions outside the range. */
  before: number | undefined;
  after: number | undefined;
}

/** Filters by their name in the address, such as `community` or `mode`; empty ones are left out. */
export function sessionsQuestion(filters: readonly (readonly [string, string])[]): Question<SessionListView> {
  const asked = filters.filter(([, value]) => value);
  return {
    path: `sessions?${new URLSearchParams(asked as [string, string][]).toString()}`,
    read: readSessions,
  };
}

/** More than anybody reads in a list; what comes after is said to be there. */
const MOST_SHOWN = 400;
const MOST_LETTERS = 300;

export function readSessions(json: unknown): SessionListView | undefined {
  const it = fields(json);
  if (!Array.isArray(it?.['items'])) return undefined;
  const known = new Set<string>();
  const items = list(it['items'].slice(0, MOST_SHOWN), (item) => {
    const session = readSession(item);
    if (!session || known.has(session.id)) return undefined;
    known.add(session.id);
    return session;
  });
  const around = fields(it['around']);
  return {
    items,
    isWhole: !it['next'] && it['items'].length <= MOST_SHOWN,
    communities: new Map(
      list(it['communities'], (item) => {
        const one = fields(item);
        const slug = filled(one?.['slug']);
        return slug
          ? ([slug, { name: filled(one?.['name']) ?? slug, page: text(one?.['page']) }] as const)
          : undefined;
      }),
    ),
    before: instant(around?.['before']),
    after: instant(around?.['after']),
  };
}

/** Needs an identifier, a title and a start; an end before the start is that start. */
export function readSession(json: unknown): SessionView | undefined {
  const it = fields(json);
  const id = filled(it?.['id']);
  const title = filled(it?.['title']);
  const slot = readSlot(it);
  if (!it || !id || !title || !slot) return undefined;
  const registration = fields(it['registration']);
  const links = fields(it['links']);
  const capacity = count(it['capacity']);
  const slots = list(it['days'], readSlot);
  return {
    ...slot,
    id,
    community: text(it['community']),
    title: title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title,
    kind: text(it['kind']),
    status: text(it['status']),
    timezone: text(it['timezone']),
    slots: slots.length ? slots : [slot],
    mode: text(it['mode']),
    city: text(fields(it['place'])?.['city']),
    language: filled(it['language']) ?? 'fr',
    audience: text(it['audience']),
    accessibility: list(it['accessibility'], filled),
    registration: text(registration?.['state']),
    seatsLeft: capacity === null ? null : Math.max(0, capacity - (count(it['registered']) ?? 0)),
    page: text(links?.['page']),
    register: text(links?.['register']),
    more: it,
  };
}

export function readSlot(json: unknown): SlotView | undefined {
  const it = fields(json);
  const start = instant(it?.['start']);
  return start === undefined ? undefined : { start, end: Math.max(start, instant(it?.['end']) ?? start) };
}
