import type { Context } from 'hono';
import type { Answer, ConsentGiven, Form, ProblemIssue } from '../../../src/contract/index.js';
import type { AppParts } from '../../http/app-parts.js';
import { HttpError, toHttpError } from '../../http/errors.js';
import { renderPage } from '../../http/layout.js';
import { type AppEnv, clientIp, readText } from '../../http/middleware.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { pageMessages } from '../../i18n/pages.js';
import { newSecret, sha256 } from '../../shared/secrets.js';
import { titleOf } from '../../shared/foreign-text.js';
import { formNames, FormPage } from './pages.js';

/** A submission read from a form body. */
interface SentForm {
  formVersion: string;
  language: Language;
  answers: Record<string, Answer>;
  consents: ConsentGiven[];
  sourceSite: string | null;
  widgetVersion: null;
  website: string;
  opened: string | null;
}

/** The body of a form before its questions are known. */
export interface ReceivedForm {
  body: URLSearchParams;
  language: Language;
  community: string;
  /** The listed site in whose frame the form stands. */
  frame: string | undefined;
}

/** The body of a form, read by its questions. */
export interface ReadForm extends ReceivedForm {
  form: Form;
  submission: SentForm;
  strand: string | null;
  key: string;
  /** Network address of the sender. */
  from: string;
}

/** Answers, issues and message that the form shows again. */
interface ShownState {
  answers: Record<string, Answer>;
  strand: string | null;
  errors: readonly ProblemIssue[];
  message?: string | undefined;
}

const empty: ShownState = { answers: {}, strand: null, errors: [] };

/** Shows a form as a page, and takes what it sends, without scripts. */
export class FormPages {
  readonly #parts: AppParts;

  constructor(parts: AppParts) {
    this.#parts = parts;
  }

  show(c: Context<AppEnv>, form: Form, state = empty, status: 200 | 422 | 429 = 200): Promise<Response> {
    const frame = c.get('frame');
    const hidden = {
      [formNames.version]: form.version,
      // Chosen when the page is made, so that a double click sends one request.
      [formNames.key]: newSecret(),
      [formNames.language]: form.language,
      [formNames.opened]: this.#parts.proofOfWork.stamp(form.id),
      ...(frame && { [formNames.frame]: frame }),
    };
    return renderPage(c, {
      language: closestLanguage(form.language),
      title: form.title,
      named: form.session ? titleOf(form.session) : undefined,
      embeds: status === 200 ? this.#addressOf(form) : undefined,
      status,
      personal: true,
      body: <FormPage form={form} state={{ ...state, hidden }} />,
    });
  }

  #addressOf({ kind, community, session }: Form): string {
    const { links } = this.#parts;
    if (kind === 'join') return links.join(community?.slug ?? '');
    return kind === 'registration' ? links.register(session?.id ?? '') : links.propose;
  }

  /** Lets a site that is listed for the community hold the page in a frame (X07); returns its origin. */
  allowFrame(
    c: Context<AppEnv>,
    community: string,
    origin: string | null | undefined = c.req.query('frame'),
  ): string | undefined {
    if (!this.#parts.origins.framesFor(origin, community)) return undefined;
    c.set('frame', origin);
    return origin;
  }

  /** Reads a body that was sent for a community (none: an empty text). */
  async receive(c: Context<AppEnv>, community: string): Promise<ReceivedForm> {
    const body = await readFormBody(c);
    const frame = this.allowFrame(c, community, body.get(formNames.frame));
    const language = closestLanguage(body.get(formNames.language) ?? c.req.query('lang'));
    return { body, language, community, frame };
  }

  read(c: Context<AppEnv>, received: ReceivedForm, form: Form): ReadForm {
    const { body, language, frame } = received;
    const origin = c.req.header('Origin');
    const strand = body.get(formNames.strand) || null;
    const same = {
      formVersion: body.get(formNames.version) ?? form.version,
      language,
      answers: answersIn(body, form),
      consents: consentsIn(body),
      sourceSite: frame ?? siteOf(origin),
      widgetVersion: null,
      website: body.get(formNames.trap) ?? '',
    };
    // Browsers say which page a form comes from; what comes from none is no form.
    const opened = origin ? (body.get(formNames.opened) ?? '') : null;
    const key = keyOf(body, { form: form.id, strand, same }, this.#parts.now());
    const from = clientIp(c, this.#parts.trustedProxies);
    return { ...received, form, submission: { ...same, opened }, strand, key, from };
  }

  /** Answers a form from a site that is not listed, or from an address that sent too many; undefined when it may go on. */
  async refuse(c: Context<AppEnv>, sent: ReadForm): Promise<Response | undefined> {
    const { origins, rateLimits } = this.#parts;
    // A page that is not on the list may offer the form, but the person sends it from here.
    if (!origins.admitsFor(c.req.header('Origin'), sent.community))
      return this.#showAgain(c, sent, { message: pageMessages(sent.language).join.review });
    try {
      await rateLimits.tries(sent.from);
    } catch (error) {
      return this.#showFailure(c, sent, error);
    }
    return undefined;
  }

  /** Redirects to the page of thanks, or shows the form again with the typed answers and the issues. */
  async finish(
    c: Context<AppEnv>,
    sent: ReadForm,
    submitted: Promise<unknown>,
    thanks: string,
  ): Promise<Response> {
    try {
      await submitted;
    } catch (error) {
      return this.#showFailure(c, sent, error);
    }
    const { language, frame } = sent;
    const next = new URLSearchParams({ lang: language, ...(frame && { frame }) });
    return c.redirect(`${thanks}?${next.toString()}`, 303);
  }

  /** Shows the form again for an error of the sender; rethrows any other. */
  #showFailure(c: Context<AppEnv>, sent: ReadForm, error: unknown): Promise<Response> {
    const messages = pageMessages(sent.language).join;
    const problem = toHttpError(error, this.#parts.now());
    if (problem.code === 'too-many') return this.#showAgain(c, sent, { message: messages.tooMany }, 429);
    if (problem.status !== 422) throw error;
    const all = problem.more.errors ?? [];
    const errors = all.filter(({ pointer }) => pointer.startsWith('/answers/'));
    const closed = all.find(({ code }) => code === 'closed')?.detail;
    const message = closed ?? (errors.length && errors.length === all.length ? undefined : messages.changed);
    return this.#showAgain(c, sent, { errors, message }, 422);
  }

  #showAgain(
    c: Context<AppEnv>,
    { form, submission, strand }: ReadForm,
    state: Partial<ShownState>,
    status: 200 | 422 | 429 = 200,
  ): Promise<Response> {
    return this.show(c, form, { answers: submission.answers, strand, errors: [], ...state }, status);
  }
}

/** Reads a form body; refuses other content types. */
async function readFormBody(c: Context<AppEnv>): Promise<URLSearchParams> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new HttpError('media-type');
  return new URLSearchParams(await readText(c));
}

export function answersIn(body: URLSearchParams, form: Form): Record<string, Answer> {
  const answers: [string, Answer][] = [];
  for (const field of form.fields) {
    const values = body.getAll(field.name);
    if (values.length === 0) continue;
    answers.push([field.name, field.kind === 'several-choices' ? values : values[0]!]);
  }
  return Object.fromEntries(answers);
}

const consentsIn = (body: URLSearchParams): ConsentGiven[] =>
  body.getAll(formNames.consent).flatMap((given) => {
    const [purpose = '', textSha256 = ''] = given.split(':');
    return /^[0-9a-f]{64}$/.test(textSha256) ? [{ purpose, textSha256 }] : [];
  });

/** The key of the page, or a hash of the answers: the same answers sent twice in a day are one request. */
function keyOf(body: URLSearchParams, submission: unknown, now: number): string {
  const key = body.get(formNames.key);
  if (key && /^[A-Za-z0-9_-]{43}$/.test(key)) return key;
  return `form-${sha256(`${Math.floor(now / 86_400_000)} ${JSON.stringify(submission)}`)}`;
}

const siteOf = (origin: string | undefined) =>
  origin && /^https?:\/\/[A-Za-z0-9.:[\]-]{1,240}$/.test(origin) ? origin : null;
