import type { Selectable } from 'kysely';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';

export type RevisionKind = 'session';
export type RevisionState = 'draft' | 'published' | 'replaced' | 'discarded';

/** One version of something, as somebody wrote it. */
export interface Revision {
  number: number;
  doc: string;
  state: RevisionState;
  community: string;
  /** `member:…`; empty for what was there before the desk changed it. */
  author: string;
  at: string;
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
  revision: Omit<Revision, 'number'>,
): Promise<number> {
  const number = (await newestNumber(sql, { kind, id })) + 1;
  const over = sql.query.updateTable('revisions').where('kind', '=', kind).where('subject_id', '=', id);
  await over.set({ state: 'discarded' }).where('state', '=', 'draft').execute();
  if (revision.state === 'published')
    await over.set({ state: 'replaced' }).where('state', '=', 'published').execute();
  await sql.query
    .insertInto('revisions')
    .values({ kind, subject_id: id, number, ...revision })
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
}: Selectable<Tables['revisions']>): Revision => ({
  number,
  doc,
  state: state as RevisionState,
  community,
  author,
  at,
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

/** Drafts that wait, the newest first. */
export async function draftsOf(
  { query }: Sql,
  kind: RevisionKind,
): Promise<(Revision & { subjectId: string })[]> {
  const rows = await query
    .selectFrom('revisions')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', '=', 'draft')
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...revisionIn(row), subjectId: row.subject_id }));
}

/** Drops the draft of something; false when there is none. */
export async function discardDraft({ query }: Sql, { kind, id }: Subject): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('revisions')
    .set({ state: 'discarded' })
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', '=', 'draft')
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
