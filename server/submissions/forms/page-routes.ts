import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Answer, ConsentGiven, Form } from '../../../src/contract/index.js';
import type { AppParts } from '../../http/app-parts.js';
import { closest, type Language } from '../../i18n/language.js';
import { clientIp, readText, type AppEnv } from '../../http/middleware.js';
import { HttpProblem } from '../../http/errors.js';
import { formNames, formPage, type FormPageState } from './pages.js';
import { page, paragraphs, type Html } from '../../http/layout.js';
import { pageWords } from '../../i18n/pages.js';
import { newSecret, sha256 } from '../../shared/secrets.js';

/** What a form sent, beside whom it is for. */
export interface SentForm {
  formVersion: string;
  language: Language;
  answers: Record<string, Answer>;
  consents: ConsentGiven[];
  sourceSite: string | null;
  widgetVersion: null;
  website: string;
  opened: string | null;
}

/** Shows a form as a page, and takes what it sends, without scripts. */
export function createFormPages({ origins, limits, proofs, trustedProxies, now }: AppParts) {
  const show = (
    c: Context<AppEnv>,
    form: Form,
    state: Omit<FormPageState, 'hidden'>,
    status: 200 | 422 | 429 = 200,
  ) =>
    page(c, {
      language: closest(form.language),
      title: form.title,
      status,
      personal: true,
      body: formPage(form, {
        ...state,
        hidden: {
          [formNames.version]: form.version,
          // Chosen when the page is made, so that a double click sends one request.
          [formNames.key]: newSecret(),
          [formNames.language]: form.language,
          [formNames.opened]: proofs.stamp(form.id),
          ...(c.get('frame') && { [formNames.frame]: c.get('frame')! }),
        },
      }),
    });

  /** Lets a site that is listed for the community hold the page in a frame (X07). */
  function framed(
    c: Context<AppEnv>,
    community: string,
    origin: string | null | undefined = c.req.query('frame'),
  ): string | undefined {
    if (!origins.framesFor(origin, community)) return undefined;
    c.set('frame', origin);
    return origin;
  }

  /** Submits what was sent and goes on; or shows the form again, with all that was typed and what is wrong. */
  async function take(
    c: Context<AppEnv>,
    about: {
      community: string;
      formIn: (language: Language) => Promise<Form>;
      submit: (sent: SentForm, strand: string | null, key: string) => Promise<unknown>;
      /** Path of the page that says what comes next. */
      thanks: string;
    },
  ): Promise<Response> {
    const sent = await formIn(c);
    const frame = framed(c, about.community, sent.get(formNames.frame));
    const language = closest(sent.get(formNames.language) ?? c.req.query('lang'));
    const words = pageWords(language).join;
    const form = await about.formIn(language);
    const answers = answersIn(sent, form);
    const strand = sent.get(formNames.strand) || null;

    // A page that is not on the list may offer the form, but the person sends it from here.
    if (!origins.admitsFor(c.req.header('Origin'), about.community)) {
      return show(c, form, { answers, strand, errors: [], message: words.review });
    }
    const same = {
      formVersion: sent.get(formNames.version) ?? form.version,
      language,
      answers,
      consents: sent.getAll(formNames.consent).flatMap((given) => {
        const [purpose = '', textSha256 = ''] = given.split(':');
        return /^[0-9a-f]{64}$/.test(textSha256) ? [{ purpose, textSha256 }] : [];
      }),
      sourceSite: frame ?? siteOf(c.req.header('Origin')),
      widgetVersion: null,
      website: sent.get(formNames.trap) ?? '',
    };
    // Browsers say which page a form comes from; what comes from none is no form.
    const opened = c.req.header('Origin') ? (sent.get(formNames.opened) ?? '') : null;
    const submission: SentForm = { ...same, opened };
    try {
      await limits.ip(clientIp(c, trustedProxies));
      await about.submit(submission, strand, keyOf(sent, { form: form.id, strand, same }, now()));
    } catch (problem) {
      if (!(problem instanceof HttpProblem)) throw problem;
      if (problem.code === 'too-many') {
        return show(c, form, { answers, strand, errors: [], message: words.tooMany }, 429);
      }
      if (problem.status !== 422) throw problem;
      const all = problem.more.errors ?? [];
      const errors = all.filter(({ pointer }) => pointer.startsWith('/answers/'));
      const closed = all.find(({ code }) => code === 'closed')?.detail;
      const message = closed ?? (errors.length && errors.length === all.length ? undefined : words.changed);
      return show(c, form, { answers, strand, errors, message }, 422);
    }
    const next = new URLSearchParams({ lang: language, ...(frame && { frame }) });
    return c.redirect(`${about.thanks}?${next.toString()}`, 303);
  }

  return { show, take, framed };
}

/** A page with one thing to say. */
export const tell = (
  c: Context<AppEnv>,
  language: Language,
  words: { title: string; text: string },
  more: Html = html``,
) =>
  page(c, { language, title: words.title, personal: true, body: html`${paragraphs([words.text])}${more}` });

/** What a form sent, and nothing else: other kinds of bodies are refused. */
async function formIn(c: Context<AppEnv>): Promise<URLSearchParams> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new HttpProblem('media-type');
  return new URLSearchParams(await readText(c));
}

export function answersIn(sent: URLSearchParams, form: Form): Record<string, Answer> {
  const answers: [string, Answer][] = [];
  for (const field of form.fields) {
    const values = sent.getAll(field.name);
    if (values.length === 0) continue;
    answers.push([field.name, field.kind === 'several-choices' ? values : values[0]!]);
  }
  return Object.fromEntries(answers);
}

/** The key of the page, or one made of what is sent: the same answers sent twice in a day are one request. */
function keyOf(sent: URLSearchParams, submission: unknown, now: number): string {
  const key = sent.get(formNames.key);
  if (key && /^[A-Za-z0-9_-]{43}$/.test(key)) return key;
  return `form-${sha256(`${Math.floor(now / 86_400_000)} ${JSON.stringify(submission)}`)}`;
}

const siteOf = (origin: string | undefined) =>
  origin && /^https?:\/\/[A-Za-z0-9.:[\]-]{1,240}$/.test(origin) ? origin : null;
