import { isDeepStrictEqual } from 'node:util';
import type { SeriesPlan, SeriesPlanned } from '../../src/contract/index.js';
import {
  endLike,
  instantOf,
  plusDays,
  utc,
  type WallClock,
  wallClockOf,
} from '../../src/contract/time-zone.js';
import { lockCommunity } from '../communities/repository.js';
import type { Database, Sql } from '../db/database.js';
import { invalid } from '../shared/errors.js';
import { occurrences, RuleError } from './calendar/recurrence.js';
import {
  changeSession,
  dateInSeries,
  findSession,
  lockSession,
  putSession,
  type StoredSession,
} from './repository.js';
import { sessionsOfSeries } from './search-repository.js';

const unusable = (pointer: string, detail: string) => invalid(pointer, 'unusable', detail);

/**
 * Plans a series, or plans it again: the rule gives the dates, on the wall clock of the zone. Sessions that are there stay
 * as they are, with those who registered; new dates are added, and the numbers follow. Throws an `InvalidError`.
 */
export async function planSeries(
  { db, now }: { db: Database; now: () => number },
  id: string,
  plan: SeriesPlan,
): Promise<SeriesPlanned> {
  const wanted = datesOf(plan);
  return db.transaction(async (sql) => {
    // One plan of a community at a time: two of the same series would add the same sessions.
    if (!(await lockCommunity(sql, plan.community)))
      throw unusable('/community', `No community is called “${plan.community}”.`);
    const before = await sessionsOfSeries(sql, id);
    const other = before.find(({ community }) => community !== plan.community);
    if (other) throw unusable('/community', `This series is one of the community “${other.community}”.`);
    const planned = await addSessions(sql, { id, plan, wanted, before, now: now() });
    await numberSessions(sql, { id, plan, wanted, before, added: planned.added, now: now() });
    const outside = before.filter(
      (one) =>
        !planned.kept.includes(one.id) &&
        one.status !== 'cancelled' &&
        instantOf(one.end, one.timezone) > now(),
    );
    return {
      ...planned,
      differing: differing(before, planned.kept, { id, plan, now: now() }),
      outside: outside.map((one) => one.id),
    };
  });
}

/** The dates of a plan; throws for a plan that cannot be followed. */
function datesOf(plan: SeriesPlan): WallClock[] {
  const { start, end, timezone, rule, except, opensDaysBefore, closesDaysBefore } = plan;
  if (end <= start) throw unusable('/end', 'The end must come after the start.');
  if (!isZone(timezone)) throw unusable('/timezone', `No zone is called “${timezone}”.`);
  if (plan.mode !== 'online' && !plan.place) throw unusable('/place', 'Say where the sessions take place.');
  if (opensDaysBefore !== null && closesDaysBefore !== null && opensDaysBefore <= closesDaysBefore)
    throw unusable('/closesDaysBefore', 'Registration must open before it ends.');
  const dates = datesOfRule(rule, start);
  const stray = except.find((day) => !dates.some((date) => date.startsWith(day)));
  if (stray) throw unusable('/except', `${stray} is no day of the rule.`);
  const wanted = dates.filter((date) => !except.includes(dayOf(date)));
  if (!wanted.length) throw unusable('/except', 'No date is left.');
  return wanted;
}

function datesOfRule(rule: string, start: WallClock): WallClock[] {
  try {
    return occurrences(rule, start);
  } catch (error) {
    if (error instanceof RuleError) throw unusable('/rule', error.message);
    throw error;
  }
}

interface Planning {
  id: string;
  plan: SeriesPlan;
  wanted: readonly WallClock[];
  before: readonly StoredSession[];
  now: number;
}

/** Adds a session for each date that has none. */
async function addSessions(
  sql: Sql,
  { id, plan, wanted, before, now }: Planning,
): Promise<Pick<SeriesPlanned, 'added' | 'kept'>> {
  const byDay = new Map(before.map((session) => [dayOf(dateInSeries(session)), session]));
  const planned = { added: [] as string[], kept: [] as string[] };
  for (const date of wanted) {
    const known = byDay.get(dayOf(date));
    if (known && dateInSeries(known) !== date)
      throw unusable(
        '/start',
        `The session of ${dayOf(date)} is at ${dateInSeries(known).slice(11, 16)}: sessions that are there are moved one by one.`,
      );
    if (known) {
      planned.kept.push(known.id);
      continue;
    }
    const session = sessionOn(date, id, plan, now);
    if (await findSession(sql, session.id))
      throw unusable('', `Another session is called “${session.id}”: give the series another name.`);
    await putSession(sql, session);
    planned.added.push(session.id);
  }
  return planned;
}

/** Numbers all sessions of a series by their dates, those that the plan has no more as well. */
async function numberSessions(
  sql: Sql,
  { id, plan, wanted, before, added, now }: Planning & { added: readonly string[] },
): Promise<void> {
  const dates = new Map(before.map((session) => [session.id, dateInSeries(session)]));
  for (const one of added)
    dates.set(
      one,
      wanted.find((date) => one === sessionIdOn(date, id))!,
    );
  const inOrder = [...dates].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  for (const [i, [sessionId, date]] of inOrder.entries()) {
    await lockSession(sql, sessionId);
    await changeSession(sql, sessionId, {
      series: {
        ...{ id, title: plan.title, index: i + 1, total: inOrder.length, date },
        rule: wanted.includes(date) ? plan.rule : null,
        plannedAt: utc(now),
      },
    });
  }
}

/** What a plan says of each session; the title of the series is in the numbers of all. */
const plannedFields = [
  'start',
  'end',
  'title',
  'summary',
  'kind',
  'mode',
  'place',
  'language',
  'timezone',
  'audience',
  'capacity',
  'requiresApproval',
  'accessibility',
  'facilitation',
  'strand',
  'registration',
] as const;

/** Sessions that stay and say something else than the plan: nobody finds out by chance that nothing changed. */
function differing(
  before: readonly StoredSession[],
  kept: readonly string[],
  { id, plan, now }: Pick<Planning, 'id' | 'plan' | 'now'>,
): SeriesPlanned['differing'] {
  return before
    .filter((session) => kept.includes(session.id))
    .map((session) => {
      const wanted = sessionOn(dateInSeries(session), id, plan, now);
      const fields = plannedFields.filter((name) => !isDeepStrictEqual(session[name], wanted[name]));
      return { id: session.id, fields: [...fields] };
    })
    .filter(({ fields }) => fields.length);
}

const sessionIdOn = (date: WallClock, id: string) => `${id}-${dayOf(date)}`;

function sessionOn(date: WallClock, seriesId: string, plan: SeriesPlan, now: number): StoredSession {
  const { opensDaysBefore, closesDaysBefore } = plan;
  const before = (days: number | null) => (days === null ? null : plusDays(date, -days));
  return {
    community: plan.community,
    strand: plan.strand,
    title: plan.title,
    summary: plan.summary,
    kind: plan.kind,
    mode: plan.mode,
    place: plan.place,
    language: plan.language,
    timezone: plan.timezone,
    audience: plan.audience,
    capacity: plan.capacity,
    requiresApproval: plan.requiresApproval,
    accessibility: plan.accessibility,
    facilitation: plan.facilitation,
    id: sessionIdOn(date, seriesId),
    status: 'scheduled',
    start: date,
    end: endLike(date, plan),
    days: [],
    registered: 0,
    waitingList: 0,
    registration: {
      state: 'open',
      opensAt: before(opensDaysBefore),
      closesAt: before(closesDaysBefore) ?? date,
    },
    series: null,
    rescheduledFrom: null,
    cancellationReason: null,
    resources: [],
    updatedAt: wallClockOf(now, plan.timezone),
  };
}

const dayOf = (date: WallClock) => date.slice(0, 10);

/** Whether a zone is known here. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
