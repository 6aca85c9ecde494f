import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { utc } from '../../src/contract/time-zone.js';
import { allCommunities, allThemes, type StoredCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { renderPage } from '../http/layout.js';
import { type AppEnv, clientIp, readText } from '../http/middleware.js';
import { builderMessages } from '../i18n/builder/index.js';
import { dateInWords } from '../i18n/format-date.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { findSessions } from '../sessions/search-repository.js';
import { toSessionDto } from '../sessions/serializer.js';
import { FetchRefused } from '../shared/guarded-fetch.js';
import { readable } from '../shared/readable.js';
import { isOpenFor } from '../submissions/registrations/form.js';
import type { BuilderContext, Offered } from './builder-fields.js';
import { BuilderPage } from './builder-pages.js';
import { accentOf, type Part, readChoice } from './choice.js';
import { PreviewPage } from './preview-page.js';
import { addressOf, readSnippet } from './read-snippet.js';
import { type LinkedPart, type ScriptFacts, snippetOf } from './snippet.js';

/** Where the forms of a preview ask: they are shown as on a listed site, and nothing is taken. */
const TRIAL = '/integrer/essai';

/** Public reads as routes. */
interface PublicReads {
  fetch: (request: Request) => Response | Promise<Response>;
}

/** The snippet builder: `/integrer`, and the page in its frame. */
export function snippetBuilder(parts: AppParts, publicReads: PublicReads) {
  const { db, now, links, origins, releases, version } = parts;
  const app = new Hono<AppEnv>();

  const offer = async (language: Language): Promise<Offered> => {
    const [communities, themes, found] = await Promise.all([
      allCommunities(db),
      allThemes(db),
      findSessions(db, { filters: { from: utc(now()) }, now: now(), limit: 100 }),
    ]);
    const sessions = readable('session', found.sessions, (one) => toSessionDto(one, now(), links));
    return {
      communities,
      themes,
      sessions: sessions.filter(isOpenFor).map(({ id, title, start, timezone }) => ({
        id,
        title: `${dateInWords(language, { dateStyle: 'medium', timeZone: timezone }, Date.parse(start))} – ${title}`,
      })),
    };
  };

  const contextOf = async (c: Context, language: Language): Promise<BuilderContext> => {
    const offered = await offer(language);
    const defaults = {
      community: offered.communities[0]?.slug ?? '',
      session: offered.sessions[0]?.id ?? '',
    };
    const choice = readChoice(c.req.queries(), defaults);
    return { choice, offered, language, messages: builderMessages(language) };
  };

  const scriptFacts = (): ScriptFacts => ({
    server: origins.own,
    version,
    classicHash: hashIn(releases.get(version)?.get('integrity.json')?.bytes.identity, 'f3e.classic.js'),
  });

  const show = async (
    c: Context,
    pasted: { text: string; said: string | undefined },
    status: 200 | 422 = 200,
  ) => {
    const language = closestLanguage(c.req.query('lang'));
    const context = await contextOf(c, language);
    const linked = context.choice.parts.map(linkedBy(context.offered.communities, links, language));
    return renderPage(c, {
      language,
      title: context.messages.title,
      description: context.messages.intro,
      canonical: `${links.home}integrer`,
      isUnlisted: c.req.url.includes('?'),
      status,
      personal: status !== 200,
      tool: 'integrer',
      body: (
        <BuilderPage
          context={context}
          blocks={snippetOf(context.choice, linked, scriptFacts(), context.messages)}
          pasted={pasted}
        />
      ),
    });
  };

  app.get('/integrer', (c) => {
    const { dit } = c.req.query();
    const { back } = builderMessages(closestLanguage(c.req.query('lang')));
    return show(c, { text: '', said: Number(dit) > 1 ? back.found(Math.min(99, Number(dit))) : undefined });
  });

  app.post('/integrer', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const { back } = builderMessages(language);
    const text = (new URLSearchParams(await readText(c)).get('colle') ?? '').trim().slice(0, 20_000);
    let found: ReturnType<typeof readSnippet>;
    try {
      const isAddress = /^https?:\/\/\S+$/.test(text);
      if (isAddress) await parts.rateLimits.tries(clientIp(c, parts.trustedProxies));
      found = readSnippet(isAddress ? (await parts.fetchPage(text)).text : text);
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      return show(c, { text, said: back.nothing }, 422);
    }
    if (!found.parts.length) return show(c, { text, said: back.nothing }, 422);
    return c.redirect(`/integrer?${addressOf(found)}&lang=${language}#reglages`, 303);
  });

  app.get('/integrer/apercu', async (c) => {
    const language = closestLanguage(c.req.query('lang'));
    const { choice, offered, messages } = await contextOf(c, language);
    const linked = choice.parts.map(linkedBy(offered.communities, links, language));
    const own = `'self' ${origins.own}`;
    // Without an origin of its own: nothing that is tried here is sent.
    c.header(
      'Content-Security-Policy',
      `sandbox allow-scripts; default-src 'none'; script-src ${own}; connect-src ${own}; style-src ${own}; img-src ${own}; base-uri 'none'; frame-ancestors 'self'`,
    );
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    const page = (
      <PreviewPage
        title={messages.previewFrame}
        language={language}
        choice={choice}
        accent={accentOf(choice)}
        parts={linked.map((part) => ({
          ...part,
          attributes: part.element.endsWith('-form')
            ? { ...part.attributes, endpoint: `${origins.own}${TRIAL}` }
            : part.attributes,
        }))}
      />
    );
    return c.html(html`<!doctype html>${page}`);
  });

  app.get(`${TRIAL}/v1/*`, (c) => {
    const url = new URL(c.req.url);
    url.pathname = url.pathname.slice(TRIAL.length + '/v1'.length);
    return publicReads.fetch(new Request(url, { headers: { Origin: origins.own } }));
  });

  return app;
}

/** The hash of a file of a release. */
function hashIn(integrity: Uint8Array | undefined, file: string): string | undefined {
  if (!integrity) return undefined;
  return (JSON.parse(Buffer.from(integrity).toString()) as Record<string, string>)[file];
}

/** Gives an element the link that remains without it: to the hosted page of the same thing. */
const linkedBy =
  (communities: readonly StoredCommunity[], links: AppParts['links'], language: Language) =>
  ({ element, attributes }: Part): LinkedPart => {
    const slugs = (attributes['community'] ?? '').split(',').filter(Boolean);
    const only = slugs.length === 1 ? communities.find(({ slug }) => slug === slugs[0]) : undefined;
    return { element, attributes, link: linkOf(element, { attributes, only, links, language }) };
  };

function linkOf(
  element: Part['element'],
  {
    attributes,
    only,
    links,
    language,
  }: {
    attributes: Part['attributes'];
    only: StoredCommunity | undefined;
    links: AppParts['links'];
    language: Language;
  },
): LinkedPart['link'] {
  const pages = pageMessages(language);
  const sessions = sessionPageMessages(language).sessions;
  const resources = resourcePageMessages(language);
  const name = only && communityName(only);
  switch (element) {
    case 'community-card':
      return only
        ? { href: links.community(only.slug), text: name! }
        : { href: links.communities, text: pages.communities.title };
    case 'community-directory':
      return { href: links.communities, text: pages.communities.title };
    case 'session-calendar':
      return only
        ? { href: `${links.sessions}?community=${only.slug}`, text: sessions.titleOf(name!) }
        : { href: links.sessions, text: sessions.title };
    case 'resource-list':
      return only
        ? { href: links.communityResources(only.slug), text: resources.community(name!) }
        : { href: links.resources, text: resources.title };
    case 'join-form':
      return only
        ? { href: links.join(only.slug), text: `${pages.community.join[only.status]} – ${name!}` }
        : { href: links.communities, text: pages.communities.title };
    case 'registration-form':
      return { href: links.register(attributes['session'] ?? ''), text: sessions.register.open };
    case 'proposal-form':
      return { href: links.propose, text: pages.communities.propose };
  }
}
