import type { Session } from '../../src/contract/index.js';
import { directionOf } from '../../src/contract/text-direction.js';
import { typeset } from '../../src/contract/typeset.js';
import { Naming } from '../http/layout.js';
import { Badge, Strip, Tile } from '../http/parts.js';
import type { Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { SessionList } from '../sessions/pages.js';
import type { Addresses } from '../shared/addresses.js';
import type { StoredCommunity } from './repository.js';
import { communityName, foreignName } from './serializer.js';

const tones = { open: 'good', 'on-request': 'careful', closed: 'off' } as const;

/** All communities, each with its mark, its tagline, what it is for and its status. */
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
      <ul class="cards">
        {communities.map((community) => (
          <li class="card" lang={community.language} dir={directionOf(community.language)}>
            <div class="lead">
              <Tile community={community} />
              <div>
                {community.acronym && <p class="acronym">{community.acronym}</p>}
                <h2>
                  <a href={links.community(community.slug)}>
                    {typeset(communityName(community), community.language)}
                  </a>
                </h2>
              </div>
            </div>
            <p>{typeset(community.tagline, community.language)}</p>
            <div lang={language} dir={directionOf(language)}>
              <Strip functions={community.functions} messages={messages.community} />
              <p>
                <Badge tone={tones[community.status]}>{messages.community.status[community.status]}</Badge>
              </p>
            </div>
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
      <div class="lead">
        <Tile community={community} />
        <p class="tagline" lang={community.language} dir={directionOf(community.language)}>
          {typeset(community.tagline, community.language)}
        </p>
      </div>
      <p lang={community.language} dir={directionOf(community.language)}>
        {typeset(community.description, community.language)}
      </p>
      <p>
        <Badge tone={tones[status]}>{messages.status[status]}</Badge>
      </p>
      <p>
        <a class="button" href={links.join(slug)}>
          {messages.join[status]}
        </a>
      </p>
      <h2>{messages.functions}</h2>
      <Strip functions={community.functions} messages={messages} />
      {community.origin.label && (
        <>
          <h2>{messages.origin}</h2>
          <p lang={community.language} dir={directionOf(community.language)}>
            {typeset(community.origin.label, community.language)}
          </p>
        </>
      )}
      <h2>{messages.audience}</h2>
      <p>
        {audience.nonMembers ? messages.bothWelcome : messages.membersOnly}{' '}
        <bdi lang={community.language} dir={directionOf(community.language)}>
          {typeset(audience.note, community.language)}
        </bdi>
      </p>
      <h2 id="seances">{messages.sessions}</h2>
      {sessions.length ? (
        <>
          <SessionList sessions={sessions} language={language} isBelowHeading />
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
