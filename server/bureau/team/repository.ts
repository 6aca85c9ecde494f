import type { Selectable } from 'kysely';
import type { Sql } from '../../db/database.js';
import type { Tables } from '../../db/schema.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { readable } from '../../shared/readable.js';
import { newId } from '../../shared/secrets.js';
import { addressKey } from '../../submissions/forms/email.js';
import { type Actor, type Grant, type Role, roles } from './rights.js';

interface Profile {
  email: string;
  name: string;
  language: Language;
}

export interface Member extends Profile {
  id: string;
  createdAt: string;
  disabledAt: string | null;
  grants: readonly Grant[];
}

type MemberRow = Selectable<Tables['team_members']>;

const memberIn = (row: MemberRow, grants: readonly Grant[]): Member => {
  const profile = JSON.parse(row.profile) as Profile;
  return {
    id: row.id,
    email: profile.email,
    name: profile.name,
    language: closestLanguage(profile.language),
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    grants,
  };
};

export const actorOf = ({ id, grants }: Member): Actor => ({ id: `member:${id}`, grants });

async function withGrants({ query }: Sql, rows: readonly MemberRow[]): Promise<Member[]> {
  if (!rows.length) return [];
  const ids = rows.map(({ id }) => id);
  const grants = await query.selectFrom('team_roles').selectAll().where('member_id', 'in', ids).execute();
  const isRole = (role: string): role is Role => roles.some((one) => one === role);
  return readable('member of the team', rows, (row) =>
    memberIn(
      row,
      grants.flatMap(({ member_id, role, scope }) =>
        member_id === row.id && isRole(role) ? [{ role, scope }] : [],
      ),
    ),
  );
}

/** Everybody, those who left included, in the order in which they came. */
export async function allMembers(sql: Sql): Promise<Member[]> {
  return withGrants(
    sql,
    await sql.query.selectFrom('team_members').selectAll().orderBy('created_at').orderBy('id').execute(),
  );
}

export async function findMember(sql: Sql, id: string): Promise<Member | undefined> {
  const rows = await sql.query.selectFrom('team_members').selectAll().where('id', '=', id).execute();
  return (await withGrants(sql, rows))[0];
}

/** Whoever may enter under an address. */
export async function memberWithKey(sql: Sql, emailKey: string): Promise<Member | undefined> {
  const rows = await sql.query
    .selectFrom('team_members')
    .selectAll()
    .where('email_key', '=', emailKey)
    .execute();
  return (await withGrants(sql, rows))[0];
}

/** Adds somebody, or lets in again whoever left, with these roles alone. */
export async function putMember(
  sql: Sql,
  member: Profile & { grants: readonly Grant[]; invitedBy: string | null; at: string },
): Promise<string> {
  const { query, vault } = sql;
  const { email, name, language, grants, invitedBy, at } = member;
  const key = addressKey(vault, email);
  const profile = vault.seal(JSON.stringify({ email, name, language }));
  await query
    .insertInto('team_members')
    .values({ id: newId(), email_key: key, profile, created_at: at, invited_by: invitedBy })
    .onConflict((known) => known.column('email_key').doUpdateSet({ profile, disabled_at: null }))
    .execute();
  const { id } = await query
    .selectFrom('team_members')
    .select('id')
    .where('email_key', '=', key)
    .executeTakeFirstOrThrow();
  await setGrants(sql, id, grants);
  return id;
}

export async function setGrants({ query }: Sql, id: string, grants: readonly Grant[]): Promise<void> {
  await query.deleteFrom('team_roles').where('member_id', '=', id).execute();
  for (const { role, scope } of grants)
    await query.insertInto('team_roles').values({ member_id: id, role, scope }).execute();
}

export async function setProfile({ query, vault }: Sql, id: string, profile: Profile): Promise<void> {
  const { email, name, language } = profile;
  await query
    .updateTable('team_members')
    .set({ profile: vault.seal(JSON.stringify({ email, name, language })) })
    .where('id', '=', id)
    .execute();
}

/** Ends somebody's access: roles, devices and passkeys go, the name stays for the journal. */
export async function disableMember({ query }: Sql, id: string, at: string): Promise<void> {
  await query.updateTable('team_members').set({ disabled_at: at }).where('id', '=', id).execute();
  for (const table of ['team_roles', 'team_sessions', 'team_passkeys'] as const)
    await query.deleteFrom(table).where('member_id', '=', id).execute();
}

/** Keeps others from changing who administers the desk until the transaction ends. */
export async function lockAdministrators({ query }: Sql): Promise<void> {
  await query
    .updateTable('team_roles')
    .set(({ ref }) => ({ role: ref('role') }))
    .where('role', '=', 'administrator')
    .execute();
}

/** How many administer the desk. */
export async function countAdministrators({ query }: Sql): Promise<number> {
  const { count } = await query
    .selectFrom('team_roles')
    .innerJoin('team_members', 'team_members.id', 'team_roles.member_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
