import {
  type PublishedResource,
  Resource,
  type ResourceFilters,
  ResourcePage,
  type Theme,
} from '../../src/contract/index.js';
import { withOffset } from '../../src/contract/time-zone.js';
import { marksIn, type SearchQuery } from '../../src/search/index.js';
import type { StoredCommunity } from '../communities/repository.js';
import { toCommunityName } from '../communities/serializer.js';
import type { StoredSession } from '../sessions/repository.js';
import { type Addresses } from '../shared/addresses.js';
import type { FoundResources } from './search-repository.js';
import { readable } from '../shared/readable.js';

export interface ResourceContext {
  links: Addresses;
  /** The session that each resource came out of. */
  sessions: ReadonlyMap<string, StoredSession>;
}

/** Converts a resource to the contract, with the ranges that matched. */
export function toResourceDto(
  resource: PublishedResource,
  query: SearchQuery,
  { links, sessions }: ResourceContext,
): Resource {
  const session = sessions.get(resource.id);
  return Resource.parse({
    ...resource,
    session: session
      ? {
          id: session.id,
          title: session.title,
          language: session.language,
          start: withOffset(session.start, session.timezone),
          page: links.session(session.id),
        }
      : null,
    links: { page: links.resource(resource.id) },
    marks: {
      title: marksIn(resource.title, resource.language, query),
      summary: marksIn(resource.summary, resource.language, query),
    },
  });
}

/** A page of resources, with the names of what its facets count and of what was asked for. */
export function toResourcePageDto(
  found: FoundResources,
  about: ResourceContext & {
    filters: ResourceFilters;
    themes: readonly Theme[];
    communities: readonly StoredCommunity[];
  },
): ResourcePage {
  const { facets, total, suggestion, query } = found;
  const named = (facet: readonly { value: string }[], asked: readonly string[] = []) =>
    new Set([...facet.map(({ value }) => value), ...asked]);
  const themes = named(facets.theme, about.filters.theme);
  const communities = named(facets.community, about.filters.community);
  return ResourcePage.parse({
    items: readable('resource', found.resources, (resource) => toResourceDto(resource, query, about)),
    total,
    facets,
    themes: about.themes.filter(({ slug }) => themes.has(slug)),
    communities: about.communities
      .filter(({ slug }) => communities.has(slug))
      .map((community) => toCommunityName(community, about.links)),
    suggestion,
    isLoose: Boolean(query.isLoose && total),
  });
}
