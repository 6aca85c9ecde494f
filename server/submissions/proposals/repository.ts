import { CommunityProposal, type CommunityProposalStatus } from '../../../src/contract/index.js';
import type { Row, Sql } from '../../db/database.js';
import {
  addSubmission,
  listSubmissions,
  submissionIn,
  type NewSubmission,
  type StoredSubmission,
  type SubmissionCursor,
} from '../submission-row.js';

export interface StoredProposal extends StoredSubmission {
  status: CommunityProposalStatus;
}

const parse = (row: Row): StoredProposal => ({
  ...submissionIn(row),
  status: String(row['status']) as CommunityProposalStatus,
});

export const addProposal = (sql: Sql, proposal: NewSubmission): Promise<void> =>
  addSubmission(sql, 'proposal', proposal, {});

export async function findProposal(sql: Sql, id: string): Promise<StoredProposal | undefined> {
  const [row] = await sql.all(`select * from proposals where id = $1`, [id]);
  return row && parse(row);
}

export async function setProposalStatus(
  sql: Sql,
  id: string,
  change: { status: CommunityProposalStatus; at: string; confirmedAt?: string },
): Promise<void> {
  await sql.run(
    `update proposals set status = $1, updated_at = $2, confirmed_at = coalesce($3, confirmed_at) where id = $4`,
    [change.status, change.at, change.confirmedAt ?? null, id],
  );
}

export interface ProposalFilter {
  status?: CommunityProposalStatus | undefined;
  after?: SubmissionCursor | undefined;
  limit: number;
}

/** Newest first. */
export async function listProposals(
  sql: Sql,
  { status, ...page }: ProposalFilter,
): Promise<CommunityProposal[]> {
  const found = await listSubmissions(sql, 'proposals', { equals: { status }, ...page }, parse);
  return found.map((one) => CommunityProposal.parse(one));
}
