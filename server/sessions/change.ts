import type { ProblemIssue, SessionChange } from '../../src/contract/index.js';
import { endLike, instantOf, wallClockOf, type WallClock } from '../../src/contract/time-zone.js';
import { invalid, InvalidError } from '../shared/errors.js';
import { dateInSeries, type StoredSession } from './repository.js';

type Times = Pick<StoredSession, 'start' | 'end'> & { timezone?: string };

/** Whether two versions of a session differ in time: on the clock, or because the clock is another. */
export function hasMoved(before: Times, after: Times): boolean {
  if (before.start !== after.start || before.end !== after.end) return true;
  if (!before.timezone || !after.timezone || before.timezone === after.timezone) return false;
  return instantOf(before.start, before.timezone) !== instantOf(after.start, after.timezone);
}

/**
 * The session after a change. What the change does not name stays (T02), and what depends on the start moves with it (T01).
 * Throws an `InvalidError`.
 */
export function applyChange(
  before: StoredSession,
  { registration, ...change }: Omit<SessionChange, 'onlineLink'>,
  now: number,
): StoredSession {
  const slots = slotsAfter(before, change);
  const isMoved = hasMoved(before, slots);
  const { mode, place } = { ...before, ...change };
  if (('mode' in change || 'place' in change) && mode !== 'online' && !place)
    throw invalid('/place', 'required', 'Say where the session takes place.');
  const status = change.status ?? (isMoved && before.status !== 'cancelled' ? 'rescheduled' : before.status);
  return {
    ...before,
    ...change,
    ...slots,
    status,
    cancellationReason:
      status === 'cancelled' ? (change.cancellationReason ?? before.cancellationReason) : null,
    registration: { ...movedWindow(before, slots.start, now), ...registration },
    ...(isMoved && {
      rescheduledFrom: { start: before.start, end: before.end },
      series: before.series && { ...before.series, date: dateInSeries(before) },
    }),
    updatedAt: wallClockOf(now, before.timezone),
  };
}

/** Start, end and parts after a change; the parts of a session of several days must come along (T03). */
function slotsAfter(
  before: StoredSession,
  { start, end, days }: SessionChange,
): Pick<StoredSession, 'start' | 'end' | 'days'> {
  const slots = {
    start: start ?? days?.[0]?.start ?? before.start,
    // One who moves a session without saying how long it lasts leaves it as long.
    end: end ?? days?.at(-1)?.end ?? (start ? endLike(start, before) : before.end),
    days: days ?? before.days,
  };
  const fault = days && partsFault(slots);
  if (fault) throw new InvalidError([fault]);
  if (slots.end <= slots.start) throw invalid('/end', 'too-early', 'The end must come after the start.');
  if (before.days.length && !days && hasMoved(before, slots))
    throw invalid(
      '/days',
      'required',
      `This session has ${before.days.length} parts: send all of them with the new times.`,
    );
  return slots;
}

const issue = (pointer: string, code: string, detail: string): ProblemIssue => ({ pointer, code, detail });

/** What is wrong with the parts of a session of several days: the first fault, if any (T03). */
export function partsFault({
  start,
  end,
  days,
}: Pick<StoredSession, 'start' | 'end' | 'days'>): ProblemIssue | undefined {
  if (days.length === 1) return issue('/days', 'too-few', 'A session of one part has no list of parts.');
  for (const [i, slot] of days.entries()) {
    if (slot.end <= slot.start)
      return issue(`/days/${i}/end`, 'too-early', 'The end of a part must come after its start.');
    if (i && slot.start < days[i - 1]!.end)
      return issue(`/days/${i}/start`, 'too-early', 'A part must start after the end of the one before.');
  }
  if (days.length && days[0]!.start !== start)
    return issue('/days/0/start', 'not-the-start', 'The first part must start when the session starts.');
  if (days.length && days.at(-1)!.end !== end)
    return issue(
      `/days/${days.length - 1}/end`,
      'not-the-end',
      'The last part must end when the session ends.',
    );
  return undefined;
}

/** The registration window, moved by as much as the start; an opening that is past stays. */
function movedWindow(
  { registration, start, timezone }: StoredSession,
  newStart: WallClock,
  now: number,
): StoredSession['registration'] {
  const moved = (wall: WallClock | null) => wall && endLike(newStart, { start, end: wall });
  const { opensAt, closesAt } = registration;
  const isOpen = opensAt !== null && opensAt <= wallClockOf(now, timezone);
  return { ...registration, opensAt: isOpen ? opensAt : moved(opensAt), closesAt: moved(closesAt) };
}
