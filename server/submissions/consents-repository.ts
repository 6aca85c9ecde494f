import type { Sql } from '../db/database.js';

/** What a person submitted: the table that holds it. */
export type SubmissionKind = 'join-request' | 'registration' | 'proposal';

export interface ConsentEvent {
  id: string;
  subjectKind: SubmissionKind;
  subjectId: string;
  event: 'given' | 'confirmed' | 'withdrawn';
  purpose: string;
  textSha256: string;
  text: string;
  language: string;
  formVersion: string;
  widgetVersion: string | null;
  sourceSite: string | null;
  at: string;
}

/** Adds to the proof of consent; nothing in it is ever changed (P04). */
export async function addConsentEvent(sql: Sql, consent: ConsentEvent): Promise<void> {
  await sql.run(
    `insert into consent_events (id, subject_kind, subject_id, event, purpose, text_sha256, text, language, form_version,
       widget_version, source_site, at, place)
     select $1, $12, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(max(place), 0) + 1
     from consent_events where subject_id = $2`,
    [
      consent.id,
      consent.subjectId,
      consent.event,
      consent.purpose,
      consent.textSha256,
      consent.text,
      consent.language,
      consent.formVersion,
      consent.widgetVersion,
      consent.sourceSite,
      consent.at,
      consent.subjectKind,
    ],
  );
}

export async function consentEventsOf(sql: Sql, subjectId: string): Promise<ConsentEvent[]> {
  const rows = await sql.all(`select * from consent_events where subject_id = $1 order by place`, [
    subjectId,
  ]);
  return rows.map((row) => ({
    id: String(row['id']),
    subjectKind: String(row['subject_kind']) as SubmissionKind,
    subjectId: String(row['subject_id']),
    event: String(row['event']) as ConsentEvent['event'],
    purpose: String(row['purpose']),
    textSha256: String(row['text_sha256']),
    text: String(row['text']),
    language: String(row['language']),
    formVersion: String(row['form_version']),
    widgetVersion: row['widget_version'] == null ? null : String(row['widget_version']),
    sourceSite: row['source_site'] == null ? null : String(row['source_site']),
    at: String(row['at']),
  }));
}

/** The purposes that each subject consented to and did not withdraw. */
export async function consentsOf(sql: Sql, subjects: readonly string[]): Promise<Map<string, string[]>> {
  const given = new Map<string, string[]>();
  if (subjects.length === 0) return given;
  const rows = await sql.all(
    `select subject_id, purpose, event from consent_events
     where subject_id in (${subjects.map((_, i) => `$${i + 1}`).join(', ')}) order by subject_id, place`,
    subjects,
  );
  for (const row of rows) {
    const subject = String(row['subject_id']);
    const purpose = String(row['purpose']);
    const before = (given.get(subject) ?? []).filter((known) => known !== purpose);
    given.set(subject, row['event'] === 'withdrawn' ? before : [...before, purpose]);
  }
  return given;
}
