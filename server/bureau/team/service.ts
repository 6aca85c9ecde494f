import { utc } from '../../../src/contract/time-zone.js';
import type { Database, Sql } from '../../db/database.js';
import type { Language } from '../../i18n/language.js';
import { welcomeMail } from '../../mail/desk-templates.js';
import { queueMail } from '../../mail/outbox.js';
import type { Addresses } from '../../shared/addresses.js';
import { newSecret, sha256 } from '../../shared/secrets.js';
import { addressKey } from '../../submissions/forms/email.js';
import { writeJournal } from '../journal/repository.js';
import { addLink } from '../sign-in/repository.js';
import {
  countAdministrators,
  disableMember,
  findMember,
  lockAdministrators,
  putMember,
  setGrants,
} from './repository.js';
import type { Actor, Grant } from './rights.js';
import { rolesInWords } from './roles-in-words.js';

interface NewMember {
  email: string;
  name: string;
  language: Language;
  grants: readonly Grant[];
}

const HOUR = 3_600_000;
const administrator: readonly Grant[] = [{ role: 'administrator', scope: '' }];
/** A name to begin with: whoever enters changes it. */
const nameIn = (email: string) => email.slice(0, email.indexOf('@'));

/** Adds somebody to the team and writes to them: without a secret, so that nobody who reads the mail gets in. */
export async function invite(
  sql: Sql,
  { links, at }: { links: Addresses; at: string },
  member: NewMember,
  invitedBy: Actor | null,
): Promise<string> {
  const id = await putMember(sql, { ...member, invitedBy: invitedBy?.id ?? null, at });
  const roles = [rolesInWords(member.grants, member.language)];
  await queueMail(sql, {
    subjectId: id,
    at,
    message: welcomeMail(member.email, { language: member.language, roles, url: links.desk }),
  });
  await writeJournal(
    sql,
    {
      actor: invitedBy?.id ?? 'server',
      action: 'invite',
      kind: 'member',
      subjectId: id,
      summary: rolesInWords(member.grants, 'fr'),
    },
    at,
  );
  return id;
}

/** Changes what somebody may do; false when nobody would administer the desk any more. */
export async function changeRoles(
  sql: Sql,
  id: string,
  grants: readonly Grant[],
  by: { actor: Actor; at: string },
): Promise<boolean> {
  if (await wouldBeLast(sql, id, grants)) return false;
  await setGrants(sql, id, grants);
  const summary = rolesInWords(grants, 'fr');
  await writeJournal(
    sql,
    { actor: by.actor.id, action: 'change-roles', kind: 'member', subjectId: id, summary },
    by.at,
  );
  return true;
}

/** Ends somebody's access; false when nobody would administer the desk any more. */
export async function endAccess(sql: Sql, id: string, by: { actor: Actor; at: string }): Promise<boolean> {
  if (await wouldBeLast(sql, id, [])) return false;
  await disableMember(sql, id, by.at);
  await writeJournal(sql, { actor: by.actor.id, action: 'end-access', kind: 'member', subjectId: id }, by.at);
  return true;
}

async function wouldBeLast(sql: Sql, id: string, grants: readonly Grant[]): Promise<boolean> {
  await lockAdministrators(sql);
  const count = await countAdministrators(sql);
  const member = await findMember(sql, id);
  const isOne = member?.grants.some(({ role }) => role === 'administrator');
  return Boolean(isOne) && count === 1 && !grants.some(({ role }) => role === 'administrator');
}

/**
 * Writes to the address of the settings while nobody administers the desk; whoever comes first is never the one. Of
 * several processes that start together, one does it. Returns whether somebody administers it now.
 */
export async function ensureFirstAdministrator(
  db: Database,
  { email, links, now }: { email: string | null; links: Addresses; now: number },
): Promise<boolean> {
  return db.exclusively(async (sql) => {
    if (await countAdministrators(sql)) return true;
    if (!email) return false;
    const member = { email, name: nameIn(email), language: 'fr' as const, grants: administrator };
    await invite(sql, { links, at: utc(now) }, member, null);
    return true;
  });
}

/** Makes somebody an administrator, and a link of one hour that lets them in: for the console of the machine alone. */
export async function inviteByCommand(
  db: Database,
  email: string,
  { links, now }: { links: Addresses; now: number },
): Promise<string> {
  const secret = newSecret();
  await db.transaction(async (sql) => {
    const at = utc(now);
    const id = await putMember(sql, {
      email,
      name: nameIn(email),
      language: 'fr',
      grants: administrator,
      invitedBy: null,
      at,
    });
    await addLink(sql, {
      hash: sha256(secret),
      purpose: 'invite',
      emailKey: addressKey(sql.vault, email),
      browserHash: '',
      codeHash: '',
      next: '/bureau',
      createdAt: at,
      expiresAt: utc(now + HOUR),
    });
    await writeJournal(
      sql,
      { actor: 'server', action: 'invite', kind: 'member', subjectId: id, summary: 'npm run invite' },
      at,
    );
  });
  return links.enterDesk(secret);
}

/** People of a demonstration: their addresses lead nowhere, and their pages say so. */
const demoTeam: readonly NewMember[] = [
  { email: 'equipe@f3e.example', name: 'Équipe du F3E', language: 'fr', grants: administrator },
  {
    email: 'animation-genre@f3e.example',
    name: 'Animation de la communauté genre',
    language: 'fr',
    grants: [{ role: 'animator', scope: 'community:genre' }],
  },
  {
    email: 'desk@f3e.example',
    name: 'F3E team, in English',
    language: 'en',
    grants: [{ role: 'team', scope: '' }],
  },
];

export async function ensureDemoTeam(db: Database, now: number): Promise<void> {
  await db.exclusively(async (sql) => {
    const { count } = await sql.query
      .selectFrom('team_members')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count) return;
    for (const [i, member] of demoTeam.entries())
      await putMember(sql, { ...member, invitedBy: null, at: utc(now + i) });
  });
}
