import type { SeriesPlan, SeriesPlanned } from '../src/contract/index.js';
import { occurrences } from './calendar/recurrence.js';
import { lockCommunity } from './store/publications.js';
import {
  changeSession,
  dateInSeries,
  findSession,
  lockSession,
  putSession,
  sessionsOfSeries,
  type StoredSession,
} from './store/sessions.js';
import type { Database } from './store/sql.js';
import { instantOf, plusDays, wallClockOf, type WallClock } from './time.js';

/** Why a series cannot be planned so: the member of the plan, and words for whoever wrote it. */
export class PlanError extends Error {
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
  if (end <= start) throw new PlanError('/end', 'The end must come after the start.');
  if (!isZone(timezone)) throw new PlanError('/timezone', `No zone is called “${timezone}”.`);
  const length = Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  const dates = occurrences(rule, start);
  const stray = except.find((day) => !dates.some((date) => date.startsWith(day)));
  if (stray) throw new PlanError('/except', `${stray} is no day of the rule.`);
  const wanted = dates.filter((date) => !except.includes(date.slice(0, 10)));
  if (!wanted.length) throw new PlanError('/except', 'No date is left.');
  const updatedAt = wallClockOf(now(), timezone);

  return db.transaction(async (sql) => {
    // One plan of a community at a time: two of the same series would add the same sessions.
    if (!(await lockCommunity(sql, plan.community)))
      throw new PlanError('/community', `No community is called “${plan.community}”.`);
    const before = await sessionsOfSeries(sql, id);
    const other = before.find(({ community }) => community !== plan.community);
    if (other) throw new PlanError('/community', `This series is one of the community “${other.community}”.`);
    const byDate = new Map(before.map((session) => [dateInSeries(session), session]));
    const planned: SeriesPlanned = { added: [], kept: [], outside: [] };
    for (const [i, date] of wanted.entries()) {
      const series = { id, title: plan.title, index: i + 1, total: wanted.length, rule, date };
      const known = byDate.get(date);
      if (known) {
        await lockSession(sql, known.id);
        await changeSession(sql, known.id, { series });
        planned.kept.push(known.id);
        continue;
      }
      const session = sessionOn(date, `${id}-${date.slice(0, 10)}`);
      if (await findSession(sql, session.id))
        throw new PlanError(
          '/id',
          `Another session is called “${session.id}”: give the series another name.`,
        );
      await putSession(sql, { ...session, series });
      planned.added.push(session.id);
    }
    const isLeft = ({ id, status, end, timezone }: StoredSession) =>
      !planned.kept.includes(id) && status !== 'cancelled' && instantOf(end, timezone) > now();
    for (const session of before.filter(isLeft)) {
      await lockSession(sql, session.id);
      await changeSession(sql, session.id, { series: { ...session.series!, rule: null } });
      planned.outside.push(session.id);
    }
    return planned;
  });

  function sessionOn(date: WallClock, sessionId: string): StoredSession {
    const before = (days: number | null) => (days === null ? null : plusDays(date, -days));
    return {
      ...shared,
      id: sessionId,
      status: 'scheduled',
      start: date,
      end: new Date(Date.parse(`${date}Z`) + length).toISOString().slice(0, 19),
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

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
