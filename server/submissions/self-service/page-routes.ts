import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { AppParts } from '../../http/app-parts.js';
import { toCsv } from '../../shared/csv.js';
import type { Desk, Own } from '../submission-kind.js';
import type { Language } from '../../i18n/language.js';
import { readText, type AppEnv } from '../../http/middleware.js';
import { HttpProblem } from '../../http/errors.js';
import { formPage } from '../forms/pages.js';
import { page } from '../../http/layout.js';
import { ownPage } from './pages.js';
import { ownWords } from '../../i18n/self-service.js';
import { consentEventsOf, type ConsentEvent } from '../consents-repository.js';
import { answersIn, tell } from '../forms/page-routes.js';

/** The pages behind the secret links of mails, for each kind of submission. A reading changes nothing (D10). */
export function ownPages(parts: AppParts) {
  const app = new Hono<AppEnv>();
  const { desk, registrationDesk, proposalDesk } = parts;
  const accept = (token: string) => registrationDesk.accept(token);
  app.route('/demande', pagesOf(parts, desk, '/demande'));
  app.route('/inscription', pagesOf(parts, registrationDesk, '/inscription', accept));
  app.route('/proposition', pagesOf(parts, proposalDesk, '/proposition'));
  return app;
}

/**
 * What a button sent. A mail program may send its own, to unsubscribe, in either encoding of forms (RFC 8058); other bodies
 * mean nothing here, and the secret in the address says who asks.
 */
async function pressed(
  c: Context<AppEnv>,
): Promise<{ action: string | null; purpose: string | null; isOneClick: boolean }> {
  const text = await readText(c);
  const isForm = !(c.req.header('Content-Type') ?? '').startsWith('multipart/');
  const sent = new URLSearchParams(isForm ? text : '');
  const isOneClick = isForm
    ? sent.get('List-Unsubscribe') === 'One-Click'
    : /name="List-Unsubscribe"\r\n\r\nOne-Click\r\n/.test(text);
  return { action: sent.get('action'), purpose: sent.get('purpose'), isOneClick };
}

function pagesOf(
  { db, intake }: AppParts,
  desk: Desk,
  base: string,
  accept: (token: string) => Promise<boolean> = async () => false,
) {
  const app = new Hono<AppEnv>();
  const unknown = (language: Language = 'fr') => ownWords(language).unknown;

  app.get('/confirmer/:token', async (c) => {
    const found = await desk.lookAtConfirmation(c.req.param('token'));
    if (!found) return tell(c, 'fr', unknown());
    const { language, state, name } = found;
    const words = ownWords(language);
    const again = html`<p><a href="${found.page}">${words.again}</a></p>`;
    if (state === 'done') return tell(c, language, words.done);
    if (state === 'expired') return tell(c, language, words.expired, again);
    const { confirmTitle, confirmText, confirm } = words[desk.kind];
    return page(c, {
      language,
      title: confirmTitle,
      personal: true,
      body: html`<p>${confirmText(name)}</p>
        <form method="post" class="actions">
          <button name="action" value="confirm">${confirm}</button>
          <button name="action" value="refuse" class="plain">${words.refuse}</button>
        </form>`,
    });
  });

  app.post('/confirmer/:token', async (c) => {
    const token = c.req.param('token');
    const found = await desk.lookAtConfirmation(token);
    if (!found) return tell(c, 'fr', unknown());
    const sent = await pressed(c);
    const action = sent.isOneClick ? 'refuse' : sent.action;
    if (action === 'refuse' && (await desk.refuse(token)))
      return tell(c, found.language, ownWords(found.language).refused);
    const done = action === 'confirm' ? await desk.confirm(token) : undefined;
    return c.redirect(done ? `${base}/${done.manage}` : `${base}/confirmer/${token}`, 303);
  });

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const own = await desk.look(token);
    if (!own) return tell(c, 'fr', unknown());
    return page(c, {
      language: own.language,
      title: ownWords(own.language)[desk.kind].title,
      personal: true,
      body: ownPage(desk.kind, own, {
        path: `${base}/${token}`,
        consents: await consentEventsOf(db, own.submission.id),
        isSaved: c.req.query('fait') === '1',
      }),
    });
  });

  app.post('/:token', async (c) => {
    const token = c.req.param('token');
    const own = await desk.look(token);
    if (!own) return tell(c, 'fr', unknown());
    const sent = await pressed(c);
    const action = sent.isOneClick ? 'withdraw' : sent.action;
    if (action === 'cancel') await desk.cancel(token);
    if (action === 'accept') await accept(token);
    if (action === 'withdraw') await intake.withdrawConsent(desk.kind, own.submission.id, sent.purpose);
    if (action === 'erase') {
      // A seat goes to the next person before the row that held it disappears.
      if (!own.isOver) await desk.cancel(token);
      await intake.erase(desk.kind, own.submission.id);
      return tell(c, own.language, ownWords(own.language).erased);
    }
    return c.redirect(`${base}/${token}`, 303);
  });

  app.get('/:token/corriger', async (c) => {
    const token = c.req.param('token');
    const own = await desk.look(token);
    if (!own) return tell(c, 'fr', unknown());
    if (own.isOver) return c.redirect(`${base}/${token}`, 303);
    return correction(c, own, []);
  });

  app.post('/:token/corriger', async (c) => {
    const token = c.req.param('token');
    const own = await desk.look(token);
    if (!own) return tell(c, 'fr', unknown());
    if (own.isOver) return c.redirect(`${base}/${token}`, 303);
    const answers = answersIn(new URLSearchParams(await readText(c)), own.form);
    const errors = await intake.correct(desk.kind, own.submission, own.form, answers);
    if (errors.length === 0) return c.redirect(`${base}/${token}?fait=1`, 303);
    return correction(c, { ...own, submission: { ...own.submission, answers } }, errors);
  });

  app.get('/:token/:file{export\\.(?:json|csv)}', async (c) => {
    const own = await desk.look(c.req.param('token'));
    if (!own) throw new HttpProblem('not-found');
    const all = exported(desk.kind, own, await consentEventsOf(db, own.submission.id));
    const file = c.req.param('file');
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', `attachment; filename="f3e-${file}"`);
    if (file.endsWith('json')) return c.json(all);
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    return c.body(toCsv(['name', 'value'], rowsOf(all)));
  });

  return app;
}

/** The form again, filled in, to be changed by who sent it; the address stays as it is. */
function correction(
  c: Parameters<typeof page>[0],
  own: Own,
  errors: Parameters<typeof formPage>[1]['errors'],
) {
  const words = ownWords(own.language);
  const form = {
    ...own.form,
    fields: own.form.fields.filter(({ kind }) => kind !== 'email'),
    strands: [],
    intro: words.correctIntro,
    submitLabel: words.save,
  };
  return page(c, {
    language: own.language,
    title: words.correctTitle,
    status: errors.length ? 422 : 200,
    personal: true,
    body: formPage(form, {
      answers: own.submission.answers,
      strand: null,
      errors,
      hidden: {},
      isCorrection: true,
    }),
  });
}

/** All that is kept of a submission (GDPR, articles 15 and 20). */
function exported(kind: string, { submission, name, status, form }: Own, consents: readonly ConsentEvent[]) {
  const { receivedAt, confirmedAt, language, formVersion, sourceSite, answers } = submission;
  return {
    kind,
    about: name,
    status: status.join(' '),
    receivedAt,
    confirmedAt,
    language,
    formVersion,
    sourceSite,
    answers: Object.entries(answers).map(([question, answer]) => ({
      question: form.fields.find((field) => field.name === question)?.label ?? question,
      answer,
    })),
    consents: consents.map(({ event, purpose, text, textSha256, at }) => ({
      event,
      purpose,
      text,
      textSha256,
      at,
    })),
  };
}

function rowsOf({ answers, consents, ...facts }: ReturnType<typeof exported>) {
  return [
    ...Object.entries(facts).map(([name, value]) => ({ name, value })),
    ...answers.map(({ question, answer }) => ({ name: question, value: answer })),
    ...consents.map(({ event, text, at }) => ({ name: `${event} ${at}`, value: text })),
  ];
}
