import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Child } from 'hono/jsx';
import { ElementName } from '../../src/contract/elements.js';
import { Id, ResourceFeedQuery, SessionFeedQuery } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import { allCommunities, type StoredCommunity } from '../communities/repository.js';
import type { AppParts } from '../http/app-parts.js';
import { refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, missing } from '../http/responses.js';
import { closestLanguage } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { createResourceReader } from '../resources/routes.js';
import { findSession } from '../sessions/repository.js';
import { findSessions, nextSessions } from '../sessions/search-repository.js';
import { toSessionDto } from '../sessions/serializer.js';
import { readable } from '../shared/readable.js';
import { isOpenFor } from '../submissions/registrations/form.js';
import { elementTag, readAttributes } from './element-tag.js';
import {
  CommunityContent,
  FormContent,
  inLanguage,
  LinkContent,
  type Look,
  ResourcesContent,
  SessionsContent,
} from './content-pages.js';

/** What a page that is read without scripts shows of a long list; a link leads to the rest. */
const MOST_SESSIONS = 12;

const renderRoute = createRoute({
  method: 'get',
  path: '/render/{element}',
  summary: 'An element with its content between the tags, as HTML to put into a page',
  description:
    'For a snippet, an include of a server, or a plugin: what is in it is there before any script, with scripts off, and for search engines. The attributes of the element are parameters (`community=genre&no-join`); those that the element does not know are left out, and one that names nothing leaves a link to the list. It stands on one line.',
  request: {
    params: z.object({ element: ElementName }),
    query: z
      .looseObject({
        lang: z
          .string()
          .max(35)
          .optional()
          .meta({ description: '`fr` or `en`: the language of the content; `fr` when absent.' }),
      })
      .meta({ description: 'Attributes of the element, and `lang`.' }),
  },
  responses: {
    200: { description: 'The element.', content: { 'text/html': { schema: z.string() } } },
    ...bad,
    ...missing,
  },
});

/** Elements as HTML, with content that needs no script. */
export function renderedElements(parts: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const contentOf = createContent(parts);

  app.openapi(renderRoute, (c) => {
    const { element } = c.req.valid('param');
    const { lang, ...query } = c.req.query();
    const language = closestLanguage(lang);
    const attributes = readAttributes(element, query);
    const key = `render ${element} ${language} ${JSON.stringify(attributes)}`;
    return parts.cache.text(
      c,
      key,
      async () => {
        const level = Number(attributes['heading-level'] ?? 3) as Look['level'];
        const look: Look = { language, level: level >= 2 && level <= 6 ? level : 3 };
        const content = await contentOf(element, attributes, look);
        return elementTag(element, attributes, String(await (<div lang={language}>{content}</div>)));
      },
      'text/html',
    );
  });
  return app;
}

/** The content of an element, by its attributes. */
export function createContent({ db, now, links, joinRequests, registrations, proposals }: AppParts) {
  const readResources = createResourceReader({ db, links, now });

  const named = async (slugs: string | undefined): Promise<StoredCommunity[]> => {
    const all = await allCommunities(db);
    if (!slugs) return all;
    return slugs.split(',').flatMap((slug) => all.find((one) => one.slug === slug.trim()) ?? []);
  };

  const communities = async (attributes: Attributes, look: Look, found: readonly StoredCommunity[]) => {
    const next = await nextSessions(db, now());
    return found.map((community) => {
      const session = 'no-next-session' in attributes ? undefined : next.get(community.slug);
      return (
        <CommunityContent
          community={community}
          next={readable('session', session ? [session] : [], (one) => toSessionDto(one, now(), links))[0]}
          look={look}
          links={{
            page: links.community(community.slug),
            join: 'no-join' in attributes ? undefined : links.join(community.slug),
          }}
        />
      );
    });
  };
  const toCommunities = ({ language }: Look) => (
    <LinkContent
      href={inLanguage(links.communities, language)}
      text={pageMessages(language).communities.title}
    />
  );
  const toSessions = ({ language }: Look) => (
    <LinkContent
      href={inLanguage(links.sessions, language)}
      text={sessionPageMessages(language).sessions.title}
    />
  );

  const sessions = async (attributes: Attributes, look: Look) => {
    const { community, kind, mode, language: spoken, audience, q } = attributes;
    const { language } = look;
    const asked = await named(community);
    const filters = SessionFeedQuery.safeParse(
      withoutEmpty({
        community: community && asked.map(({ slug }) => slug).join(','),
        kind,
        mode,
        language: spoken,
        audience,
        q,
        available: 'available' in attributes ? 'true' : undefined,
        ...rangeOf(attributes, now()),
      }),
    );
    // Of nobody, or by what cannot be looked for: the way to the list, not the sessions of others.
    if (!asked.length || !filters.success) return toSessions(look);
    const found = await findSessions(db, { filters: filters.data, now: now(), limit: MOST_SESSIONS });
    const only = asked.length === 1 ? asked[0] : undefined;
    return (
      <SessionsContent
        sessions={readable('session', found.sessions, (one) => toSessionDto(one, now(), links))}
        communities={new Map(only ? [] : asked.map((one) => [one.slug, one]))}
        language={language}
        all={only && community ? `${links.sessions}?community=${only.slug}` : links.sessions}
      />
    );
  };

  const resources = async (attributes: Attributes, { language }: Look) => {
    const { community, kind, theme, language: spoken, year, access, q } = attributes;
    const asked = await named(community);
    const slugs = asked.map(({ slug }) => slug).join(',');
    const filters = ResourceFeedQuery.safeParse(
      withoutEmpty({ community: community && slugs, kind, theme, language: spoken, year, access, q }),
    );
    const size = Number(attributes['page-size'] ?? 20);
    const isFound = asked.length > 0 && filters.success;
    const { items } = isFound ? await readResources(filters.data, { size }) : { items: undefined };
    const all = community && asked.length === 1 ? links.communityResources(slugs) : links.resources;
    return items ? (
      <ResourcesContent items={items} language={language} all={all} />
    ) : (
      <LinkContent href={inLanguage(links.resources, language)} text={resourcePageMessages(language).title} />
    );
  };

  return async (element: ElementName, attributes: Attributes, look: Look): Promise<Child> => {
    const { language } = look;
    switch (element) {
      case 'community-card': {
        const [community] = await named(attributes['community'] ?? '-');
        return community ? communities(attributes, look, [community]) : toCommunities(look);
      }
      case 'community-directory': {
        const found = await named(attributes['communities']);
        return found.length ? communities(attributes, look, found) : toCommunities(look);
      }
      case 'session-calendar':
        return sessions(attributes, look);
      case 'resource-list':
        return resources(attributes, look);
      case 'join-form': {
        const [community] = await named(attributes['community'] ?? '-');
        if (!community) return toCommunities(look);
        const form = await joinRequests.formFor(community, language);
        return (
          <FormContent form={form} action={inLanguage(links.join(community.slug), language)} look={look} />
        );
      }
      case 'registration-form': {
        const id = attributes['session'] ?? '';
        const session = Id.safeParse(id).success ? await findSession(db, id) : undefined;
        if (!session) return toSessions(look);
        if (!isOpenFor(toSessionDto(session, now(), links)))
          return <LinkContent href={inLanguage(links.session(id), language)} text={session.title} />;
        const form = await registrations.formFor(session, language);
        return <FormContent form={form} action={inLanguage(links.register(id), language)} look={look} />;
      }
      case 'proposal-form': {
        const form = await proposals.formFor(language);
        return <FormContent form={form} action={inLanguage(links.propose, language)} look={look} />;
      }
    }
  };
}

type Attributes = ReturnType<typeof readAttributes>;

/** The stretch of time that a calendar shows at first: from now on, or whole months. */
function rangeOf(attributes: Attributes, now: number): { from: string; to?: string } {
  const { month, months = '3' } = attributes;
  if (!month && !('past' in attributes)) return { from: utc(now) };
  const first = new Date(`${month ?? utc(now).slice(0, 7)}-01T00:00:00Z`);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + Number(months));
  return { from: utc(first.getTime()), to: utc(last.getTime()) };
}

const withoutEmpty = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
