import { Hono } from 'hono';
import { html } from 'hono/html';
import { Slug } from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { closest, type Language } from '../i18n/language.js';
import type { AppEnv } from '../http/middleware.js';
import { HttpProblem } from '../http/errors.js';
import { thanksPage } from '../submissions/forms/pages.js';
import { page } from '../http/layout.js';
import { resourcePageWords } from '../i18n/resource-pages.js';
import { sessionList } from '../sessions/pages.js';
import { pageWords } from '../i18n/pages.js';
import { nameOf, presentSession } from '../communities/serializer.js';
import { allCommunities, findCommunity, type StoredCommunity } from '../communities/repository.js';
import { findSessions } from '../sessions/repository.js';
import { utc } from '../../src/contract/time-zone.js';
import { createFormPages } from '../submissions/forms/page-routes.js';

/** The hosted pages of communities and of their join form: what every link and fallback leads to. */
export function pages(parts: AppParts) {
  const { db, now, links, desk, proposalDesk } = parts;
  const app = new Hono<AppEnv>();
  const forms = createFormPages(parts);
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
        </ul>
        <p><a href="${links.propose}">${words.communities.propose}</a></p>`,
    });
  });

  app.get('/communautes/:slug', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language).community;
    const { sessions } = await findSessions(db, {
      filters: { community: [community.slug], from: utc(now()) },
      now: now(),
      limit: 20,
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
            ? html`${sessionList(
                  sessions.map((session) => presentSession(session, now(), links)),
                  language,
                )}
                <p><a href="${links.communityCalendar(community.slug)}">${words.subscribe}</a></p>`
            : html`<p>${words.noSession}</p>`
        }
        <p>
          <a href="${links.communityResources(community.slug)}"
            >${resourcePageWords(language).community(nameOf(community))}</a
          >
        </p>
        <p><a href="/communautes">${words.back}</a></p>`,
    });
  });

  app.get('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    forms.framed(c, community.slug);
    const form = await desk.formFor(community, languageOf(c.req.query('lang')));
    return forms.show(c, form, { answers: {}, strand: null, errors: [] });
  });

  app.get('/communautes/:slug/rejoindre/merci', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    forms.framed(c, community.slug);
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language).join;
    return page(c, {
      language,
      title: words.thanksTitle,
      body: thanksPage(words.thanks, words, {
        url: links.community(community.slug),
        name: nameOf(community),
        isFramed: Boolean(c.get('frame')),
      }),
    });
  });

  app.post('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(c.req.param('slug'));
    return forms.take(c, {
      community: community.slug,
      formIn: (language) => desk.formFor(community, language),
      submit: (sent, strand, key) => desk.submit({ community: community.slug, strand, ...sent }, key),
      thanks: `${new URL(links.join(community.slug)).pathname}/merci`,
    });
  });

  app.get('/proposer', async (c) => {
    forms.framed(c, '');
    const form = await proposalDesk.formFor(languageOf(c.req.query('lang')));
    return forms.show(c, form, { answers: {}, strand: null, errors: [] });
  });

  app.get('/proposer/merci', async (c) => {
    forms.framed(c, '');
    const language = languageOf(c.req.query('lang'));
    const words = pageWords(language);
    return page(c, {
      language,
      title: words.proposal.thanksTitle,
      body: thanksPage(words.proposal.thanks, words.join, {
        url: '/communautes',
        name: words.communities.title,
        isFramed: Boolean(c.get('frame')),
      }),
    });
  });

  app.post('/proposer', async (c) =>
    forms.take(c, {
      community: '',
      formIn: (language) => proposalDesk.formFor(language),
      submit: (sent, _strand, key) => proposalDesk.submit(sent, key),
      thanks: '/proposer/merci',
    }),
  );

  return app;
}
