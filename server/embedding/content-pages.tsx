import type { Child } from 'hono/jsx';
import type { Form, Resource, Session } from '../../src/contract/index.js';
import { directionOf } from '../../src/contract/text-direction.js';
import { typeset } from '../../src/contract/typeset.js';
import type { StoredCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import { LangText } from '../http/layout.js';
import { whenIn, zoneTime } from '../i18n/format-date.js';
import type { Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { formNames, FormPage } from '../submissions/forms/pages.js';

/**
 * What stands between the tags of an element: content that needs neither script nor stylesheet, in the typeface and colours
 * of the page. No picture and no sign without a size of its own: they would fill the page.
 */
type Level = 2 | 3 | 4 | 5 | 6;
export interface Look {
  language: Language;
  level: Level;
}

const Heading = ({ level, children }: { level: Level; children: Child }) => {
  const Tag = `h${level}` as 'h2';
  return <Tag>{children}</Tag>;
};

/** An address of this server in the language of the reader. */
export const inLanguage = (address: string, language: Language): string => {
  if (language === 'fr') return address;
  const url = new URL(address);
  url.searchParams.set('lang', language);
  return url.href;
};

/** “jeudi 26 novembre 2026, 10:00 – 12:00 (heure de Paris) · En ligne · Inscriptions ouvertes”. */
function SessionLine({ session, language }: { session: Session; language: Language }) {
  const messages = sessionPageMessages(language).sessions;
  const { start, end, timezone, mode, place, status, registration } = session;
  const state =
    status === 'cancelled'
      ? messages.states.cancelled
      : status === 'held'
        ? messages.over
        : messages.states[registration.state];
  return (
    <>
      <time datetime={start}>{whenIn(language, Date.parse(start), Date.parse(end), timezone)}</time>
      {` (${zoneTime(language, timezone)}) · ${messages.modes[mode]}${place ? `, ${place.city}` : ''} · ${state}`}
    </>
  );
}

const SessionLink = ({ session, language }: { session: Session; language: Language }) => (
  <a href={inLanguage(session.links.page, language)}>
    <LangText text={session.title} language={session.language} page={language} />
  </a>
);

export function CommunityContent({
  community,
  next,
  look: { language, level },
  links,
}: {
  community: StoredCommunity;
  /** The next session; undefined where there is none, or where the page wants none. */
  next: Session | undefined;
  look: Look;
  links: { page: string; join: string | undefined };
}) {
  const messages = pageMessages(language).community;
  const own = { lang: community.language, dir: directionOf(community.language) };
  return (
    <>
      <Heading level={level}>
        <a href={inLanguage(links.page, language)}>
          <LangText text={communityName(community)} language={community.language} page={language} />
        </a>
      </Heading>
      <p {...own}>{typeset(community.tagline, community.language)}</p>
      <p>
        {community.functions
          .toSorted((a, b) => b.weight - a.weight)
          .map(
            ({ kind, weight }) => `${messages.functionKinds[kind]} (${messages.weight[weight as 1 | 2 | 3]})`,
          )
          .join(' · ')}
        {' · '}
        {messages.status[community.status]}
      </p>
      {next && (
        <p>
          <SessionLink session={next} language={language} />
          <br />
          <SessionLine session={next} language={language} />
        </p>
      )}
      {links.join && (
        <p>
          <a href={inLanguage(links.join, language)}>{messages.join[community.status]}</a>
        </p>
      )}
    </>
  );
}

export function SessionsContent({
  sessions,
  communities,
  language,
  all,
}: {
  sessions: readonly Session[];
  /** Named where the list holds sessions of several. */
  communities: ReadonlyMap<string, StoredCommunity>;
  language: Language;
  /** Address of the whole list. */
  all: string;
}) {
  const messages = sessionPageMessages(language).sessions;
  return (
    <>
      {sessions.length ? (
        <ul>
          {sessions.map((session) => {
            const community = communities.get(session.community);
            return (
              <li>
                <SessionLink session={session} language={language} />
                <br />
                <SessionLine session={session} language={language} />
                {community && (
                  <>
                    {' · '}
                    <LangText text={communityName(community)} language={community.language} page={language} />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <p>{messages.empty}</p>
      )}
      <p>
        <a href={inLanguage(all, language)}>{messages.back}</a>
      </p>
    </>
  );
}

export function ResourcesContent({
  items,
  language,
  all,
}: {
  items: readonly Resource[];
  language: Language;
  all: string;
}) {
  const messages = resourcePageMessages(language);
  return (
    <>
      {items.length ? (
        <ul>
          {items.map((item) => (
            <li>
              <a href={inLanguage(item.links.page, language)}>
                <LangText text={item.title} language={item.language} page={language} />
              </a>
              <br />
              {[messages.kinds[item.kind], item.year, item.publisher].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      ) : (
        <p>{messages.nothing}</p>
      )}
      <p>
        <a href={inLanguage(all, language)}>{messages.back}</a>
      </p>
    </>
  );
}

/** A form that is sent as it is: the element takes over what was typed. It holds no key and no stamp, since caches keep it. */
export const FormContent = ({ form, action, look }: { form: Form; action: string; look: Look }) => (
  <>
    <Heading level={look.level}>{form.title}</Heading>
    <FormPage
      form={form}
      state={{
        elsewhere: { action },
        answers: {},
        strand: null,
        errors: [],
        hidden: { [formNames.version]: form.version, [formNames.language]: form.language },
      }}
    />
  </>
);

/** Where there is nothing to show: the way to what there is. */
export const LinkContent = ({ href, text }: { href: string; text: string }) => (
  <p>
    <a href={href}>{text}</a>
  </p>
);
