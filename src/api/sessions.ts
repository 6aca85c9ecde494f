import type { Question } from './client.js';
import {
  count,
  distinct,
  fields,
  filled,
  instant,
  item,
  list,
  listOf,
  part,
  text,
  tongue,
  type Fields,
  type Read,
} from './read.js';

/** A stretch of time, in milliseconds since 1970. */
export interface SlotView {
  start: number;
  end: number;
}

const readTimes = item({ start: instant, end: instant }, 'start');

/** An end before the start is that start. */
export const readSlot: Read<SlotView | undefined> = (json) => {
  const it = readTimes(json);
  return it && { start: it.start, end: Math.max(it.start, it.end ?? it.start) };
};

const readFields = item(
  {
    id: filled,
    community: text,
    title: filled,
    kind: text,
    status: text,
    timezone: text,
    days: listOf(readSlot),
    mode: text,
    place: part({ city: text }),
    language: tongue,
    audience: text,
    accessibility: listOf(filled),
    registration: part({ state: text }),
    capacity: count,
    registered: count,
    links: part({ page: text, register: text }),
  },
  'id',
  'title',
);

/** What a list shows of a session; codes are text, since a newer server may know more of them. */
export type SessionView = Omit<
  NonNullable<ReturnType<typeof readFields>>,
  'days' | 'place' | 'registration' | 'capacity' | 'registered' | 'links'
> &
  SlotView & {
    /** Its stretches: one, or one for each of its days. */
    slots: SlotView[];
    city: string;
    registration: string;
    seatsLeft: number | null;
    page: string;
    register: string;
    /** All that was sent of it: what unfolds reads the rest. */
    more: Fields;
  };

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

const readName = item({ slug: filled, name: text, page: text }, 'slug');
const readAround = part({ before: instant, after: instant });

/** Answers that were read: the same one is asked for again and again. */
const known = new WeakMap<unknown[], SessionListView>();

export function readSessions(json: unknown): SessionListView | undefined {
  const it = fields(json);
  const items = it?.['items'];
  if (!Array.isArray(items)) return undefined;
  let answer = known.get(items);
  if (answer) return answer;
  answer = {
    items: distinct(items, readSession, ({ id }) => id, MOST_SHOWN),
    isWhole: !it!['next'] && items.length <= MOST_SHOWN,
    communities: new Map(
      list(it!['communities'], readName).map(({ slug, name, page }) => [slug, { name: name || slug, page }]),
    ),
    ...readAround(it!['around']),
  };
  known.set(items, answer);
  return answer;
}

/** Needs an identifier, a title and a start. */
export const readSession: Read<SessionView | undefined> = (json) => {
  const it = readFields(json);
  const slot = readSlot(json);
  if (!it || !slot) return undefined;
  const { days, place, registration, capacity, registered, links, title, ...same } = it;
  return {
    ...same,
    ...links,
    ...place,
    ...slot,
    title: title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title,
    slots: days.length ? days : [slot],
    registration: registration.state,
    seatsLeft: capacity === null ? null : Math.max(0, capacity - (registered ?? 0)),
    more: fields(json)!,
  };
};
