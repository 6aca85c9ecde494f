import type { Session } from '../../src/contract/index.js';
import { Naming } from '../http/layout.js';
import { directionOf } from '../../src/contract/text-direction.js';
import type { Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { SessionList } from '../sessions/pages.js';
import type { Addresses } from '../shared/addresses.js';
import type { StoredCommunity } from './repository.js';
import { communityName, foreignName } from './serializer.js';

/** All communities, each with its tagline and status. */
export function CommunityListPage({
  communities,
  language,
  links,
}: {
  communities: readonly StoredCommunity[];
  language: Language;
  links: Addresses;
}) {
  const messages = pageMessages(language);
  return (
    <>
      <p>{messages.communities.intro}</p>
      <ul class="plain">
        {communities.map((community) => (
          <li lang={community.language} dir={directionOf(community.language)}>
            <h2>
              <a href={links.community(community.slug)}>{communityName(community)}</a>
            </h2>
            <p>{community.tagline}</p>
            <p class="quiet" lang={language} dir={directionOf(language)}>
              {messages.community.status[community.status]}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={links.propose}>{messages.communities.propose}</a>
      </p>
    </>
  );
}

/** One community: functions, origin, audience, sessions and the way to join. */
export function CommunityPage({
  community,
  sessions,
  hasMore,
  language,
  links,
}: {
  community: StoredCommunity;
  sessions: readonly Session[];
  /** Whether there are more sessions than these. */
  hasMore: boolean;
  language: Language;
  links: Addresses;
}) {
  const messages = pageMessages(language).community;
  const { slug, status, audience } = community;
  return (
    <>
      <div lang={community.language} dir={directionOf(community.language)}>
        <p>
          <strong>{community.tagline}</strong>
        </p>
        <p>{community.description}</p>
      </div>
      <p class="notice">{messages.status[status]}</p>
      <p>
        <a class="button" href={links.join(slug)}>
          {messages.join[status]}
        </a>
      </p>
      <h2>{messages.functions}</h2>
      <ul>
        {community.functions.map(({ kind, weight }) => (
          <li>{`${messages.functionKinds[kind]} : ${messages.weight[weight as 1 | 2 | 3]}`}</li>
        ))}
      </ul>
      <h2>{messages.origin}</h2>
      <p lang={community.language} dir={directionOf(community.language)}>
        {community.origin.label}
      </p>
      <h2>{messages.audience}</h2>
      <p>
        {audience.nonMembers ? messages.bothWelcome : messages.membersOnly}{' '}
        <bdi lang={community.language} dir={directionOf(community.language)}>
          {audience.note}
        </bdi>
      </p>
      <h2 id="seances">{messages.sessions}</h2>
      {sessions.length ? (
        <>
          <SessionList sessions={sessions} language={language} />
          {hasMore && (
            <p>
              <a href={`/seances?community=${slug}`}>{sessionPageMessages(language).sessions.following}</a>
            </p>
          )}
          <p>
            <a href={links.communityCalendar(slug)}>{messages.subscribe}</a>
          </p>
        </>
      ) : (
        <p>{messages.noSession}</p>
      )}
      <p>
        <a href={links.communityResources(slug)}>
          <Naming
            text={resourcePageMessages(language).community(communityName(community))}
            named={foreignName(community)}
            page={language}
          />
        </a>
      </p>
      <p>
        <a href="/communautes">{messages.back}</a>
      </p>
    </>
  );
}
