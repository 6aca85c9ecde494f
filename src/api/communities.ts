import type { Question } from './client.js';
import {
  count,
  distinct,
  fields,
  filled,
  flag,
  instant,
  item,
  listOf,
  part,
  text,
  tongue,
  type Fields,
  type Read,
} from './read.js';

const weight = (value: unknown) => Math.min(3, Math.max(1, count(value) ?? 1));

const readBrief = item(
  {
    id: text,
    title: filled,
    status: text,
    start: instant,
    end: instant,
    timezone: text,
    mode: text,
    language: tongue,
    city: text,
    registrationState: text,
    seatsLeft: count,
    page: text,
  },
  'title',
  'start',
);

/** Times in milliseconds since 1970. */
export type SessionBriefView = NonNullable<ReturnType<typeof readBrief>> & { end: number };

const readFields = item(
  {
    slug: filled,
    name: filled,
    shortName: filled,
    acronym: text,
    tagline: text,
    description: text,
    origin: part({ kind: text, label: text }),
    functions: listOf(item({ kind: filled, weight }, 'kind')),
    audience: part({ members: flag, nonMembers: flag, note: text }),
    status: text,
    language: tongue,
    nextSession: (json: unknown): SessionBriefView | null => {
      const brief = readBrief(json);
      return brief ? { ...brief, end: brief.end ?? brief.start } : null;
    },
    links: part({ page: text, join: text, sessions: text, resources: text }),
  },
  'slug',
);

/** A community as it could be read: codes are text, since a newer server may know more of them. */
export type CommunityView = NonNullable<ReturnType<typeof readFields>> & {
  name: string;
  /** All that was sent of it: what unfolds reads the rest. */
  more: Fields;
};

export const communityQuestion = (slug: string): Question<CommunityView> => ({
  path: `communities/${encodeURIComponent(slug)}`,
  read: readCommunity,
});

export interface CommunityListView {
  items: CommunityView[];
}

/** More than anybody presents on a page. */
const MOST_SHOWN = 200;

export const communitiesQuestion: Question<CommunityListView> = {
  path: 'communities',
  read: (json) => {
    const items = fields(json)?.['items'];
    return Array.isArray(items)
      ? { items: distinct(items, readCommunity, ({ slug }) => slug, MOST_SHOWN) }
      : undefined;
  },
};

/** Needs a slug and a name; does without the rest. */
export const readCommunity: Read<CommunityView | undefined> = (json) => {
  const it = readFields(json);
  const name = it?.shortName ?? it?.name;
  return name ? { ...it!, name, more: fields(json)! } : undefined;
};
