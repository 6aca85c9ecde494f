import { type Context, Hono } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import {
  cookieOf,
  type DeskEnv,
  deviceOf,
  dropCookie,
  keepCookie,
  languageOf,
  readForm,
} from '../../http/desk.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { teamMessages } from '../../i18n/desk/team.js';
import { HttpError } from '../../http/errors.js';
import { dateInWords } from '../../i18n/format-date.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import {
  deskZone,
  type Faults,
  FaultSummary,
  Field,
  PasskeyForm,
  renderDesk,
  Said,
  Select,
  passkeyAnswerIn,
} from '../desk-pages.js';
import { provedOnly } from '../sign-in/page-routes.js';
import type { Passkey } from '../sign-in/passkeys-repository.js';
import type { DeskSession } from '../sign-in/repository.js';
import { type Member, setProfile } from '../team/repository.js';

/** Moi: name, language, passkeys, devices. */
export function myPages(parts: AppParts) {
  const { db, signIn, passkeys } = parts;
  const app = new Hono<DeskEnv>();

  const show = async (
    c: Context<DeskEnv>,
    state: { faults?: Faults; said?: string | undefined; isFailed?: boolean } = {},
  ) => {
    const language = languageOf(c);
    const member = c.get('member');
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.me,
      status: state.faults || state.isFailed ? 422 : 200,
      scripts: ['/assets/passkey.js'],
      body: (
        <MyPage
          member={member}
          sessions={await signIn.sessionsOf(member)}
          current={c.get('session').hash}
          passkeys={await passkeys.of(member)}
          isProved={signIn.isProved(c.get('session'))}
          {...state}
        />
      ),
    });
  };

  app.get('/', (c) => {
    const { saved, passkeyMade } = teamMessages(languageOf(c)).me;
    const said: Readonly<Record<string, string>> = { 1: saved, cle: passkeyMade };
    return show(c, { said: said[c.req.query('fait') ?? ''] });
  });

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

  // A passkey opens the desk for good: whoever adds one proved lately who they are.
  app.post('/prouver', provedOnly(parts), async (c) => {
    await readForm(c);
    return c.redirect('/bureau/moi#cles', 303);
  });

  app.post('/cles/defi', async (c) => {
    if (!signIn.isProved(c.get('session'))) throw new HttpError('unauthorised');
    const { options, secret } = await passkeys.askToMake(c.get('member'));
    keepCookie(c, 'passkey', secret, parts);
    return c.json(options);
  });

  app.post('/cles', async (c) => {
    const answer = passkeyAnswerIn(await readForm(c));
    const secret = cookieOf(c, 'passkey', parts) ?? '';
    const isMade =
      signIn.isProved(c.get('session')) &&
      (await passkeys.make(c.get('member'), secret, answer, deviceOf(c)));
    dropCookie(c, 'passkey', parts);
    return isMade ? c.redirect('/bureau/moi?fait=cle', 303) : show(c, { isFailed: true });
  });

  app.post('/cles/:id', async (c) => {
    await readForm(c);
    await passkeys.remove(c.get('member'), c.req.param('id'), c.get('session').hash);
    return c.redirect('/bureau/moi', 303);
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
  passkeys,
  isProved,
  faults = {},
  said,
  isFailed = false,
}: {
  member: Member;
  sessions: readonly DeskSession[];
  current: string;
  passkeys: readonly Passkey[];
  /** Whether they proved lately who they are. */
  isProved: boolean;
  faults?: Faults;
  said?: string | undefined;
  /** A passkey could not be added. */
  isFailed?: boolean;
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
      <section id="cles">
        <h2>{messages.passkeys}</h2>
        <p>{messages.passkeysIntro}</p>
        {isFailed && (
          <p class="error" role="alert">
            {messages.passkeyFailed}
          </p>
        )}
        {passkeys.length ? (
          <ul class="rows">
            {passkeys.map((passkey) => (
              <PasskeyLine passkey={passkey} language={language} />
            ))}
          </ul>
        ) : (
          <p>{messages.noPasskey}</p>
        )}
        {isProved ? (
          <PasskeyForm
            act="create"
            action="/bureau/moi/cles"
            words={{ button: messages.makePasskey, failed: messages.passkeyFailed }}
          />
        ) : (
          <form method="post" action="/bureau/moi/prouver">
            <button class="plain">{messages.makePasskey}</button>
          </form>
        )}
      </section>
      <h2>{messages.devices}</h2>
      <ul class="rows">
        {sessions.map((session) => (
          <DeviceLine session={session} isCurrent={session.hash === current} language={language} />
        ))}
      </ul>
    </>
  );
}

function PasskeyLine({ passkey, language }: { passkey: Passkey; language: Language }) {
  const messages = teamMessages(language).me;
  const { id, name, createdAt } = passkey;
  const day = dateInWords(language, { dateStyle: 'long', timeZone: deskZone }, Date.parse(createdAt));
  return (
    <li class="row-line">
      <span>
        <strong>{name}</strong> <span class="quiet">{messages.made(day)}</span>
      </span>
      <form method="post" action={`/bureau/moi/cles/${id}`}>
        <button class="plain">{messages.endPasskey(name)}</button>
      </form>
    </li>
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
