import type { Sql } from '../../db/database.js';
import { readable } from '../../shared/readable.js';
import { newId } from '../../shared/secrets.js';

export interface Note {
  id: string;
  subjectId: string;
  /** Identifier of the member. */
  author: string;
  at: string;
  kind: 'note' | 'question';
  text: string;
}

/** Keeps a note of the team beside what somebody sent; it is erased with it. */
export async function addNote({ query, vault }: Sql, note: Omit<Note, 'id'>): Promise<string> {
  const id = newId();
  await query
    .insertInto('notes')
    .values({
      id,
      subject_id: note.subjectId,
      author: note.author,
      at: note.at,
      kind: note.kind,
      note: vault.seal(note.text),
    })
    .execute();
  return id;
}

export async function dropNote({ query }: Sql, id: string): Promise<void> {
  await query.deleteFrom('notes').where('id', '=', id).execute();
}

/** Notes about some submissions, in the order in which they were written. */
export async function notesAbout({ query }: Sql, subjects: readonly string[]): Promise<Note[]> {
  if (!subjects.length) return [];
  const rows = await query
    .selectFrom('notes')
    .selectAll()
    .where('subject_id', 'in', subjects)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return readable('note', rows, (row) => ({
    id: row.id,
    subjectId: row.subject_id,
    author: row.author,
    at: row.at,
    kind: row.kind === 'question' ? 'question' : 'note',
    text: row.note,
  }));
}
