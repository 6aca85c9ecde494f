import type { Selectable } from 'kysely';
import type { Answer } from '../../src/contract/index.js';
import type { Sql } from '../db/database.js';
import type { SubmissionColumns } from '../db/schema.js';

/** Fields of every kind of submission. */
export interface NewSubmission {
  id: string;
  emailKey: string;
  receivedAt: string;
  language: string;
  formVersion: string;
  sourceSite: string | null;
  answers: Record<string, Answer>;
  /** Whether some answers are of a kind that is kept for less long. */
  hasSensitive: boolean;
  /** Reasons for a review by the team. */
  review: readonly string[];
}

export interface StoredSubmission extends NewSubmission {
  confirmedAt: string | null;
}

export const submissionIn = (row: Selectable<SubmissionColumns>): StoredSubmission => ({
  id: row.id,
  emailKey: row.email_key,
  receivedAt: row.received_at,
  confirmedAt: row.confirmed_at,
  language: row.language,
  formVersion: row.form_version,
  sourceSite: row.source_site,
  answers: JSON.parse(row.answers) as Record<string, Answer>,
  hasSensitive: row.has_sensitive === 1,
  review: row.review.split(' ').filter(Boolean),
});

/** The columns of a submission that waits for its confirmation. */
export const rowOf = ({ vault }: Pick<Sql, 'vault'>, submission: NewSubmission) => ({
  id: submission.id,
  email_key: submission.emailKey,
  received_at: submission.receivedAt,
  updated_at: submission.receivedAt,
  language: submission.language,
  form_version: submission.formVersion,
  source_site: submission.sourceSite,
  answers: vault.seal(JSON.stringify(submission.answers)),
  has_sensitive: submission.hasSensitive ? 1 : 0,
  review: submission.review.join(' '),
});

/** Cursor of a list of submissions: the received time and id of the last one. */
export interface SubmissionCursor {
  receivedAt: string;
  id: string;
}

/** A page of a list of submissions. */
export interface SubmissionPage {
  after?: SubmissionCursor | undefined;
  limit: number;
}
