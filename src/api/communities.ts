import type { Community, CommunityList, Strand, Theme } from '../contract/index.js';
import type { ReadRequest } from './client.js';
import { readIdentity, readPicture } from './identity.js';
import { readSessionBrief } from './session-brief.js';
import { communitiesPath, communityPath } from './paths.js';
import {
  boolean,
  count,
  distinct,
  fields,
  item,
  languageTag,
  listOf,
  nonEmptyString,
  object,
  text,
  type ReadValue,
} from './read.js';

const weight = (value: unknown) => Math.min(3, Math.max(1, count(value) ?? 1));

const readFields = item<Community>()(
  {
    slug: nonEmptyString,
    name: nonEmptyString,
    shortName: nonEmptyString,
    acronym: text,
    identity: readIdentity,
    picture: readPicture,
    tagline: text,
    description: text,
    origin: object<Community['origin']>()({ kind: text, label: text }),
    need: text,
    functions: listOf(item<Community['functions'][number]>()({ kind: nonEmptyString, weight }, 'kind')),
    themes: listOf(
      item<Theme>()(
        { slug: text, label: item<Theme['label']>()({ fr: nonEmptyString, en: text }, 'fr') },
        'label',
      ),
    ),
    audience: object<Community['audience']>()({ members: boolean, nonMembers: boolean, note: text }),
    strands: listOf(item<Strand>()({ name: nonEmptyString, access: text }, 'name')),
    status: text,
    cadence: object<Community['cadence']>()({ label: text, sessionsPerYear: count }),
    language: languageTag,
    otherLanguages: listOf(nonEmptyString),
    facilitation: text,
    productions: listOf(nonEmptyString),
    learningSpaces: listOf(
      item<Community['learningSpaces'][number]>()({ kind: text, label: nonEmptyString, url: text }, 'label'),
    ),
    nextSession: readSessionBrief,
    counts: object<Community['counts']>()({
      upcomingSessions: count,
      resources: count,
      organisations: count,
    }),
    links: object<Community['links']>()({ page: text, join: text, sessions: text, resources: text }),
  },
  'slug',
);

/** A community as it could be read: codes are text, since a newer server may have more of them. */
export type CommunityView = NonNullable<ReturnType<typeof readFields>> & { name: string };

export const communityRequest = (slug: string): ReadRequest<CommunityView> => ({
  path: communityPath(slug),
  read: readCommunity,
});

export interface CommunityListView {
  items: CommunityView[];
}

/** More than anybody presents on a page. */
const MAX_SHOWN = 200;

export const communitiesRequest: ReadRequest<CommunityListView> = {
  path: communitiesPath,
  read: (json) => {
    const items = (fields(json) as Partial<CommunityList> | undefined)?.items;
    return Array.isArray(items)
      ? { items: distinct(items, readCommunity, ({ slug }) => slug, MAX_SHOWN) }
      : undefined;
  },
};

/** Needs a slug and a name; does without the rest. */
export const readCommunity: ReadValue<CommunityView | undefined> = (json) => {
  const it = readFields(json);
  const name = it?.shortName ?? it?.name;
  return name ? { ...it!, name } : undefined;
};
