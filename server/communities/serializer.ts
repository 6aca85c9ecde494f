import { Community, type CommunityName, type Theme } from '../../src/contract/index.js';
import type { StoredSession } from '../sessions/repository.js';
import { toSessionBriefDto } from '../sessions/serializer.js';
import type { Addresses } from '../shared/addresses.js';
import type { StoredCommunity } from './repository.js';
import type { ForeignText } from '../shared/foreign-text.js';
import { readable } from '../shared/readable.js';

export const communityName = (community: StoredCommunity): string => community.shortName ?? community.name;

/** Its name, which is in its own language. */
export const foreignName = (community: StoredCommunity): ForeignText => ({
  text: communityName(community),
  language: community.language,
});

/** How lists name it. */
export const toCommunityName = (community: StoredCommunity, links: Addresses): CommunityName => ({
  slug: community.slug,
  name: communityName(community),
  page: links.community(community.slug),
  ...(community.identity && { identity: community.identity }),
});

export function toCommunityDto(
  stored: StoredCommunity,
  about: {
    themes: readonly Theme[];
    next: StoredSession | undefined;
    counts: Community['counts'] | undefined;
    links: Addresses;
    now: number;
  },
): Community {
  const { themes, next, counts, links, now } = about;
  return Community.parse({
    ...stored,
    themes: stored.themes.flatMap((slug) => themes.find((theme) => theme.slug === slug) ?? []),
    nextSession:
      readable('session', next ? [next] : [], (one) => toSessionBriefDto(one, now, links))[0] ?? null,
    counts: counts ?? { upcomingSessions: 0, heldSessions: 0, resources: 0, organisations: 0 },
    links: {
      page: links.community(stored.slug),
      join: links.join(stored.slug),
      sessions: links.communitySessions(stored.slug),
      resources: links.communityResources(stored.slug),
    },
  });
}
