import type { SeriesPlan, SeriesPlanned } from '../../src/contract/index.js';
import { occurrences } from './calendar/recurrence.js';
import { lockCommunity } from '../communities/repository.js';
import {
  changeSession,
  dateInSeries,
  findSession,
  lockSession,
  putSession,
  type StoredSession,
} from './repository.js';
import { sessionsOfSeries } from './search-repository.js';
import type { Database } from '../db/database.js';
import {
  endLike,
  instantOf,
  plusDays,
  utc,
  wallClockOf,
  type WallClock,
} from '../../src/contract/time-zone.js';

/** Why a series cannot be planned so: the member of the plan, and words for whoever wrote it. */
export class SeriesPlanError extends Error {
  override name = 'PlanError';
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Plans a series, or plans it again: the rule gives the dates, on the wall clock of the zone. Sessions that are there stay
 * as they are, with those who registered; new dates are added, and the numbers follow. Throws a `RuleError` or a `PlanError`.
 */
export async function planSeries(
  { db, now }: { db: Database; now: () => number },
  id: string,
  plan: SeriesPlan,
): Promise<SeriesPlanned> {
  const { rule, except, opensDaysBefore, closesDaysBefore, ...shared } = plan;
  const { start, end, timezone } = shared;
  if (end <= start) throw new SeriesPlanError('/end', 'The end must come after the start.');
  if (!isZone(timezone)) throw new SeriesPlanError('/timezone', `No zone is called “${timezone}”.`);
  if (plan.mode !== 'online' && !plan.place)
    throw new SeriesPlanError('/place', 'Say where the sessions take place.');
  if (opensDaysBefore !== null && closesDaysBefore !== null && opensDaysBefore <= closesDaysBefore)
    throw new SeriesPlanError('/closesDaysBefore', 'Registration must open before it ends.');
  const dates = occurrences(rule, start);
  const stray = except.find((day) => !dates.some((date) => date.startsWith(day)));
  if (stray) throw new SeriesPlanError('/except', `${stray} is no day of the rule.`);
  const wanted = dates.filter((date) => !except.includes(dayOf(date)));
  if (!wanted.length) throw new SeriesPlanError('/except', 'No date is left.');
  const updatedAt = wallClockOf(now(), timezone);

  return db.transaction(async (sql) => {
    // One plan of a community at a time: two of the same series would add the same sessions.
    if (!(await lockCommunity(sql, plan.community)))
      throw new SeriesPlanError('/community', `No community is called “${plan.community}”.`);
    const before = await sessionsOfSeries(sql, id);
    const other = before.find(({ community }) => community !== plan.community);
    if (other)
      throw new SeriesPlanError('/community', `This series is one of the community “${other.community}”.`);
    const byDay = new Map(before.map((session) => [dayOf(dateInSeries(session)), session]));
    const all = new Map(before.map((session) => [session.id, dateInSeries(session)]));
    const planned: SeriesPlanned = { added: [], kept: [], outside: [] };
    for (const date of wanted) {
      const known = byDay.get(dayOf(date));
      if (known && dateInSeries(known) !== date)
        throw new SeriesPlanError(
          '/start',
          `The session of ${dayOf(date)} is at ${dateInSeries(known).slice(11, 16)}: sessions that are there are moved one by one.`,
        );
      if (known) {
        planned.kept.push(known.id);
        continue;
      }
      const session = sessionOn(date, `${id}-${dayOf(date)}`);
      if (await findSession(sql, session.id))
        throw new SeriesPlanError(
          '',
          `Another session is called “${session.id}”: give the series another name.`,
        );
      await putSession(sql, session);
      all.set(session.id, date);
      planned.added.push(session.id);
    }
    // All of them are numbered by their dates, those that the plan has no more as well.
    const inOrder = [...all].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
    for (const [i, [sessionId, date]] of inOrder.entries()) {
      await lockSession(sql, sessionId);
      await changeSession(sql, sessionId, {
        series: {
          ...{ id, title: plan.title, index: i + 1, total: inOrder.length, date },
          rule: wanted.includes(date) ? rule : null,
          plannedAt: utc(now()),
        },
      });
    }
    planned.outside = before
      .filter(
        ({ id: one, status, end, timezone }) =>
          !planned.kept.includes(one) && status !== 'cancelled' && instantOf(end, timezone) > now(),
      )
      .map((session) => session.id);
    return planned;
  });

  function sessionOn(date: WallClock, sessionId: string): StoredSession {
    const before = (days: number | null) => (days === null ? null : plusDays(date, -days));
    return {
      ...shared,
      id: sessionId,
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
      updatedAt,
    };
  }
}

const dayOf = (date: WallClock) => date.slice(0, 10);

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
