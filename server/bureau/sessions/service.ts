import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import {
  findSession,
  lockSession,
  onlineLinkOf,
  publishedSession,
  putSession,
  sessionColumns,
  sessionIn,
  setOnlineLink,
  type StoredSession,
} from '../../sessions/repository.js';
import { hasMoved } from '../../sessions/change.js';
import { instantOf } from '../../shared/wall-clock.js';
import { readable } from '../../shared/readable.js';
import { concernedBy, remindAgain } from '../../submissions/registrations/repository.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { lockCommunity } from '../../communities/repository.js';
import { writeJournal } from '../journal/repository.js';
import { beginPress, dropPress, endPress, findPress, holdingMails, setUntil } from '../presses/repository.js';
import { HOLD_MS } from '../presses/hold.js';
import { addRevision, newestNumber, revisionsOf } from '../revisions/repository.js';
import type { Actor } from '../team/rights.js';
import { applyDraft, newSession, type SessionDraft } from './draft.js';
import { type Warning, warningsFor } from './warnings.js';

const HOUR = 3_600_000;
/** So near to its start, people must hear of a change at once. */
const NOT_HELD_MS = 3 * HOUR;

interface Parts {
  db: Database;
  now: () => number;
  registrations: RegistrationService;
}

/** Somebody else saved meanwhile. */
export interface Conflict {
  conflict: StoredSession | undefined;
  newest: number;
}

export interface Published {
  id: string;
  press: string;
}

/** What is saved: a session, from the version that whoever saves started from, by a press of this name. */
interface Saving {
  id: string;
  base: number;
  key: string;
}

const subject = (id: string) => ({ kind: 'session' as const, id });

/**
 * Publishes a session or an edit of one: one transaction, one revision, one line in the journal. Whoever registered is told
 * of a new time, place or of a cancellation; their mails are held for two minutes, unless the session is near.
 */
export async function publish(
  { db, now, registrations }: Parts,
  actor: Actor,
  { id, base, key, change }: Saving & { change: (before: StoredSession | undefined) => StoredSession },
): Promise<Published | Conflict> {
  const at = utc(now());
  return db.transaction((sql) =>
    once(sql, { id, base, key, actor, at }, async () => {
      await lockSession(sql, id);
      const before = (await findSession(sql, id)) && (await publishedSession(sql, id));
      const newest = await newestNumber(sql, subject(id));
      if (newest !== base) return { conflict: before, newest };
      const after = change(before);
      const isNear = before && instantOf(before.start, before.timezone) - now() < NOT_HELD_MS;
      const until = utc(now() + (isNear ? 0 : HOLD_MS));
      await setUntil(sql, key, until);
      const from = before ? await keepWhatWas(sql, id, before) : 0;
      const subjects = (await concernedBy(sql, id)).map((registration) => registration.id);
      await holdingMails(sql, { subjects, press: { id: key, until } }, async () => {
        await putSession(sql, after);
        if (!before) return;
        if (hasMoved(before, after)) await remindAgain(sql, id);
        await registrations.news.tell(sql, before, (await findSession(sql, id))!);
      });
      const { community, title } = after;
      const doc = JSON.stringify(after);
      const to = await addRevision(sql, subject(id), {
        doc,
        state: 'published',
        community,
        author: actor.id,
        at,
      });
      const line = { actor: actor.id, action: 'publish', kind: 'session', subjectId: id };
      await writeJournal(sql, { ...line, community, summary: title }, at);
      return { from, to };
    }),
  );
}

/** Saves under the name of a press: a second click of it leads to what the first did. */
async function once(
  sql: Sql,
  { id, key, actor, at }: Saving & { actor: Actor; at: string },
  save: () => Promise<{ from: number; to: number } | Conflict>,
): Promise<Published | Conflict> {
  if (!(await beginPress(sql, { id: key, memberId: actor.id, at, until: at }))) {
    const [first] = (await findPress(sql, key))!.changes;
    return { id: first?.id ?? id, press: key };
  }
  const saved = await save();
  if ('conflict' in saved) {
    await dropPress(sql, key);
    return saved;
  }
  const { from, to } = saved;
  await endPress(sql, key, [{ kind: 'session', id, from: String(from), to: String(to) }]);
  return { id, press: key };
}

/** Keeps what stood before the desk first changed it; gives the number of the revision that is public. */
async function keepWhatWas(sql: Sql, id: string, before: StoredSession): Promise<number> {
  const all = await revisionsOf(sql, subject(id));
  const shown = all.find(({ state }) => state === 'published');
  if (shown && shown.doc === JSON.stringify(before)) return shown.number;
  // It was never at the desk, or a machine changed it since.
  return addRevision(sql, subject(id), {
    doc: JSON.stringify(before),
    state: 'published',
    community: before.community,
    author: '',
    at: utc(instantOf(before.updatedAt, before.timezone)),
  });
}

/** Puts back what was public before a press; false when it was changed again since. */
export async function restoreSession(
  sql: Sql,
  { id, from, to }: { id: string; from: string; to: string },
  { author, at }: { author: string; at: string },
): Promise<boolean> {
  await lockSession(sql, id);
  const all = await revisionsOf(sql, subject(id));
  const before = all.find(({ number }) => String(number) === from);
  if (!before || String(all[0]?.number) !== to) return false;
  await putSession(sql, JSON.parse(before.doc) as StoredSession);
  const { doc, community } = before;
  await addRevision(sql, subject(id), { doc, community, state: 'published', author, at });
  return true;
}

/** Publishes what a form says: of a session that is there, or of a new one. */
export const publishDraft = (
  parts: Parts,
  actor: Actor,
  { draft, ...saving }: Saving & { draft: SessionDraft },
): Promise<Published | Conflict> =>
  publish(parts, actor, {
    ...saving,
    change: (before) =>
      before ? applyDraft(before, draft, parts.now()) : newSession(saving.id, draft, parts.now()),
  });

/** Keeps a draft, which nobody but the desk sees. */
export async function saveDraft(
  { db, now }: Parts,
  actor: Actor,
  { id, base, key, draft }: Saving & { draft: SessionDraft },
): Promise<Published | Conflict> {
  const at = utc(now());
  return db.transaction((sql) =>
    once(sql, { id, base, key, actor, at }, async () => {
      await lockCommunity(sql, draft.community);
      const newest = await newestNumber(sql, subject(id));
      if (newest !== base) return { conflict: await findSession(sql, id), newest };
      const { community } = draft;
      const doc = JSON.stringify(draft);
      const to = await addRevision(sql, subject(id), {
        doc,
        state: 'draft',
        community,
        author: actor.id,
        at,
      });
      const line = { actor: actor.id, action: 'change', kind: 'session', subjectId: id };
      await writeJournal(sql, { ...line, community, summary: 'brouillon' }, at);
      return { from: newest, to };
    }),
  );
}

/** A name for a new session: its community and day, with a number where that is taken. */
export async function freeId(sql: Sql, { community, start }: SessionDraft): Promise<string> {
  const name = `${community}-${start.slice(0, 10)}`;
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? name : `${name}-${nth}`;
    if (!(await findSession(sql, id)) && !(await newestNumber(sql, subject(id)))) return id;
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

/** Sessions of the desk: of some communities, from a day on. */
export async function sessionsFrom(
  { query }: Sql,
  { from, to, reach }: { from: string; to?: string; reach: 'all' | readonly string[] },
): Promise<StoredSession[]> {
  let list = query.selectFrom('sessions').select(sessionColumns).where('ends_at', '>=', from);
  if (to) list = list.where('starts_at', '<', to);
  if (reach !== 'all') list = list.where('community', 'in', [...reach, '']);
  return readable('session', await list.orderBy('starts_at').orderBy('id').limit(300).execute(), sessionIn);
}

/** What deserves a second look. */
export async function warningsOf(sql: Sql, session: StoredSession, now: number): Promise<Warning[]> {
  const at = (wall: string) => instantOf(wall, session.timezone);
  const others = await sessionsFrom(sql, {
    from: utc(at(session.start) - 12 * HOUR),
    to: utc(at(session.end) + 12 * HOUR),
    reach: 'all',
  });
  const hasLink = Boolean(await onlineLinkOf(sql, session.id));
  return warningsFor(session, { others, now, hasLink });
}
