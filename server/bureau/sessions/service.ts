import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import {
  findSession,
  lockSession,
  onlineLinkOf,
  sessionColumns,
  sessionIn,
  setOnlineLink,
  type StoredSession,
} from '../../sessions/repository.js';
import { instantOf } from '../../shared/wall-clock.js';
import { readable } from '../../shared/readable.js';
import { remindAgain } from '../../submissions/registrations/repository.js';
import { writeJournal } from '../journal/repository.js';
import { discardDraft, newestNumber, revisionsOf, unschedule } from '../revisions/repository.js';
import type { Actor } from '../team/rights.js';
import type { SessionDraft } from './draft.js';
import { type Warning, warningsFor } from './warnings.js';

const HOUR = 3_600_000;

interface Parts {
  db: Database;
  now: () => number;
}

/** A name for a new session: its community and day, with a number where that is taken. */
export async function freeId(sql: Sql, { community, start }: SessionDraft): Promise<string> {
  const name = `${community}-${start.slice(0, 10)}`;
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? name : `${name}-${nth}`;
    if (!(await findSession(sql, id)) && !(await newestNumber(sql, { kind: 'session', id }))) return id;
  }
}

/** Sets the address of the online meeting; those who have a seat are reminded again. */
export async function changeLink(
  { db, now }: Parts,
  actor: Actor,
  { id, community, link }: { id: string; community: string; link: string | null },
): Promise<void> {
  await db.transaction(async (sql) => {
    await lockSession(sql, id);
    if ((await onlineLinkOf(sql, id)) === link) return;
    await setOnlineLink(sql, id, link);
    await remindAgain(sql, id);
    const line = { actor: actor.id, action: 'change', kind: 'session', subjectId: id, community };
    await writeJournal(sql, { ...line, summary: 'lien' }, utc(now()));
  });
}

/** The community of a session, or of what is drafted under its name; undefined where there is neither. */
export async function communityOf(sql: Sql, id: string): Promise<string | undefined> {
  const session = await findSession(sql, id);
  return session?.community ?? (await revisionsOf(sql, { kind: 'session', id }))[0]?.community;
}

type Reach = 'all' | readonly string[];

/** Sessions of some communities that are not over at `from`, the earliest first. */
export async function sessionsFrom(
  { query }: Sql,
  { from, to, reach }: { from: string; to?: string; reach: Reach },
): Promise<StoredSession[]> {
  let list = query.selectFrom('sessions').select(sessionColumns).where('ends_at', '>=', from);
  if (to) list = list.where('starts_at', '<', to);
  if (reach !== 'all') list = list.where('community', 'in', [...reach, '']);
  return readable('session', await list.orderBy('starts_at').orderBy('id').limit(300).execute(), sessionIn);
}

/** As many past sessions are on one page. */
const ON_A_PAGE = 50;

/** A page of the past sessions of some communities, the latest first; pages are counted from 1. */
export async function pastSessions(
  { query }: Sql,
  { before, page, reach }: { before: string; page: number; reach: Reach },
): Promise<{ sessions: StoredSession[]; next: number | undefined }> {
  let list = query.selectFrom('sessions').select(sessionColumns).where('ends_at', '<', before);
  if (reach !== 'all') list = list.where('community', 'in', [...reach, '']);
  const rows = await list
    .orderBy('ends_at', 'desc')
    .orderBy('id')
    .offset((page - 1) * ON_A_PAGE)
    .limit(ON_A_PAGE + 1)
    .execute();
  const next = rows.length > ON_A_PAGE ? page + 1 : undefined;
  return { sessions: readable('session', rows.slice(0, ON_A_PAGE), sessionIn), next };
}

/** What deserves a second look. */
export async function warningsOf(
  sql: Sql,
  session: StoredSession,
  now: number,
  /** Sessions that move along: where they are now does not count. */
  along: ReadonlySet<string> = new Set(),
): Promise<Warning[]> {
  const at = (wall: string) => instantOf(wall, session.timezone);
  const around = await sessionsFrom(sql, {
    from: utc(at(session.start) - 12 * HOUR),
    to: utc(at(session.end) + 12 * HOUR),
    reach: 'all',
  });
  const others = around.filter(({ id }) => !along.has(id));
  const hasLink = Boolean(await onlineLinkOf(sql, session.id));
  return warningsFor(session, { others, now, hasLink });
}

/** The months to come in which the community has a session of this kind. */
export async function monthsTaken(
  sql: Sql,
  { community, kind }: StoredSession,
  now: number,
): Promise<ReadonlySet<string>> {
  const coming = await sessionsFrom(sql, { from: utc(now), reach: [community] });
  return new Set(coming.filter((one) => one.kind === kind).map(({ start }) => start.slice(0, 7)));
}

/**
 * Takes the time of publication away from a draft, of this version alone: one that was published or written anew meanwhile
 * is left.
 */
export async function stopPublication(
  { db, now }: Parts,
  actor: string,
  { subjectId, number, community }: { subjectId: string; number: number; community: string },
): Promise<void> {
  await db.transaction(async (sql) => {
    if (!(await unschedule(sql, { kind: 'session', id: subjectId }, number))) return;
    const line = { actor, action: 'unschedule', kind: 'session', subjectId, community };
    await writeJournal(sql, line, utc(now()));
  });
}

/** Gives up the draft of a session. */
export async function dropDraft(
  { db, now }: Parts,
  actor: Actor,
  { id, community }: { id: string; community: string },
): Promise<void> {
  await db.transaction(async (sql) => {
    if (!(await discardDraft(sql, { kind: 'session', id }))) return;
    const line = { actor: actor.id, action: 'change', kind: 'session', subjectId: id };
    await writeJournal(sql, { ...line, community, summary: 'brouillon abandonné' }, utc(now()));
  });
}
