import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Database } from '../db/database.js';
import type { SubmissionKind } from '../submissions/consents-repository.js';
import { eraseSubmission, submissionKinds } from '../submissions/repository.js';

/** What was erased on demand, kept outside the database so that a restored backup can forget it again (P07). */
export interface ErasureLedger {
  /** Returns once it is on the disk. */
  add(kind: SubmissionKind, id: string, at: string): Promise<void>;
  /** Erases again whatever of it is in the database; tells how much was, and how many lines could not be read. */
  replay(db: Database): Promise<{ erased: number; unreadable: number }>;
}

const LedgerLine = z.object({
  at: z.string(),
  kind: z.enum(submissionKinds as [SubmissionKind, ...SubmissionKind[]]),
  id: z.string().regex(/^[0-9a-f]{32}$/),
});

/** One line of JSON for each erasure: a random identifier and a time, nothing of the person. */
export function fileLedger(file: string): ErasureLedger {
  return {
    async add(kind, id, at) {
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(file, 'a');
      try {
        // A line that a power cut left unfinished must not swallow this one.
        await handle.appendFile(`\n${JSON.stringify({ at, kind, id })}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async replay(db) {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
        throw error;
      });
      const done = { erased: 0, unreadable: 0 };
      for (const line of text.split('\n').filter(Boolean)) {
        const entry = LedgerLine.safeParse(parsed(line));
        if (!entry.success) {
          done.unreadable++;
          continue;
        }
        const { kind, id } = entry.data;
        if (await db.transaction((sql) => eraseSubmission(sql, kind, id))) done.erased++;
      }
      return done;
    },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
