import { type Context, Hono } from 'hono';
import type { Answer, Form, ProblemIssue } from '../../../src/contract/index.js';
import type { AppParts } from '../../http/app-parts.js';
import { HttpError } from '../../http/errors.js';
import { renderPage, tell } from '../../http/layout.js';
import { type AppEnv, readText } from '../../http/middleware.js';
import { selfServiceMessages } from '../../i18n/self-service.js';
import type { Addresses } from '../../shared/addresses.js';
import { toCsv } from '../../shared/csv.js';
import { type AccessToken, linkState } from '../access-tokens-repository.js';
import { type ConsentEvent, consentEventsOf } from '../consents-repository.js';
import { answersIn } from '../forms/form-pages.js';
import { FormPage } from '../forms/pages.js';
import type { KindService } from '../kind-service.js';
import { AgainLink, ConfirmationPage, OwnPage } from './pages.js';
import { joinRequestViews, type KindViews, type OwnView, proposalViews, registrationViews } from './views.js';

/** The pages behind the secret links of mails, for each kind of submission. A reading changes nothing (D10). */
export function selfServicePages(parts: AppParts) {
  const app = new Hono<AppEnv>();
  const { joinRequests, registrations, proposals } = parts;
  app.route('/demande', pagesOf(parts, '/demande', joinRequests, joinRequestViews));
  app.route('/inscription', pagesOf(parts, '/inscription', registrations, registrationViews));
  app.route('/proposition', pagesOf(parts, '/proposition', proposals, proposalViews));
  return app;
}

/**
 * Reads which button was pressed. A mail program may unsubscribe in either encoding of forms (RFC 8058); other bodies
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

function pagesOf<F extends { token: AccessToken }>(
  parts: AppParts,
  base: string,
  service: KindService<F>,
  views: KindViews<F>,
) {
  const app = new Hono<AppEnv>();
  app.route('/confirmer', confirmationPages(parts, base, service, views));
  app.route('/', ownPages(parts, base, service, views));
  app.route('/', ownDataPages(parts, base, service, views));
  return app;
}

const unknown = (c: Context<AppEnv>) => tell(c, 'fr', selfServiceMessages('fr').unknown);

/** Opens the link of a person's own page, with what the page says. */
const openerOf =
  <F extends { token: AccessToken }>(service: KindService<F>, views: KindViews<F>, links: Addresses) =>
  async (token: string) => {
    const found = await service.open(token, 'manage');
    return found && { found, view: views.own(found, links) };
  };

/** The pages behind the link of the first mail: confirm, or refuse. */
function confirmationPages<F extends { token: AccessToken }>(
  { links }: AppParts,
  base: string,
  service: KindService<F>,
  views: KindViews<F>,
) {
  const app = new Hono<AppEnv>();

  app.get('/:token', async (c) => {
    const found = await service.open(c.req.param('token'), 'confirm');
    if (!found) return unknown(c);
    const view = views.confirmation(found, links);
    const messages = selfServiceMessages(view.language);
    const state = linkState(found.token);
    if (state === 'done') return tell(c, view.language, messages.done);
    if (state === 'expired') return tell(c, view.language, messages.expired, <AgainLink view={view} />);
    return renderPage(c, {
      language: view.language,
      title: messages[service.kind].confirmTitle,
      personal: true,
      body: <ConfirmationPage kind={service.kind} view={view} />,
    });
  });

  app.post('/:token', async (c) => {
    const token = c.req.param('token');
    const found = await service.open(token, 'confirm');
    if (!found) return unknown(c);
    const { language } = views.confirmation(found, links);
    const sent = await pressed(c);
    const action = sent.isOneClick ? 'refuse' : sent.action;
    if (action === 'refuse' && (await service.refuse(token)))
      return tell(c, language, selfServiceMessages(language).refused);
    const done = action === 'confirm' ? await service.confirm(token) : undefined;
    return c.redirect(done ? `${base}/${done.manage}` : `${base}/confirmer/${token}`, 303);
  });

  return app;
}

/** A person's own page: the state of their submission, and every act on it. */
function ownPages<F extends { token: AccessToken }>(
  { db, links, selfService, registrations }: AppParts,
  base: string,
  service: KindService<F>,
  views: KindViews<F>,
) {
  const app = new Hono<AppEnv>();
  const { kind } = service;
  const open = openerOf(service, views, links);

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await open(token);
    if (!opened) return unknown(c);
    const { found, view } = opened;
    return renderPage(c, {
      language: view.language,
      title: selfServiceMessages(view.language)[kind].title,
      personal: true,
      body: (
        <OwnPage
          kind={kind}
          view={view}
          form={await service.formOf(found, view.language)}
          path={`${base}/${token}`}
          consents={await consentEventsOf(db, view.submission.id)}
          isSaved={c.req.query('fait') === '1'}
        />
      ),
    });
  });

  app.post('/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await open(token);
    if (!opened) return unknown(c);
    const { submission, language, isOver } = opened.view;
    const sent = await pressed(c);
    const action = sent.isOneClick ? 'withdraw' : sent.action;
    if (action === 'cancel') await service.cancel(token);
    if (action === 'accept' && kind === 'registration') await registrations.accept(token);
    if (action === 'withdraw') await selfService.withdrawConsent(kind, submission.id, sent.purpose);
    if (action === 'erase') {
      // A seat goes to the next person before the row that held it disappears.
      if (!isOver) await service.cancel(token);
      await selfService.erase(kind, submission.id);
      return tell(c, language, selfServiceMessages(language).erased);
    }
    return c.redirect(`${base}/${token}`, 303);
  });

  return app;
}

/** Correcting the answers, and taking them away as a file. */
function ownDataPages<F extends { token: AccessToken }>(
  { db, links, selfService }: AppParts,
  base: string,
  service: KindService<F>,
  views: KindViews<F>,
) {
  const app = new Hono<AppEnv>();
  const { kind } = service;
  const open = openerOf(service, views, links);

  app.get('/:token/corriger', async (c) => {
    const token = c.req.param('token');
    const opened = await open(token);
    if (!opened) return unknown(c);
    const { found, view } = opened;
    if (view.isOver) return c.redirect(`${base}/${token}`, 303);
    return correction(c, view, await service.formOf(found, view.language), view.submission.answers, []);
  });

  app.post('/:token/corriger', async (c) => {
    const token = c.req.param('token');
    const opened = await open(token);
    if (!opened) return unknown(c);
    const { found, view } = opened;
    if (view.isOver) return c.redirect(`${base}/${token}`, 303);
    const form = await service.formOf(found, view.language);
    const answers = answersIn(new URLSearchParams(await readText(c)), form);
    const issues = await selfService.correct(kind, view.submission, form, answers);
    if (issues.length === 0) return c.redirect(`${base}/${token}?fait=1`, 303);
    return correction(c, view, form, answers, issues);
  });

  app.get('/:token/:file{export\\.(?:json|csv)}', async (c) => {
    const opened = await open(c.req.param('token'));
    if (!opened) throw new HttpError('not-found');
    const { found, view } = opened;
    const form = await service.formOf(found, view.language);
    const all = exported(kind, view, form, await consentEventsOf(db, view.submission.id));
    const file = c.req.param('file');
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', `attachment; filename="f3e-${file}"`);
    if (file.endsWith('json')) return c.json(all);
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    return c.body(toCsv(['name', 'value'], rowsOf(all)));
  });

  return app;
}

/** The filled-in form, so that the person can correct it; the address cannot be changed. */
function correction(
  c: Context<AppEnv>,
  { language }: OwnView,
  form: Form,
  answers: Record<string, Answer>,
  errors: readonly ProblemIssue[],
) {
  const messages = selfServiceMessages(language);
  const corrected: Form = {
    ...form,
    fields: form.fields.filter(({ kind }) => kind !== 'email'),
    strands: [],
    intro: messages.correctIntro,
    submitLabel: messages.save,
  };
  return renderPage(c, {
    language,
    title: messages.correctTitle,
    status: errors.length ? 422 : 200,
    personal: true,
    body: (
      <FormPage form={corrected} state={{ answers, strand: null, errors, hidden: {}, isCorrection: true }} />
    ),
  });
}

/** All that is kept of a submission (GDPR, articles 15 and 20). */
function exported(
  kind: string,
  { submission, name, status }: OwnView,
  form: Form,
  consents: readonly ConsentEvent[],
) {
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
