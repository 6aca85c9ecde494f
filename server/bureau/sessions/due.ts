import { utc } from '../../../src/contract/time-zone.js';
import type { Database } from '../../db/database.js';
import { InvalidError } from '../../shared/errors.js';
import { describe, type Log } from '../../shared/log.js';
import { newId } from '../../shared/secrets.js';
import type { RegistrationService } from '../../submissions/registrations/service.js';
import { type Draft, dueDrafts, unschedule } from '../revisions/repository.js';
import { actorOf, findMember } from '../team/repository.js';
import { type Actor, may, settingsActor } from '../team/rights.js';
import { apiTokenNamed, tokenActor } from '../tokens/repository.js';
import { draftOfRevision } from './draft.js';
import { publishDraft } from './publish.js';
import { stopPublication } from './service.js';

interface Parts {
  db: Database;
  now: () => number;
  log: Log;
  registrations: RegistrationService;
  staffToken: string | null;
  onMail: () => void;
}

/** What passes by itself, such as a busy database, is tried again for so long. */
const TRIED_FOR_MS = 24 * 3_600_000;

/**
 * Publishes the sessions whose time has come, for whoever scheduled them, if they still may; returns how many they are.
 * What cannot be published stays a draft, and the journal says so.
 */
export async function publishDue(parts: Parts): Promise<number> {
  const { db, now, log, onMail } = parts;
  let published = 0;
  for (const draft of await dueDrafts(db, 'session', utc(now()))) {
    try {
      const done = await publishOne(parts, draft);
      if (done === 'published') published++;
      if (done === 'refused') await stopPublication(parts, 'server', draft);
    } catch (error) {
      log('error', 'a session was not published at its time', { id: draft.subjectId, ...describe(error) });
      const isLasting = error instanceof InvalidError || now() - Date.parse(draft.publishAt!) > TRIED_FOR_MS;
      if (isLasting) await stopPublication(parts, 'server', draft).catch(() => undefined);
    }
  }
  if (published) onMail();
  return published;
}

async function publishOne(parts: Parts, draft: Draft): Promise<'published' | 'refused' | 'left'> {
  const { subjectId, number, community, author } = draft;
  const actor = await actorNamed(parts, author);
  if (!actor || !may(actor, 'sessions:write', community)) return 'refused';
  const done = await publishDraft(parts, actor, {
    id: subjectId,
    base: number,
    key: newId(),
    draft: draftOfRevision(draft),
    // Whoever stops it or writes it anew in this very moment comes first.
    isWanted: (sql) => unschedule(sql, { kind: 'session', id: subjectId }, number),
  });
  return 'conflict' in done ? 'left' : 'published';
}

/** Whoever scheduled something, as far as they may still act. */
async function actorNamed({ db, now, staffToken }: Parts, name: string): Promise<Actor | undefined> {
  const colon = name.indexOf(':');
  const [kind, id] = [name.slice(0, colon), name.slice(colon + 1)];
  if (kind === 'setting') return staffToken === null ? undefined : settingsActor;
  if (kind === 'token') {
    const token = await apiTokenNamed(db, id, utc(now()));
    return token && tokenActor(token);
  }
  const member = await findMember(db, id);
  return member && !member.disabledAt ? actorOf(member) : undefined;
}
