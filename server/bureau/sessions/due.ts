import { utc } from '../../../src/contract/time-zone.js';
import type { Database } from '../../db/database.js';
import { describe, type Log } from '../../shared/log.js';
import { newId } from '../../shared/secrets.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { writeJournal } from '../journal/repository.js';
import { type Draft, dueDrafts, unschedule } from '../revisions/repository.js';
import { actorOf, findMember } from '../team/repository.js';
import { may } from '../team/rights.js';
import type { SessionDraft } from './draft.js';
import { publishDraft } from './publish.js';

interface Parts {
  db: Database;
  now: () => number;
  log: Log;
  registrations: RegistrationService;
  onMail: () => void;
}

/**
 * Publishes the sessions whose time has come, for whoever scheduled them, if they still may; returns how many they are.
 * What cannot be published stays a draft, and the journal says so.
 */
export async function publishDue(parts: Parts): Promise<number> {
  const { db, now, log, onMail } = parts;
  let published = 0;
  for (const draft of await dueDrafts(db, 'session', utc(now()))) {
    try {
      if (await publishOne(parts, draft)) published++;
      else await giveUp(parts, draft);
    } catch (error) {
      log('error', 'a session was not published at its time', { id: draft.subjectId, ...describe(error) });
      await giveUp(parts, draft);
    }
  }
  if (published) onMail();
  return published;
}

async function publishOne(
  parts: Parts,
  { subjectId, number, doc, community, author }: Draft,
): Promise<boolean> {
  const member = await findMember(parts.db, author.replace(/^member:/, ''));
  const actor = member && !member.disabledAt && actorOf(member);
  if (!actor || !may(actor, 'sessions:write', community)) return false;
  const done = await publishDraft(parts, actor, {
    id: subjectId,
    base: number,
    key: newId(),
    draft: JSON.parse(doc) as SessionDraft,
  });
  return !('conflict' in done);
}

async function giveUp({ db, now }: Parts, { subjectId, community }: Draft): Promise<void> {
  await db.transaction(async (sql) => {
    if (!(await unschedule(sql, { kind: 'session', id: subjectId }))) return;
    const line = { actor: 'server', action: 'unschedule', kind: 'session', subjectId, community };
    await writeJournal(sql, line, utc(now()));
  });
}
