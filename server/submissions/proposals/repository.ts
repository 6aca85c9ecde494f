import type { Selectable } from 'kysely';
import { CommunityProposal, type CommunityProposalStatus } from '../../../src/contract/index.js';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { pageOf, withConsents } from '../list.js';
import {
  type NewSubmission,
  rowOf,
  type StoredSubmission,
  submissionIn,
  type SubmissionPage,
} from '../submission-row.js';

export interface StoredProposal extends StoredSubmission {
  status: CommunityProposalStatus;
}

const parse = (row: Selectable<Tables['proposals']>): StoredProposal => ({
  ...submissionIn(row),
  status: row.status as CommunityProposalStatus,
});

export async function addProposal(sql: Sql, proposal: NewSubmission): Promise<void> {
  await sql.query
    .insertInto('proposals')
    .values({ ...rowOf(sql, proposal), status: 'unconfirmed' })
    .execute();
}

export async function findProposal({ query }: Sql, id: string): Promise<StoredProposal | undefined> {
  const row = await query.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

export async function setProposalStatus(
  { query }: Sql,
  id: string,
  { status, at, confirmedAt }: { status: CommunityProposalStatus; at: string; confirmedAt?: string },
): Promise<void> {
  await query
    .updateTable('proposals')
    .set({ status, updated_at: at, ...(confirmedAt && { confirmed_at: confirmedAt }) })
    .where('id', '=', id)
    .execute();
}

export interface ProposalFilter extends SubmissionPage {
  status?: CommunityProposalStatus | undefined;
}

/** Newest first. */
export async function listProposals(
  sql: Sql,
  { status, ...page }: ProposalFilter,
): Promise<CommunityProposal[]> {
  let list = sql.query.selectFrom('proposals').selectAll();
  if (status) list = list.where('status', '=', status);
  const found = await withConsents(sql, (await pageOf(list, page)).map(parse));
  return found.map((one) => CommunityProposal.parse(one));
}
