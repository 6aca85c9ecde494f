import { type Context, Hono } from 'hono';
import { utc } from '../../../src/contract/time-zone.js';
import { allCommunities, type StoredCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { allowed } from '../../http/machines.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { teamMessages } from '../../i18n/desk/team.js';
import type { Language } from '../../i18n/language.js';
import { isPlainAddress } from '../../submissions/forms/email.js';
import { Choices, type Faults, FaultSummary, Field, renderDesk, Said, Select } from '../desk-pages.js';
import { provedOnly } from '../sign-in/page-routes.js';
import { allMembers, findMember, type Member } from './repository.js';
import { type Grant, type Role, roles } from './rights.js';
import { rolesInWords } from './roles-in-words.js';
import { changeRoles, endAccess, invite } from './service.js';

/** Roles that the pages of today are for; an editor of an organisation has none yet. */
const offered: readonly Role[] = ['administrator', 'team', 'animator', 'reader'];

interface State {
  faults?: Faults;
  sent?: URLSearchParams;
  said?: string | undefined;
}

/** Équipe: who enters, in which role. */
export function teamPages(parts: AppParts) {
  const { db, now, links, onMail } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('team:manage'), provedOnly(parts));

  const show = async (c: Context<DeskEnv>, state: State = {}) => {
    const language = languageOf(c);
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.team,
      status: state.faults ? 422 : 200,
      body: (
        <TeamPage
          language={language}
          members={await allMembers(db)}
          communities={await allCommunities(db)}
          self={c.get('member').id}
          state={state}
        />
      ),
    });
  };

  app.get('/', async (c) => show(c, { said: await saidOf(c.req.query(), languageOf(c)) }));

  /** What was just done, in words, from the address. */
  const saidOf = async (query: Record<string, string>, language: Language): Promise<string | undefined> => {
    const messages = teamMessages(language);
    const kind = (['invited', 'ended', 'changed'] as const).find((one) => one === query['fait']);
    const member = kind && (await findMember(db, query['qui'] ?? ''));
    return member && messages[kind](member.name);
  };

  app.post('/', async (c) => {
    const sent = await readForm(c);
    const language = languageOf(c);
    const name = (sent.get('nom') ?? '').trim().slice(0, 100);
    const email = (sent.get('adresse') ?? '').trim();
    const grants = grantsIn(sent, await allCommunities(db));
    const messages = teamMessages(language);
    const faults: Faults = {
      ...(!name && { nom: messages.badName }),
      ...(!isPlainAddress(email) && { adresse: messages.badAddress }),
      ...(!grants && { communaute: messages.badScope }),
    };
    if (Object.keys(faults).length || !grants) return show(c, { faults, sent });
    const id = await db.transaction((sql) =>
      invite(sql, { links, at: utc(now()) }, { email, name, language: 'fr', grants }, c.get('actor')),
    );
    onMail();
    return c.redirect(`/bureau/equipe?fait=invited&qui=${id}`, 303);
  });

  app.post('/:id', async (c) => {
    const sent = await readForm(c);
    const id = c.req.param('id');
    const member = await findMember(db, id);
    if (!member || member.disabledAt) throw new HttpError('not-found');
    const messages = teamMessages(languageOf(c));
    const by = { actor: c.get('actor'), at: utc(now()) };
    const isEnd = sent.get('acte') === 'retirer';
    const grants = grantsIn(sent, await allCommunities(db));
    if (!isEnd && !grants) return show(c, { faults: { [`communaute-${id}`]: messages.badScope }, sent });
    const done = await db.transaction((sql) =>
      isEnd ? endAccess(sql, id, by) : changeRoles(sql, id, grants!, by),
    );
    if (!done) return show(c, { faults: { [`role-${id}`]: messages.lastAdministrator } });
    return c.redirect(`/bureau/equipe?fait=${isEnd ? 'ended' : 'changed'}&qui=${id}`, 303);
  });
  return app;
}

/** The role that was chosen and where; nothing when an animator has no community. */
function grantsIn(sent: URLSearchParams, communities: readonly StoredCommunity[]): Grant[] | undefined {
  const role = offered.find((one) => one === sent.get('role')) ?? 'animator';
  if (role !== 'animator') return [{ role, scope: '' }];
  const chosen = sent.getAll('communaute').filter((slug) => communities.some((one) => one.slug === slug));
  return chosen.length ? chosen.map((slug) => ({ role, scope: `community:${slug}` })) : undefined;
}

function TeamPage({
  language,
  members,
  communities,
  self,
  state: { faults = {}, sent, said },
}: {
  language: Language;
  members: readonly Member[];
  communities: readonly StoredCommunity[];
  self: string;
  state: State;
}) {
  const messages = teamMessages(language);
  const common = { language, communities, faults };
  return (
    <>
      <Said text={said} />
      <FaultSummary faults={faults} language={language} />
      <h2>{messages.people}</h2>
      <ul class="rows">
        {members.map((member) => (
          <li>
            <p>
              <strong>{member.name}</strong>{' '}
              <span class="quiet">
                {member.email} · {member.disabledAt ? messages.left : rolesInWords(member.grants, language)}
              </span>
            </p>
            {!member.disabledAt && <MemberForm member={member} isSelf={member.id === self} {...common} />}
          </li>
        ))}
      </ul>
      <h2>{messages.invite}</h2>
      <p>{messages.inviteHint}</p>
      <form method="post" action="/bureau/equipe" class="narrow">
        <Field
          name="nom"
          label={messages.name}
          value={sent?.get('nom') ?? ''}
          fault={faults['nom']}
          maxlength={100}
          autocomplete="off"
        />
        <Field
          name="adresse"
          type="email"
          label={messages.address}
          value={sent?.get('adresse') ?? ''}
          fault={faults['adresse']}
          autocomplete="off"
        />
        <RoleFields
          id=""
          role={roles.find((one) => one === sent?.get('role')) ?? 'animator'}
          scopes={sent?.getAll('communaute') ?? []}
          {...common}
        />
        <p class="actions">
          <button>{messages.send}</button>
        </p>
      </form>
    </>
  );
}

interface RoleAbout {
  language: Language;
  communities: readonly StoredCommunity[];
  faults: Faults;
}

function MemberForm({ member, isSelf, ...about }: RoleAbout & { member: Member; isSelf: boolean }) {
  const messages = teamMessages(about.language);
  const [grant] = member.grants;
  return (
    <details open={Object.keys(about.faults).some((name) => name.endsWith(member.id))}>
      <summary>{messages.change(member.name)}</summary>
      <form method="post" action={`/bureau/equipe/${member.id}`} class="narrow">
        <RoleFields
          id={member.id}
          role={grant?.role ?? 'animator'}
          scopes={member.grants.map(({ scope }) => scope.replace('community:', ''))}
          {...about}
        />
        <p class="actions">
          <button>{messages.save}</button>
          {!isSelf && (
            <button class="plain" name="acte" value="retirer">
              {messages.end(member.name)}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}

function RoleFields({
  id,
  role,
  scopes,
  language,
  communities,
  faults,
}: RoleAbout & { id: string; role: Role; scopes: readonly string[] }) {
  const messages = teamMessages(language);
  const suffix = id && `-${id}`;
  return (
    <div class="columns">
      <Select
        name="role"
        id={`role${suffix}`}
        label={messages.roles}
        value={role}
        fault={faults[`role${suffix}`]}
        options={offered.map((one) => [one, deskMessages(language).roles[one]] as const)}
      />
      <Choices
        name="communaute"
        id={`communaute${suffix}`}
        legend={messages.scope}
        hint={messages.scopeHint}
        values={scopes}
        fault={faults[`communaute${suffix}`]}
        options={communities.map((one) => [one.slug, communityName(one)] as const)}
      />
    </div>
  );
}
