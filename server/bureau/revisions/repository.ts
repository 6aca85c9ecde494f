import type { Selectable } from 'kysely';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';

export type RevisionKind = 'session';
export type RevisionState = 'draft' | 'scheduled' | 'published' | 'replaced' | 'discarded';

const waiting: readonly RevisionState[] = ['draft', 'scheduled'];

/** Whether a revision is not public yet. */
export const isWaiting = ({ state }: Pick<Revision, 'state'>): boolean => waiting.includes(state);

/** One version of something, as somebody wrote it. */
export interface Revision {
  number: number;
  doc: string;
  state: RevisionState;
  community: string;
  /** `member:…`; empty for what was there before the desk changed it. */
  author: string;
  at: string;
  /** When a scheduled one is published. */
  publishAt: string | null;
}

interface Subject {
  kind: RevisionKind;
  id: string;
}

/** The number of the last revision; 0 when there is none. Whoever saves names the one they started from. */
export async function newestNumber({ query }: Sql, { kind, id }: Subject): Promise<number> {
  const { number } = await query
    .selectFrom('revisions')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow();
  return number ?? 0;
}

/** Adds a revision after the last one; drafts and publications before it are marked as such. */
export async function addRevision(
  sql: Sql,
  { kind, id }: Subject,
  { publishAt = null, ...revision }: Omit<Revision, 'number' | 'publishAt'> & { publishAt?: string | null },
): Promise<number> {
  const number = (await newestNumber(sql, { kind, id })) + 1;
  const over = sql.query.updateTable('revisions').where('kind', '=', kind).where('subject_id', '=', id);
  await over.set({ state: 'discarded' }).where('state', 'in', waiting).execute();
  if (revision.state === 'published')
    await over.set({ state: 'replaced' }).where('state', '=', 'published').execute();
  await sql.query
    .insertInto('revisions')
    .values({ kind, subject_id: id, number, ...revision, publish_at: publishAt })
    .execute();
  return number;
}

const revisionIn = ({
  number,
  doc,
  state,
  community,
  author,
  at,
  publish_at,
}: Selectable<Tables['revisions']>): Revision => ({
  number,
  doc,
  state: state as RevisionState,
  community,
  author,
  at,
  publishAt: publish_at,
});

/** Newest first. */
export async function revisionsOf({ query }: Sql, { kind, id }: Subject): Promise<Revision[]> {
  const rows = await query
    .selectFrom('revisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
  return rows.map(revisionIn);
}

/** A revision, and what it is one of. */
export type Draft = Revision & { subjectId: string };

/** Drafts that wait, those with a time of publication as well; the newest first. */
export async function draftsOf({ query }: Sql, kind: RevisionKind): Promise<Draft[]> {
  const rows = await query
    .selectFrom('revisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', 'in', waiting)
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...revisionIn(row), subjectId: row.subject_id }));
}

/** Drafts whose time of publication has come, the oldest first. */
export async function dueDrafts({ query }: Sql, kind: RevisionKind, now: string): Promise<Draft[]> {
  const rows = await query
    .selectFrom('revisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...revisionIn(row), subjectId: row.subject_id }));
}

/**
 * Makes a version that was to be published a draft again; false when there is nothing of the kind: it was published, stopped
 * or written anew meanwhile.
 */
export async function unschedule({ query }: Sql, { kind, id }: Subject, number: number): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('revisions')
    .set({ state: 'draft', publish_at: null })
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('number', '=', number)
    .where('state', '=', 'scheduled')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The draft of something that waits, scheduled or not. */
export async function waitingOf({ query }: Sql, { kind, id }: Subject): Promise<Revision | undefined> {
  const row = await query
    .selectFrom('revisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', 'in', waiting)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row && revisionIn(row);
}

/** Drops the draft of something; false when there is none. */
export async function discardDraft({ query }: Sql, { kind, id }: Subject): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('revisions')
    .set({ state: 'discarded' })
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', 'in', waiting)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Forgets versions that nothing shows any more. */
export async function forgetRevisionsBefore({ query }: Sql, before: string): Promise<number> {
  const { numDeletedRows } = await query
    .deleteFrom('revisions')
    .where('at', '<', before)
    .where('state', 'in', ['replaced', 'discarded'])
    .executeTakeFirst();
  return Number(numDeletedRows);
}
