import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  Place,
  Session,
  SessionChange,
  SessionMode,
  TimeZone,
  WallClock,
} from '../../../src/contract/index.js';
import {
  endLike,
  instantOf,
  plusDays,
  type WallClock as Wall,
  wallClockOf,
} from '../../../src/contract/time-zone.js';
import { applyChange, hasMoved } from '../../sessions/change.js';
import type { StoredSession } from '../../sessions/repository.js';
import { isZone } from '../../sessions/series-service.js';

/** What one edits of a session on one page. A new member of the contract that is missing here has no editor. */
export const SessionDraft = z
  .strictObject({
    community: Session.shape.community,
    strand: Session.shape.strand,
    title: SessionChange.shape.title.unwrap(),
    summary: SessionChange.shape.summary.unwrap(),
    kind: Session.shape.kind,
    mode: SessionMode,
    language: Session.shape.language,
    timezone: TimeZone,
    start: WallClock,
    end: WallClock,
    place: Place.nullable(),
    facilitation: z.string().max(300),
    audience: Session.shape.audience,
    requiresApproval: z.boolean(),
    accessibility: z.array(z.string().max(50)).max(20),
    capacity: z.int().min(0).max(100_000).nullable(),
    opensAt: WallClock.nullable(),
    closesAt: WallClock.nullable(),
  })
  .superRefine((draft, context) => {
    const fault = (member: string, code: string) =>
      context.addIssue({ code: 'custom', path: [member], message: code });
    if (draft.end <= draft.start) fault('end', 'too-early');
    if (draft.mode !== 'online' && !draft.place) fault('place', 'required');
    if (draft.opensAt && draft.closesAt && draft.opensAt >= draft.closesAt) fault('closesAt', 'too-early');
    if (draft.closesAt && draft.closesAt > draft.end) fault('closesAt', 'too-late');
    if (!isZone(draft.timezone)) fault('timezone', 'unknown');
    else
      for (const member of ['start', 'end'] as const)
        // What is no time at all was said already.
        if (WallClock.safeParse(draft[member]).success && !isOnClock(draft[member], draft.timezone))
          fault(member, 'skipped');
  })
  .meta({ id: 'SessionDraft' });
export type SessionDraft = z.infer<typeof SessionDraft>;

/** Whether a clock of a zone ever shows this: in spring it goes forward over an hour. */
export const isOnClock = (wall: Wall, zone: string): boolean =>
  wallClockOf(instantOf(wall, zone), zone) === wall;

/** What stands in the form of a session that is there. */
export const draftOf = (session: StoredSession): SessionDraft => ({
  community: session.community,
  strand: session.strand,
  title: session.title,
  summary: session.summary,
  kind: session.kind,
  mode: session.mode,
  language: session.language,
  timezone: session.timezone,
  start: session.start,
  end: session.end,
  place: session.place,
  facilitation: session.facilitation,
  audience: session.audience,
  requiresApproval: session.requiresApproval,
  accessibility: session.accessibility,
  capacity: session.capacity,
  opensAt: session.registration.opensAt,
  closesAt: session.registration.closesAt,
});

/** The session after an edit: what depends on the start moves with it, unless it was edited as well (T01). */
export function applyDraft(before: StoredSession, draft: SessionDraft, now: number): StoredSession {
  const { start, end, opensAt, closesAt, title, summary, place, capacity, ...others } = draft;
  const isMoved = hasMoved(before, draft);
  const shifted = (wall: Wall) => endLike(start, { start: before.start, end: wall });
  const days = before.days.map((day) => ({ start: shifted(day.start), end: shifted(day.end) }));
  // The end of a session of several parts is that of its last part.
  const last = days.at(-1);
  if (last) last.end = end;
  const isWindowEdited = opensAt !== before.registration.opensAt || closesAt !== before.registration.closesAt;
  const changed = applyChange(
    before,
    {
      title,
      summary,
      capacity,
      place: draft.mode === 'online' ? null : place,
      ...(isMoved && (days.length ? { days } : { start, end })),
      ...(isWindowEdited && { registration: { opensAt, closesAt } }),
    },
    now,
  );
  const after = { ...changed, ...others, community: before.community };
  if (draft.timezone === before.timezone || !isMoved) return after;
  // What is said of the time before is said on the clock that counts now.
  const onNewClock = (wall: Wall) => wallClockOf(instantOf(wall, before.timezone), draft.timezone);
  return {
    ...after,
    status: after.status === 'scheduled' ? 'rescheduled' : after.status,
    rescheduledFrom: { start: onNewClock(before.start), end: onNewClock(before.end) },
  };
}

/** A session that is not there yet. */
const newSession = (id: string, draft: SessionDraft, now: number): StoredSession => {
  const { opensAt, closesAt, ...fields } = draft;
  return {
    ...fields,
    place: draft.mode === 'online' ? null : draft.place,
    id,
    status: 'scheduled',
    days: [],
    registered: 0,
    waitingList: 0,
    registration: { state: 'open', opensAt, closesAt: closesAt ?? draft.start },
    series: null,
    rescheduledFrom: null,
    cancellationReason: null,
    resources: [],
    updatedAt: wallClockOf(now, draft.timezone),
  };
};

/** A draft after the session that it is of has changed: what it had not changed itself follows. */
export function rebasedDraft(draft: SessionDraft, before: StoredSession, after: StoredSession): SessionDraft {
  const [was, is] = [draftOf(before), draftOf(after)];
  const own = Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) => !isDeepStrictEqual(value, was[name as keyof SessionDraft]),
    ),
  );
  return { ...is, ...own };
}

/** What a revision that waits says. */
export const draftOfRevision = ({ doc }: { doc: string }): SessionDraft => JSON.parse(doc) as SessionDraft;

/** The session as a draft makes it: an edit of one that is there, or a new one. */
export const sessionAfter = (
  before: StoredSession | undefined,
  id: string,
  draft: SessionDraft,
  now: number,
): StoredSession => (before ? applyDraft(before, draft, now) : newSession(id, draft, now));

/** A version that was replaced, as it is when it is published again. */
export function revertedTo({ doc }: { doc: string }, now: number): StoredSession {
  const session = JSON.parse(doc) as StoredSession;
  return { ...session, updatedAt: wallClockOf(now, session.timezone) };
}

/** A copy, on the same rank of its weekday in the next month that is free; people, link and outcome are not copied. */
export function copyOf(session: StoredSession, takenMonths: ReadonlySet<string>): SessionDraft {
  const start = sameRankNextMonth(session.start, takenMonths);
  const shifted = (wall: Wall | null) => wall && endLike(start, { start: session.start, end: wall });
  return {
    ...draftOf(session),
    start,
    end: shifted(session.end)!,
    opensAt: shifted(session.registration.opensAt),
    closesAt: shifted(session.registration.closesAt),
  };
}

/** The same rank of the same weekday, “the third Thursday”, in the next month that is free; the last where it has none. */
export function sameRankNextMonth(start: Wall, takenMonths: ReadonlySet<string>): Wall {
  const rank = Math.ceil(Number(start.slice(8, 10)) / 7);
  const weekday = weekdayOf(start);
  let month = nextMonth(start.slice(0, 7));
  for (let i = 0; i < 24 && takenMonths.has(month); i++) month = nextMonth(month);
  let day = `${month}-01${start.slice(10)}`;
  while (weekdayOf(day) !== weekday) day = plusDays(day, 1);
  day = plusDays(day, 7 * (rank - 1));
  return day.startsWith(month) ? day : plusDays(day, -7);
}

const weekdayOf = (wall: Wall) => new Date(`${wall.slice(0, 10)}T12:00:00Z`).getUTCDay();

function nextMonth(month: string): string {
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`;
}
