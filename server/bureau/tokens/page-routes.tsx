import { type Context, Hono } from 'hono';
import { utc } from '../../../src/contract/time-zone.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { allowed } from '../../http/machines.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { teamMessages } from '../../i18n/desk/team.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { Choices, deskZone, type Faults, FaultSummary, Field, renderDesk, Said } from '../desk-pages.js';
import { writeJournal } from '../journal/repository.js';
import { provedOnly } from '../sign-in/page-routes.js';
import { actions } from '../team/rights.js';
import { addApiToken, allApiTokens, type ApiToken, endApiToken } from './repository.js';

interface State {
  faults?: Faults;
  sent?: URLSearchParams;
  said?: string;
  /** The secret of a token that was just made. */
  made?: string;
}

/** Jetons: ways in for machines. */
export function tokenPages(parts: AppParts) {
  const { db, now } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('team:manage'), provedOnly(parts));

  const show = async (c: Context<DeskEnv>, state: State = {}) => {
    const language = languageOf(c);
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.tokens,
      status: state.faults ? 422 : 200,
      body: <TokensPage language={language} tokens={await allApiTokens(db)} state={state} />,
    });
  };

  app.get('/', (c) => show(c, c.req.query('fait') ? { said: teamMessages(languageOf(c)).tokens.ended } : {}));

  app.post('/', async (c) => {
    const sent = await readForm(c);
    const messages = teamMessages(languageOf(c)).tokens;
    const name = (sent.get('nom') ?? '').trim().slice(0, 100);
    const days = Number(sent.get('jours'));
    const scopes = actions.filter((one) => sent.getAll('actes').includes(one));
    const faults: Faults = {
      ...(!name && { nom: messages.badName }),
      ...(!scopes.length && { actes: messages.badScopes }),
      ...(!(Number.isInteger(days) && days >= 1 && days <= 730) && { jours: messages.badDays }),
    };
    if (Object.keys(faults).length) return show(c, { faults, sent });
    const at = utc(now());
    const { secret } = await db.transaction(async (sql) => {
      const made = await addApiToken(sql, { name, scopes, days, at, madeBy: c.get('actor').id });
      const line = { actor: c.get('actor').id, action: 'make-token', kind: 'token', subjectId: made.id };
      await writeJournal(sql, { ...line, summary: name }, at);
      return made;
    });
    return show(c, { made: secret });
  });

  app.post('/:id', async (c) => {
    await readForm(c);
    const ended = await db.transaction(async (sql) => {
      const token = await endApiToken(sql, c.req.param('id'));
      if (!token) return false;
      const line = { actor: c.get('actor').id, action: 'end-token', kind: 'token', subjectId: token.id };
      await writeJournal(sql, { ...line, summary: token.name }, utc(now()));
      return true;
    });
    if (!ended) throw new HttpError('not-found');
    return c.redirect('/bureau/jetons?fait=1', 303);
  });
  return app;
}

function TokensPage({
  language,
  tokens,
  state: { faults = {}, sent, said, made },
}: {
  language: Language;
  tokens: readonly ApiToken[];
  state: State;
}) {
  const { tokens: messages, actions: names } = teamMessages(language);
  const day = (at: string) =>
    dateInWords(language, { dateStyle: 'long', timeZone: deskZone }, Date.parse(at));
  return (
    <>
      <Said text={said ?? (made && messages.made)}>
        {made && (
          <pre>
            <code>{made}</code>
          </pre>
        )}
      </Said>
      <FaultSummary faults={faults} language={language} />
      <p>{messages.intro}</p>
      {tokens.length === 0 && <p>{messages.none}</p>}
      <ul class="rows">
        {tokens.map(({ id, name, scopes, expiresAt, usedAt }) => (
          <li class="row-line">
            <span>
              <strong>{name}</strong>{' '}
              <span class="quiet">
                {messages.until(day(expiresAt))} · {usedAt ? messages.used(day(usedAt)) : messages.unused}
              </span>
              <br />
              {scopes.map((one) => names[one]).join(', ')}
            </span>
            <form method="post" action={`/bureau/jetons/${id}`}>
              <button class="plain">{messages.end(name)}</button>
            </form>
          </li>
        ))}
      </ul>
      <h2>{messages.make}</h2>
      <form method="post" action="/bureau/jetons" class="narrow">
        <Field
          name="nom"
          label={messages.name}
          value={sent?.get('nom') ?? ''}
          fault={faults['nom']}
          maxlength={100}
        />
        <Choices
          name="actes"
          legend={messages.scopes}
          values={sent?.getAll('actes') ?? []}
          fault={faults['actes']}
          options={actions.map((one) => [one, names[one]] as const)}
        />
        <Field
          name="jours"
          type="number"
          label={messages.days}
          value={sent?.get('jours') ?? '365'}
          fault={faults['jours']}
        />
        <p class="actions">
          <button>{messages.make}</button>
        </p>
      </form>
    </>
  );
}
