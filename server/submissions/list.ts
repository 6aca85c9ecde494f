import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Sql } from '../db/database.js';
import { consentsOf } from './consents-repository.js';
import type { StoredSubmission, SubmissionPage } from './submission-row.js';

interface Listed {
  received_at: string;
  id: string;
}

/** A page of a list of submissions, newest first. */
export function pageOf<DB, TB extends keyof DB, O extends Listed>(
  list: SelectQueryBuilder<DB, TB, O>,
  { after, limit }: SubmissionPage,
): Promise<O[]> {
  // Every table of submissions has both columns; Kysely cannot tell that of a table it does not know.
  const listed = list as unknown as SelectQueryBuilder<{ listed: Listed }, 'listed', O>;
  const isAfter = (eb: ExpressionBuilder<{ listed: Listed }, 'listed'>) =>
    eb.or([
      eb('received_at', '<', after!.receivedAt),
      eb.and([eb('received_at', '=', after!.receivedAt), eb('id', '<', after!.id)]),
    ]);
  return (after ? listed.where(isAfter) : listed)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Each submission with the consents that hold. */
export async function withConsents<T extends StoredSubmission>(
  sql: Sql,
  found: readonly T[],
): Promise<(T & { consents: string[] })[]> {
  const ids = found.map(({ id }) => id);
  const consents = await consentsOf(sql, ids);
  return found.map((one) => ({ ...one, consents: consents.get(one.id) ?? [] }));
}
