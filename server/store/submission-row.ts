import type { Answer } from '../../src/contract/index.js';
import type { Row, SqlValue } from './sql.js';

/** What every submission holds, whatever it asks for. */
export interface NewSubmission {
  id: string;
  emailKey: string;
  receivedAt: string;
  language: string;
  formVersion: string;
  sourceSite: string | null;
  answers: Record<string, Answer>;
}

export interface StoredSubmission extends NewSubmission {
  confirmedAt: string | null;
}

const text = (value: SqlValue | undefined) => (value == null ? null : String(value));

export const submissionIn = (row: Row): StoredSubmission => ({
  id: String(row['id']),
  emailKey: String(row['email_key']),
  receivedAt: String(row['received_at']),
  confirmedAt: text(row['confirmed_at']),
  language: String(row['language']),
  formVersion: String(row['form_version']),
  sourceSite: text(row['source_site']),
  answers: JSON.parse(String(row['answers'])) as Record<string, Answer>,
});

/** Place after which a list goes on: the received time and id of the last one seen. */
export interface SubmissionPlace {
  receivedAt: string;
  id: string;
}

/** That a row comes after a place, newest first; `value` names a value in the text. */
export function isAfter({ receivedAt, id }: SubmissionPlace, value: (one: SqlValue) => string): string {
  const at = value(receivedAt);
  return `(received_at < ${at} or (received_at = ${at} and id < ${value(id)}))`;
}
