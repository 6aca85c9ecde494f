import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Answer, Form, JoinRequestSubmission } from '../../src/contract/index.js';
import { Slug } from '../../src/contract/index.js';
import type { AppParts } from '../app.js';
import { closest, type Language } from '../forms/words.js';
import { clientIp, readText, type AppEnv } from '../http/guards.js';
import { HttpProblem } from '../http/problem.js';
import { nameOf } from '../join-desk.js';
import { formNames, joinPage, thanksPage } from '../pages/join-page.js';
import { page, paragraphs, type Html } from '../pages/layout.js';
import { pageWords } from '../pages/words.js';
import { presentSession } from '../present.js';
import { newSecret, sha256 } from '../secrets.js';
import { allCommunities, findCommunity, findSessions, type StoredCommunity } from '../store/publications.js';
import { utc } from '../time.js';

/** The hosted pages of communities and of their join form: what every link and fallback leads to. */
export function pages({ db, now, links, desk, origins, limiter, trustedProxies }: AppParts) {
  const app = new Hono<AppEnv>();
  const languageOf = (query: string | undefined): Language => closest(query);
  const communityAt = async (slug: string): Promise<StoredCommunity> => {
    const community = Slug.safeParse(slug).success ? await findCommunity(db, slug) : undefined;
    if (!community) throw new HttpProblem('not-found');
    return community;
  };

  app.get('/communautes', async (c) => {
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language);
    const communities = await allCommunities(db);
    return page(c, {
      language,
      title: words.communities.title,
      body: html`<p>${words.communities.intro}</p>
        <ul class="plain">
          ${communities.map(
            (community) =>
              html`<li lang="${community.language}">
                <h2><a href="${links.community(community.slug)}">${nameOf(community)}</a></h2>
                <p>${community.tagline}</p>
                <p class="quiet" lang="${language}">${words.community.status[community.status]}</p>
              </li>`,
          )}
        </ul>`,
    });
  });

  app.get('/communautes/:slug', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language).community;
    const { sessions } = await findSessions(db, { community: [community.slug], from: utc(now()), limit: 20 });
    const when = new Intl.DateTimeFormat(language, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: 'Europe/Paris',
    });
    return page(c, {
      language,
      title: nameOf(community),
      body: html`<div lang="${community.language}">
          <p><strong>${community.tagline}</strong></p>
          <p>${community.description}</p>
        </div>
        <p class="notice">${words.status[community.status]}</p>
        <p><a class="button" href="${links.join(community.slug)}">${words.join[community.status]}</a></p>
        <h2>${words.functions}</h2>
        <ul>
          ${community.functions.map(
            ({ kind, weight }) =>
              html`<li>${words.functionKinds[kind]} : ${words.weight[weight as 1 | 2 | 3]}</li>`,
          )}
        </ul>
        <h2>${words.origin}</h2>
        <p lang="${community.language}">${community.origin.label}</p>
        <h2>${words.audience}</h2>
        <p>
          ${community.audience.nonMembers ? words.bothWelcome : words.membersOnly}
          <span lang="${community.language}">${community.audience.note}</span>
        </p>
        <h2 id="seances">${words.sessions}</h2>
        ${
          sessions.length
            ? html`<ul class="plain">
                ${sessions
                  .map((session) => presentSession(session, now()))
                  .map(
                    (session) =>
                      html`<li id="seance-${session.id}">
                        <p>
                          <strong lang="${session.language}">${session.title}</strong><br />
                          <time datetime="${session.start}">${when.format(new Date(session.start))}</time
                          >${session.place ? html`, ${session.place.city}` : ''}
                        </p>
                        <p lang="${session.language}">${session.summary}</p>
                      </li>`,
                  )}
              </ul>`
            : html`<p>${words.noSession}</p>`
        }
        <p><a href="/communautes">${words.back}</a></p>`,
    });
  });

  const showForm = (
    c: Parameters<typeof page>[0],
    form: Form,
    state: Omit<Parameters<typeof joinPage>[1], 'key'>,
    status: 200 | 422 | 429 = 200,
  ) =>
    page(c, {
      language: closest(form.language),
      title: form.title,
      status,
      personal: true,
      body: joinPage(form, { ...state, key: newSecret() }),
    });

  app.get('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    const form = await desk.formFor(community, languageOf(c.req.query('lang')));
    return showForm(c, form, { answers: {}, strand: null, errors: [] });
  });

  app.get('/communautes/:slug/rejoindre/merci', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language).join;
    return page(c, {
      language,
      title: words.thanksTitle,
      body: thanksPage(words, { url: links.community(community.slug), name: nameOf(community) }),
    });
  });

  app.post('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded') throw new HttpProblem('media-type');
    const sent = new URLSearchParams(await readText(c));
    const language = languageOf(sent.get(formNames.language) ?? c.req.query('lang'));
    const words = pageWords(language).join;
    const form = await desk.formFor(community, language);
    const answers = answersIn(sent, form);
    const strand = sent.get(formNames.strand) || null;

    // A page that is not on the list may offer the form, but the person sends it from here.
    if (!origins.admitsFor(c.req.header('Origin'), community.slug)) {
      return showForm(c, form, { answers, strand, errors: [], message: words.review });
    }
    const submission: JoinRequestSubmission = {
      community: community.slug,
      strand,
      formVersion: sent.get(formNames.version) ?? form.version,
      language,
      answers,
      consents: sent.getAll(formNames.consent).flatMap((given) => {
        const [purpose = '', textSha256 = ''] = given.split(':');
        return /^[0-9a-f]{64}$/.test(textSha256) ? [{ purpose, textSha256 }] : [];
      }),
      sourceSite: siteOf(c.req.header('Origin')),
      widgetVersion: null,
    };
    try {
      limiter.take(clientIp(c, trustedProxies));
      await desk.submit(submission, keyOf(sent, submission, now()));
    } catch (problem) {
      if (!(problem instanceof HttpProblem)) throw problem;
      if (problem.code === 'too-many') {
        return showForm(c, form, { answers, strand, errors: [], message: words.tooMany }, 429);
      }
      if (problem.status !== 422) throw problem;
      const errors = (problem.more.errors ?? []).filter(({ pointer }) => pointer.startsWith('/answers/'));
      const message = errors.length === (problem.more.errors?.length ?? -1) ? undefined : words.changed;
      return showForm(c, form, { answers, strand, errors, message }, 422);
    }
    return c.redirect(`${new URL(links.join(community.slug)).pathname}/merci?lang=${language}`, 303);
  });

  const tell = (
    c: Parameters<typeof page>[0],
    language: Language,
    words: { title: string; text: string },
    more: Html = html``,
  ) =>
    page(c, { language, title: words.title, personal: true, body: html`${paragraphs([words.text])}${more}` });

  app.get('/demande/confirmer/:token', async (c) => {
    const found = await desk.lookAtConfirmation(c.req.param('token'));
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const language = closest(found.request.language);
    const words = pageWords(language).request;
    if (found.state === 'done') return tell(c, language, words.done);
    const again = html`<p><a href="${links.join(found.community.slug)}">${words.again}</a></p>`;
    if (found.state === 'expired') return tell(c, language, words.expired, again);
    return page(c, {
      language,
      title: words.confirmTitle,
      personal: true,
      body: html`<p>${words.confirmText(nameOf(found.community))}</p>
        <form method="post" class="actions">
          <button name="action" value="confirm">${words.confirm}</button>
          <button name="action" value="refuse" class="plain">${words.refuse}</button>
        </form>`,
    });
  });

  app.post('/demande/confirmer/:token', async (c) => {
    const token = c.req.param('token');
    const found = await desk.lookAtConfirmation(token);
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const language = closest(found.request.language);
    const words = pageWords(language).request;
    const action = new URLSearchParams(await readText(c)).get('action');
    if (action === 'refuse' && (await desk.refuse(token))) return tell(c, language, words.refused);
    const done = action === 'confirm' ? await desk.confirm(token) : undefined;
    if (done) return c.redirect(new URL(links.manage(done.manage)).pathname, 303);
    return c.redirect(new URL(links.confirm(token)).pathname, 303);
  });

  app.get('/demande/:token', async (c) => {
    const found = await desk.look(c.req.param('token'));
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const { request, community } = found;
    const language = closest(request.language);
    const words = pageWords(language).request;
    const form = await desk.formFor(community, language);
    return page(c, {
      language,
      title: words.title,
      personal: true,
      body: html`<p><strong>${nameOf(community)}</strong></p>
        <p class="notice" role="status">${words.status[request.status]}</p>
        <h2>${words.answers}</h2>
        <dl>
          ${form.fields.map((field) => {
            const answer = request.answers[field.name];
            return answer === undefined
              ? ''
              : html`<dt>${field.label}</dt>
                  <dd>${shown(answer, field.options)}</dd>`;
          })}
        </dl>
        ${
          request.status === 'withdrawn'
            ? html`<p><a href="${links.join(community.slug)}">${words.again}</a></p>`
            : html`<p>${words.withdrawNote}</p>
                <form method="post">
                  <button name="action" value="withdraw" class="plain">${words.withdraw}</button>
                </form>`
        }`,
    });
  });

  app.post('/demande/:token', async (c) => {
    const token = c.req.param('token');
    const action = new URLSearchParams(await readText(c)).get('action');
    if (action === 'withdraw') await desk.withdraw(token);
    return c.redirect(`/demande/${encodeURIComponent(token)}`, 303);
  });

  return app;
}

function answersIn(sent: URLSearchParams, form: Form): Record<string, Answer> {
  const answers: [string, Answer][] = [];
  for (const field of form.fields) {
    const values = sent.getAll(field.name);
    if (values.length === 0) continue;
    answers.push([field.name, field.kind === 'several-choices' ? values : values[0]!]);
  }
  return Object.fromEntries(answers);
}

/** The key of the page, or one made of what is sent: the same answers sent twice in a day are one request. */
function keyOf(sent: URLSearchParams, submission: JoinRequestSubmission, now: number): string {
  const key = sent.get(formNames.key);
  if (key && /^[A-Za-z0-9_-]{43}$/.test(key)) return key;
  return `form-${sha256(`${Math.floor(now / 86_400_000)} ${JSON.stringify(submission)}`)}`;
}

const siteOf = (origin: string | undefined) =>
  origin && /^https?:\/\/[A-Za-z0-9.:[\]-]{1,240}$/.test(origin) ? origin : null;

function shown(answer: Answer, options: Form['fields'][number]['options']): string {
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  return [answer]
    .flat()
    .map((value) => (typeof value === 'string' ? label(value) : value ? '✓' : '–'))
    .join(', ');
}
