import type { Selectable } from 'kysely';
import type { Sql } from '../db/database.js';
import type { Tables } from '../db/schema.js';

/** Kinds of submissions. */
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

const parse = (row: Selectable<Tables['consent_events']>): ConsentEvent => ({
  id: row.id,
  subjectKind: row.subject_kind as SubmissionKind,
  subjectId: row.subject_id,
  event: row.event as ConsentEvent['event'],
  purpose: row.purpose,
  textSha256: row.text_sha256,
  text: row.text,
  language: row.language,
  formVersion: row.form_version,
  widgetVersion: row.widget_version,
  sourceSite: row.source_site,
  at: row.at,
});

/** Adds an event to the proof of consent; events are never changed (P04). */
export async function addConsentEvent({ query }: Sql, consent: ConsentEvent): Promise<void> {
  await query
    .insertInto('consent_events')
    .values(({ selectFrom, fn, eb, val }) => ({
      id: consent.id,
      subject_kind: consent.subjectKind,
      subject_id: consent.subjectId,
      event: consent.event,
      purpose: consent.purpose,
      text_sha256: consent.textSha256,
      text: consent.text,
      language: consent.language,
      form_version: consent.formVersion,
      widget_version: consent.widgetVersion,
      source_site: consent.sourceSite,
      at: consent.at,
      place: selectFrom('consent_events')
        .select(eb(fn.coalesce(fn.max('place'), val(0)), '+', 1).as('next'))
        .where('subject_id', '=', consent.subjectId),
    }))
    .execute();
}

export async function consentEventsOf({ query }: Sql, subjectId: string): Promise<ConsentEvent[]> {
  const rows = await query
    .selectFrom('consent_events')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('place')
    .execute();
  return rows.map(parse);
}

/** The purposes that each subject consented to and did not withdraw. */
export async function consentsOf(
  { query }: Sql,
  subjects: readonly string[],
): Promise<Map<string, string[]>> {
  const given = new Map<string, string[]>();
  if (subjects.length === 0) return given;
  const rows = await query
    .selectFrom('consent_events')
    .select(['subject_id', 'purpose', 'event'])
    .where('subject_id', 'in', subjects)
    .orderBy('subject_id')
    .orderBy('place')
    .execute();
  for (const { subject_id: subject, purpose, event } of rows) {
    const before = (given.get(subject) ?? []).filter((known) => known !== purpose);
    given.set(subject, event === 'withdrawn' ? before : [...before, purpose]);
  }
  return given;
}
