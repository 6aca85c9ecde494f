import type { Place, Resource, Session, SessionPage, Slot } from '../contract/index.js';
import type { ReadRequest } from './client.js';
import { readIdentity, type IdentityView } from './identity.js';
import { readSessionBrief, type SessionBriefView } from './session-brief.js';
import { sessionsPath, type PathFilters } from './paths.js';
import {
  boolean,
  count,
  distinct,
  fields,
  instant,
  item,
  languageTag,
  list,
  listOf,
  nonEmptyString,
  object,
  text,
  trimmed,
  type ReadValue,
} from './read.js';

/** A stretch of time, in milliseconds since 1970. */
export interface SlotView {
  start: number;
  end: number;
}

const readTimes = item<Slot>()({ start: instant, end: instant }, 'start');

/** An end before the start is that start. */
export const readSlot: ReadValue<SlotView | undefined> = (json) => {
  const it = readTimes(json);
  return it && { start: it.start, end: Math.max(it.start, it.end ?? it.start) };
};

const readPlaceFields = object<Place>()({
  venue: text,
  address: text,
  postalCode: text,
  city: text,
  country: text,
  stepFree: boolean,
});
const readPlace = (json: unknown) => (fields(json) ? readPlaceFields(json) : null);

const readSeriesFields = item<NonNullable<Session['series']>>()(
  { id: nonEmptyString, title: text, index: count, total: count },
  'id',
);

const readFields = item<Session>()(
  {
    id: nonEmptyString,
    community: text,
    title: nonEmptyString,
    summary: trimmed,
    kind: text,
    status: text,
    timezone: text,
    days: listOf(readSlot),
    mode: text,
    place: readPlace,
    language: languageTag,
    facilitation: trimmed,
    audience: text,
    requiresApproval: boolean,
    accessibility: listOf(nonEmptyString),
    capacity: count,
    registered: count,
    waitingList: count,
    registration: object<Session['registration']>()({ state: text, opensAt: instant, closesAt: instant }),
    series: readSeriesFields,
    rescheduledFrom: readSlot,
    cancellationReason: trimmed,
    resources: listOf(nonEmptyString),
    links: object<Session['links']>()({ page: text, register: text, calendar: text, seriesCalendar: text }),
  },
  'id',
  'title',
);

/** A session as it could be read: codes are text, since a newer server may have more of them. */
export type SessionView = Omit<NonNullable<ReturnType<typeof readFields>>, 'days' | 'registered'> &
  SlotView & {
    /** Its stretches: one, or one for each of its days. */
    slots: SlotView[];
    /** Empty when it is online. */
    city: string;
    /** Null when there is no limit; so is `capacity`. */
    seatsLeft: number | null;
  };

export interface CommunityNameView {
  name: string;
  page: string;
  identity: IdentityView;
}

export interface SessionListView {
  items: SessionView[];
  /** False when there are more sessions in the range than these. */
  isWhole: boolean;
  /** How many sessions each value of a filter has, by the name of the filter; empty when the API does not say. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Communities by their slug. */
  communities: Map<string, CommunityNameView>;
  /** Starts of the nearest sessions outside the range. */
  before: number | undefined;
  after: number | undefined;
  /** The one after the range. */
  next: SessionBriefView | null;
}

/** The next session, wherever it was read. */
export type NextSessionView = Pick<
  SessionBriefView,
  'community' | 'title' | 'language' | 'start' | 'end' | 'timezone' | 'mode' | 'city' | 'page'
>;

/** Filters by their name in the address, such as `community` or `mode`; empty ones are left out. */
export const sessionsRequest = (filters: PathFilters): ReadRequest<SessionListView> => ({
  path: sessionsPath(filters),
  read: readSessions,
});

/** More than anybody reads in a list; the list says that there are more. */
const MAX_SHOWN = 400;
const MAX_LETTERS = 300;

const readName = item<SessionPage['communities'][number]>()(
  { slug: nonEmptyString, name: text, page: text, identity: readIdentity },
  'slug',
);
const readAround = object<SessionPage['around']>()({
  before: instant,
  after: instant,
  next: readSessionBrief,
});

const readCount = item<SessionPage['facets']['kind'][number]>()({ value: nonEmptyString, count }, 'value');

function countsIn(json: unknown): SessionListView['counts'] {
  const facets = fields(json) ?? {};
  return new Map(
    Object.keys(facets).map((name) => [
      name,
      new Map(list(facets[name], readCount).map(({ value, count }) => [value, count ?? 0])),
    ]),
  );
}

/** Answers by their items: a calendar reads the same answer at each update. */
const known = new WeakMap<unknown[], SessionListView>();

export function readSessions(json: unknown): SessionListView | undefined {
  const page = fields(json) as Partial<SessionPage> | undefined;
  const items = page?.items as unknown;
  if (!Array.isArray(items)) return undefined;
  let answer = known.get(items);
  if (answer) return answer;
  answer = {
    items: distinct(items, readSession, ({ id }) => id, MAX_SHOWN),
    isWhole: !page!.next && items.length <= MAX_SHOWN,
    counts: countsIn(page!.facets),
    communities: new Map(
      list(page!.communities, readName).map(({ slug, name, ...same }) => [
        slug,
        { ...same, name: name || slug },
      ]),
    ),
    ...readAround(page!.around),
  };
  known.set(items, answer);
  return answer;
}

/** Needs an identifier, a title and a start. */
export const readSession: ReadValue<SessionView | undefined> = (json) => {
  const it = readFields(json);
  const slot = readSlot(json);
  if (!it || !slot) return undefined;
  const { days, registered, title, ...same } = it;
  const { capacity } = same;
  return {
    ...same,
    ...slot,
    title: title.length > MAX_LETTERS ? `${title.slice(0, MAX_LETTERS)}…` : title,
    slots: days.length ? days : [slot],
    city: same.place?.city ?? '',
    seatsLeft: capacity === null ? null : Math.max(0, capacity - (registered ?? 0)),
  };
};

/** A resource that came out of a session, as far as a link goes. */
const readOutcome = item<Resource>()(
  { id: text, title: nonEmptyString, url: text, language: languageTag },
  'title',
);
export type OutcomeView = NonNullable<ReturnType<typeof readOutcome>>;

/** What came out of a session. */
export const outcomesRequest = ({ resources }: SessionView): ReadRequest<OutcomeView[]> => ({
  path: `resources?id=${resources.map(encodeURIComponent).join(',')}`,
  read: (json) => list(fields(json)?.['items'], readOutcome),
});
