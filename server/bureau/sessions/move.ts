import { endLike, type WallClock } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import { publishedSession, type StoredSession } from '../../sessions/repository.js';
import { sessionsOfSeries } from '../../sessions/search-repository.js';
import { instantOf } from '../../shared/wall-clock.js';
import { concernedBy } from '../../submissions/registrations/repository.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { newestNumber } from '../revisions/repository.js';
import { applyDraft, draftOf, isOnClock } from './draft.js';

/** Which sessions of a series move: this one, this one and those after it, or all that are to come. */
export const moveScopes = ['this', 'following', 'all'] as const;
export type MoveScope = (typeof moveScopes)[number];

interface Parts {
  db: Database;
  now: () => number;
  registrations: RegistrationService;
}

export interface Move {
  /** The new start of the session that is moved; the others move by as much on the clock. */
  start: WallClock;
  scope: MoveScope;
}

/** One session that moves, and who is told. */
export interface Moved {
  before: StoredSession;
  after: StoredSession;
  /** The version that it moves from. */
  base: number;
  confirmed: number;
  /** Those who wait for a seat, an approval or an offer. */
  waiting: number;
}

/** Whether a session can still move: it has not begun, and it is not cancelled. */
export const canMove = ({ start, timezone, status }: StoredSession, now: number): boolean =>
  status !== 'cancelled' && instantOf(start, timezone) > now;

export type MoveFault = 'over' | 'same' | 'skipped';

/** Why a session does not move to a time; undefined when it does. */
export function moveFault(session: StoredSession, { start }: Move, now: number): MoveFault | undefined {
  if (!canMove(session, now)) return 'over';
  if (!isOnClock(start, session.timezone)) return 'skipped';
  return start === session.start ? 'same' : undefined;
}

/** The session after it has moved: it lasts as long, and what depends on its start moves with it. */
export function movedSession(
  session: StoredSession,
  { from, to, now }: { from: WallClock; to: WallClock; now: number },
): StoredSession {
  const shifted = (wall: WallClock) => endLike(to, { start: from, end: wall });
  const draft = { ...draftOf(session), start: shifted(session.start), end: shifted(session.end) };
  return applyDraft(session, draft, now);
}

/** The sessions that a move concerns, the one that is moved first among them. */
export async function sessionsInScope(
  sql: Sql,
  session: StoredSession,
  { scope, now }: { scope: MoveScope; now: number },
): Promise<StoredSession[]> {
  if (scope === 'this' || !session.series) return [session];
  return (await sessionsOfSeries(sql, session.series.id)).filter(
    (one) =>
      one.id === session.id ||
      (one.community === session.community &&
        canMove(one, now) &&
        (scope === 'all' || one.start > session.start)),
  );
}

/** What a move would change, session by session. */
export async function planMove(
  { db: sql, now: clock, registrations }: Parts,
  session: StoredSession,
  { start, scope }: Move,
): Promise<Moved[]> {
  const now = clock();
  const moved: Moved[] = [];
  for (const one of await sessionsInScope(sql, session, { scope, now })) {
    const before = await publishedSession(sql, one.id);
    const after = movedSession(before, { from: session.start, to: start, now });
    const people = registrations.news.wouldTell(before, after) ? await concernedBy(sql, one.id) : [];
    const confirmed = people.filter(({ state }) => state === 'confirmed').length;
    moved.push({
      before,
      after,
      base: await newestNumber(sql, { kind: 'session', id: one.id }),
      confirmed,
      waiting: people.length - confirmed,
    });
  }
  return moved;
}
