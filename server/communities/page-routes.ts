import { Hono } from 'hono';
import { html } from 'hono/html';
import { Slug } from '../../src/contract/index.js';
import type { Sql } from '../db/database.js';
import type { AppParts } from '../http/app-parts.js';
import { closestLanguage } from '../i18n/language.js';
import type { AppEnv } from '../http/middleware.js';
import { HttpError } from '../http/errors.js';
import { renderPage } from '../http/layout.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionList } from '../sessions/pages.js';
import { pageMessages } from '../i18n/pages.js';
import { communityName } from '../communities/serializer.js';
import { toSessionDto } from '../sessions/serializer.js';
import { allCommunities, findCommunity, type StoredCommunity } from '../communities/repository.js';
import { findSessions } from '../sessions/search-repository.js';
import { utc } from '../../src/contract/time-zone.js';

/** The community of an address; a failure that people read when there is none. */
export async function communityAt(sql: Sql, slug: string): Promise<StoredCommunity> {
  const community = Slug.safeParse(slug).success ? await findCommunity(sql, slug) : undefined;
  if (!community) throw new HttpError('not-found');
  return community;
}

/** The hosted pages of communities: what every link and fallback leads to. */
export function communityPages({ db, now, links }: AppParts) {
  const app = new Hono<AppEnv>();

  app.get('/communautes', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const words = pageMessages(language);
    const communities = await allCommunities(db);
    return renderPage(c, {
      language,
      title: words.communities.title,
      body: html`<p>${words.communities.intro}</p>
        <ul class="plain">
          ${communities.map(
            (community) =>
              html`<li lang="${community.language}">
                <h2><a href="${links.community(community.slug)}">${communityName(community)}</a></h2>
                <p>${community.tagline}</p>
                <p class="quiet" lang="${language}">${words.community.status[community.status]}</p>
              </li>`,
          )}
        </ul>
        <p><a href="${links.propose}">${words.communities.propose}</a></p>`,
    });
  });

  app.get('/communautes/:slug', async (c) => {
    const community = await communityAt(db, c.req.param('slug'));
    const language = closestLanguage(c.req.query('lang'));
    const words = pageMessages(language).community;
    const { sessions } = await findSessions(db, {
      filters: { community: [community.slug], from: utc(now()) },
      now: now(),
      limit: 20,
    });
    return renderPage(c, {
      language,
      title: communityName(community),
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
                  sessions.map((session) => toSessionDto(session, now(), links)),
                  language,
                )}
                <p><a href="${links.communityCalendar(community.slug)}">${words.subscribe}</a></p>`
            : html`<p>${words.noSession}</p>`
        }
        <p>
          <a href="${links.communityResources(community.slug)}"
            >${resourcePageMessages(language).community(communityName(community))}</a
          >
        </p>
        <p><a href="/communautes">${words.back}</a></p>`,
    });
  });

  return app;
}
