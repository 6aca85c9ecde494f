import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import { writeJournal } from '../journal/repository.js';
import { restore } from '../requests/service.js';
import { registrationsOf } from '../../submissions/registrations/repository.js';
import { restoreSession } from '../sessions/publish.js';
import type { Actor } from '../team/rights.js';
import { dropHeldMails, findPress, markUndone, type Press } from './repository.js';

/** What came of taking a press back. */
export interface TakenBack {
  /** Answers and changes that were taken back, with their mails. */
  restored: number;
  /** What had moved on meanwhile, and stays. */
  left: number;
}

/** Takes a press back whole: mails that have not gone are deleted, states put back, seats counted again. */
export async function takeBack(
  { db, now }: { db: Database; now: () => number },
  actor: Actor,
  id: string,
): Promise<TakenBack | 'missing' | 'too-late'> {
  return db.transaction(async (sql) => {
    const press = await findPress(sql, id);
    if (press?.memberId !== actor.id) return 'missing';
    const at = utc(now());
    if (!(await markUndone(sql, id, at))) return 'too-late';
    let restored = 0;
    for (const { kind, ...change } of press.changes) {
      const isDone =
        kind === 'session'
          ? await restoreSession(sql, change, { author: actor.id, at })
          : await restore(sql, { kind, ...change }, at);
      // The mails of what stays as it is go: those whom they concern have to hear of it.
      if (isDone) {
        restored++;
        await dropHeldMails(
          sql,
          id,
          kind === 'session' ? await registrationsOf(sql, change.id) : [change.id],
        );
      }
      await writeJournal(sql, { actor: actor.id, action: 'take-back', kind, subjectId: change.id }, at);
    }
    return { restored, left: press.changes.length - restored };
  });
}

/** A press of this member that can still be taken back, or was. */
export async function pressOf(sql: Sql, actor: Actor, id: string): Promise<Press | undefined> {
  const press = await findPress(sql, id);
  return press?.memberId === actor.id ? press : undefined;
}
