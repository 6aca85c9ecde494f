import { utc } from '../../../src/contract/time-zone.js';
import { lockCommunity } from '../../communities/repository.js';
import type { Database, Sql } from '../../db/database.js';
import { hasMoved } from '../../sessions/change.js';
import {
  findSession,
  lockSession,
  publishedSession,
  putSession,
  removeSession,
  type StoredSession,
} from '../../sessions/repository.js';
import { invalid } from '../../shared/errors.js';
import { instantOf } from '../../shared/wall-clock.js';
import { concernedBy, remindAgain } from '../../submissions/registrations/repository.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { writeJournal } from '../journal/repository.js';
import { HOLD_MS } from '../presses/hold.js';
import {
  beginPress,
  dropPress,
  endPress,
  findPress,
  holdingMails,
  type PressChange,
  setUntil,
} from '../presses/repository.js';
import {
  addRevision,
  isWaiting,
  newestNumber,
  type Revision,
  revisionsOf,
  waitingOf,
} from '../revisions/repository.js';
import type { Actor } from '../team/rights.js';
import { draftOf, draftOfRevision, rebasedDraft, type SessionDraft, sessionAfter } from './draft.js';

const NOT_HELD_MS = 3 * 3_600_000;

/** Whether a session is so near that people must hear of a change at once. */
export const isNear = ({ start, timezone }: StoredSession, now: number): boolean =>
  instantOf(start, timezone) - now < NOT_HELD_MS;

interface Parts {
  db: Database;
  now: () => number;
  registrations: RegistrationService;
}

/** Somebody else saved meanwhile. */
export interface Conflict {
  id: string;
  conflict: StoredSession | undefined;
  newest: number;
}

export interface Published {
  id: string;
  press: string;
}

/** One session that is saved, from the version that whoever saves started from. */
interface Saving {
  id: string;
  base: number;
}

export interface Edit extends Saving {
  change: (before: StoredSession | undefined) => StoredSession;
  /** Whether it is the draft that waits: of any other change the draft stays, and follows it. */
  isDraft?: boolean;
  /** Asked once nobody else can change it: false where it is not to be published any more. */
  isWanted?: (sql: Sql, before: StoredSession | undefined) => Promise<boolean> | boolean;
}

const subject = (id: string) => ({ kind: 'session' as const, id });

/** Publishes one session or an edit of it. */
export const publish = (
  parts: Parts,
  actor: Actor,
  { key, isHeld, ...edit }: Edit & { key: string; isHeld?: boolean },
): Promise<Published | Conflict> => publishAll(parts, actor, { key, isHeld, edits: [edit] });

/**
 * Publishes sessions and edits of them by one press: one transaction, and for each a revision and a line in the journal.
 * Whoever registered is told of a new time, place or of a cancellation; their mails are held for two minutes, unless one of
 * the sessions is near or nobody is there to take it back.
 */
export async function publishAll(
  { db, now, registrations }: Parts,
  actor: Actor,
  { key, edits, isHeld = true }: { key: string; edits: readonly Edit[]; isHeld?: boolean | undefined },
): Promise<Published | Conflict> {
  const at = utc(now());
  // Always in one order: two presses about the same sessions wait for one another.
  const inOrder = edits.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return db.transaction((sql) =>
    once(sql, { key, actor, at }, async () => {
      const pairs: { edit: Edit; before: StoredSession | undefined }[] = [];
      for (const edit of inOrder) {
        await lockSession(sql, edit.id);
        const before = (await findSession(sql, edit.id)) && (await publishedSession(sql, edit.id));
        // What is not there yet cannot be locked: its community stands for it.
        if (!before) await lockKnown(sql, edit.change(undefined));
        const newest = await newestNumber(sql, subject(edit.id));
        const isCurrent = newest === edit.base && ((await edit.isWanted?.(sql, before)) ?? true);
        if (!isCurrent) return { id: edit.id, conflict: before, newest };
        pairs.push({ edit, before });
      }
      const isAtOnce = !isHeld || pairs.some(({ before }) => before && isNear(before, now()));
      const press = { id: key, until: utc(now() + (isAtOnce ? 0 : HOLD_MS)) };
      await setUntil(sql, key, press.until);
      const done: PressChange[] = [];
      for (const { edit, before } of pairs) {
        const { isDraft = false } = edit;
        const about = { before, after: edit.change(before), isDraft, press, actor, at };
        done.push(await publishOne(sql, registrations, about));
      }
      return done;
    }),
  );
}

async function publishOne(
  sql: Sql,
  registrations: RegistrationService,
  {
    before,
    after,
    isDraft,
    press,
    actor,
    at,
  }: {
    before: StoredSession | undefined;
    after: StoredSession;
    isDraft: boolean;
    press: { id: string; until: string };
    actor: Actor;
    at: string;
  },
): Promise<PressChange> {
  const { id, community, title } = after;
  const draft = before && !isDraft ? await waitingOf(sql, subject(id)) : undefined;
  const from = before ? await keepWhatWas(sql, id, before) : 0;
  const subjects = (await concernedBy(sql, id)).map((registration) => registration.id);
  await holdingMails(sql, { subjects, press }, async () => {
    await putSession(sql, after);
    if (!before) return;
    if (hasMoved(before, after)) await remindAgain(sql, id);
    await registrations.news.tell(sql, before, (await findSession(sql, id))!);
  });
  const doc = JSON.stringify(after);
  const revision = { doc, state: 'published' as const, community, author: actor.id, at };
  const to = await addRevision(sql, subject(id), revision);
  if (draft) await keepDraft(sql, id, draft, { before: before!, after });
  const line = { actor: actor.id, action: 'publish', kind: 'session', subjectId: id };
  await writeJournal(sql, { ...line, community, summary: title }, at);
  return { kind: 'session', id, from: String(from), to: String(to) };
}

/** Keeps what somebody drafts of a session that changed meanwhile: what they had not touched follows the change. */
async function keepDraft(
  sql: Sql,
  id: string,
  draft: Revision,
  { before, after }: { before: StoredSession; after: StoredSession },
): Promise<void> {
  const doc = JSON.stringify(rebasedDraft(draftOfRevision(draft), before, after));
  const { state, community, author, at, publishAt } = draft;
  await addRevision(sql, subject(id), { doc, state, community, author, at, publishAt });
}

/** Locks the community of a session; throws for one that nobody knows. */
async function lockKnown(sql: Sql, { community }: { community: string }): Promise<void> {
  if (!(await lockCommunity(sql, community)))
    throw invalid('/community', 'unusable', `No community is called “${community}”.`);
}

/** Saves under the name of a press: a second click of it leads to what the first did. */
async function once(
  sql: Sql,
  { key, actor, at }: { key: string; actor: Actor; at: string },
  save: () => Promise<PressChange[] | Conflict>,
): Promise<Published | Conflict> {
  if (!(await beginPress(sql, { id: key, memberId: actor.id, at, until: at })))
    return { id: (await findPress(sql, key))!.changes[0]!.id, press: key };
  const saved = await save();
  if ('conflict' in saved) {
    await dropPress(sql, key);
    return saved;
  }
  await endPress(sql, key, saved);
  return { id: saved[0]!.id, press: key };
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
  const shown = all.find(({ state }) => state === 'published');
  if (!shown || String(shown.number) !== to) return false;
  const after = JSON.parse(shown.doc) as StoredSession;
  if (from === '0') return withdraw(sql, after, shown, { author, at });
  const before = all.find(({ number }) => String(number) === from);
  if (!before) return false;
  const draft = all.find(isWaiting);
  const session = JSON.parse(before.doc) as StoredSession;
  await putSession(sql, session);
  const { doc, community } = before;
  await addRevision(sql, subject(id), { doc, community, state: 'published', author, at });
  if (draft) await keepDraft(sql, id, draft, { before: after, after: session });
  return true;
}

/** Makes a session that was published first by a press a draft again, unless somebody has registered since. */
async function withdraw(
  sql: Sql,
  session: StoredSession,
  { community }: Revision,
  { author, at }: { author: string; at: string },
): Promise<boolean> {
  if (!(await removeSession(sql, session.id))) return false;
  const doc = JSON.stringify(draftOf(session));
  await addRevision(sql, subject(session.id), { doc, community, state: 'draft', author, at });
  return true;
}

/** Publishes what a form says: of a session that is there, or of a new one. */
export const publishDraft = (
  parts: Parts,
  actor: Actor,
  { draft, ...saving }: Saving & Pick<Edit, 'isWanted'> & { key: string; draft: SessionDraft },
): Promise<Published | Conflict> =>
  publish(parts, actor, {
    ...saving,
    isDraft: true,
    change: (before) => sessionAfter(before, saving.id, draft, parts.now()),
  });

/** Keeps a draft, which nobody but the desk sees; with a time, it is published then. One that has a time keeps it. */
export async function saveDraft(
  { db, now }: Pick<Parts, 'db' | 'now'>,
  actor: Actor,
  {
    id,
    base,
    key,
    draft,
    publishAt,
  }: Saving & { key: string; draft: SessionDraft; publishAt?: string | null },
): Promise<Published | Conflict> {
  const at = utc(now());
  return db.transaction((sql) =>
    once(sql, { key, actor, at }, async () => {
      const known = await findSession(sql, id);
      if (known) await lockSession(sql, id);
      else await lockKnown(sql, draft);
      const newest = await newestNumber(sql, subject(id));
      if (newest !== base) return { id, conflict: known, newest };
      const { community } = draft;
      const until = publishAt ?? (await waitingOf(sql, subject(id)))?.publishAt ?? null;
      const state = until ? ('scheduled' as const) : ('draft' as const);
      const revision = {
        doc: JSON.stringify(draft),
        state,
        community,
        author: actor.id,
        at,
        publishAt: until,
      };
      const to = await addRevision(sql, subject(id), revision);
      const line = {
        actor: actor.id,
        action: publishAt ? 'schedule' : 'change',
        kind: 'session',
        subjectId: id,
      };
      await writeJournal(sql, { ...line, community, summary: publishAt ? draft.title : 'brouillon' }, at);
      return [{ kind: 'session', id, from: String(newest), to: String(to) }];
    }),
  );
}
