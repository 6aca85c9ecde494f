import { type Context, Hono } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { teamMessages } from '../../i18n/desk/team.js';
import { dateInWords } from '../../i18n/format-date.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { deskZone, type Faults, FaultSummary, Field, renderDesk, Said, Select } from '../desk-pages.js';
import type { DeskSession } from '../sign-in/repository.js';
import { type Member, setProfile } from '../team/repository.js';

/** Moi: name, language, devices. */
export function myPages({ db, signIn }: AppParts) {
  const app = new Hono<DeskEnv>();

  const show = async (c: Context<DeskEnv>, state: { faults?: Faults; said?: string } = {}) => {
    const language = languageOf(c);
    const member = c.get('member');
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.me,
      status: state.faults ? 422 : 200,
      body: (
        <MyPage
          member={member}
          sessions={await signIn.sessionsOf(member)}
          current={c.get('session').hash}
          {...state}
        />
      ),
    });
  };

  app.get('/', (c) => show(c, c.req.query('fait') ? { said: teamMessages(languageOf(c)).me.saved } : {}));

  app.post('/', async (c) => {
    const sent = await readForm(c);
    const member = c.get('member');
    const name = (sent.get('nom') ?? '').trim().slice(0, 100);
    if (!name) return show(c, { faults: { nom: teamMessages(languageOf(c)).badName } });
    await setProfile(db, member.id, {
      email: member.email,
      name,
      language: closestLanguage(sent.get('langue') ?? ''),
    });
    return c.redirect('/bureau/moi?fait=1', 303);
  });

  app.post('/appareils/:hash', async (c) => {
    await readForm(c);
    await signIn.end(c.get('member'), c.req.param('hash'));
    return c.redirect('/bureau/moi', 303);
  });
  return app;
}

function MyPage({
  member,
  sessions,
  current,
  faults = {},
  said,
}: {
  member: Member;
  sessions: readonly DeskSession[];
  current: string;
  faults?: Faults;
  said?: string;
}) {
  const { language } = member;
  const messages = teamMessages(language).me;
  return (
    <>
      <Said text={said} />
      <FaultSummary faults={faults} language={language} />
      <form method="post" action="/bureau/moi" class="narrow">
        <Field
          name="nom"
          label={messages.name}
          value={member.name}
          fault={faults['nom']}
          maxlength={100}
          autocomplete="name"
        />
        <Select
          name="langue"
          label={messages.language}
          value={language}
          options={[
            ['fr', 'Français'],
            ['en', 'English'],
          ]}
        />
        <p class="actions">
          <button>{messages.save}</button>
        </p>
      </form>
      <h2>{messages.devices}</h2>
      <ul class="rows">
        {sessions.map((session) => (
          <DeviceLine session={session} isCurrent={session.hash === current} language={language} />
        ))}
      </ul>
    </>
  );
}

function DeviceLine({
  session: { hash, device, way, seenAt },
  isCurrent,
  language,
}: {
  session: DeskSession;
  isCurrent: boolean;
  language: Language;
}) {
  const messages = teamMessages(language).me;
  const seen = dateInWords(
    language,
    { dateStyle: 'long', timeStyle: 'short', timeZone: deskZone },
    Date.parse(seenAt),
  );
  return (
    <li class="row-line">
      <span>
        <strong>{device}</strong>{' '}
        <span class="quiet">
          {messages.ways[way]} · {isCurrent ? messages.current : messages.seen(seen)}
        </span>
      </span>
      {!isCurrent && (
        <form method="post" action={`/bureau/moi/appareils/${hash}`}>
          <button class="plain">{messages.end(device)}</button>
        </form>
      )}
    </li>
  );
}
