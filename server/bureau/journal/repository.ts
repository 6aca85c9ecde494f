import type { Sql } from '../../db/database.js';
import { newId } from '../../shared/secrets.js';
import type { Actor } from '../team/rights.js';

/** One line of the journal: never an answer, an address or a link. */
export interface JournalLine {
  /** `member:…`, `token:…`, `setting:STAFF_TOKEN` or `server`. */
  actor: string;
  action: string;
  /** What it was done to: `join-request`, `session`, `member`… */
  kind: string;
  subjectId: string;
  community?: string | null;
  /** Some words: a title, a state, a count. */
  summary?: string;
}

/** Writes down what was done, in the transaction that does it. */
export async function writeJournal({ query }: Sql, line: JournalLine, at: string): Promise<void> {
  const { actor, action, kind, subjectId, community = null, summary = '' } = line;
  await query
    .insertInto('journal')
    .values({ id: newId(), at, actor, action, kind, subject_id: subjectId, community, summary })
    .execute();
}

/** Writes down that personal data was read in bulk. */
export const writeReading = (
  sql: Sql,
  actor: Actor,
  about: { kind: string; community?: string | null; count: number },
  at: string,
): Promise<void> =>
  writeJournal(
    sql,
    {
      actor: actor.id,
      action: 'read',
      kind: about.kind,
      subjectId: '',
      community: about.community ?? null,
      summary: String(about.count),
    },
    at,
  );

export interface WrittenLine extends Required<JournalLine> {
  id: string;
  at: string;
}

/** Newest first; of some communities alone where the reader has no more. */
export async function readJournal(
  { query }: Sql,
  { reach, before, limit }: { reach: 'all' | readonly string[]; before?: string | undefined; limit: number },
): Promise<WrittenLine[]> {
  let lines = query.selectFrom('journal').selectAll();
  if (reach !== 'all') lines = lines.where('community', 'in', [...reach, '']);
  if (before) lines = lines.where('at', '<', before);
  const rows = await lines.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ subject_id, ...row }) => ({ ...row, subjectId: subject_id }));
}

export async function forgetJournalBefore({ query }: Sql, before: string): Promise<number> {
  const { numDeletedRows } = await query.deleteFrom('journal').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
