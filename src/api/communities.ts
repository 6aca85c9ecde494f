import type { Question } from './client.js';
import { count, fields, filled, instant, list, text } from './read.js';

/** A community as it could be read: codes are text, since a newer server may know more of them. */
export interface CommunityView {
  slug: string;
  name: string;
  acronym: string;
  tagline: string;
  description: string;
  origin: { kind: string; label: string };
  need: string;
  functions: { kind: string; weight: number }[];
  themes: LabelView[];
  audience: { members: boolean; nonMembers: boolean; note: string };
  strands: { name: string; access: string }[];
  status: string;
  cadence: string;
  language: string;
  otherLanguages: string[];
  facilitation: string;
  productions: string[];
  learningSpaces: { kind: string; label: string; url: string }[];
  nextSession: SessionBriefView | null;
  counts: { upcomingSessions: number | null; resources: number | null; organisations: number | null };
  links: { page: string; join: string; sessions: string; resources: string };
}

export interface LabelView {
  slug: string;
  label: { fr: string; en: string };
}

export interface SessionBriefView {
  id: string;
  title: string;
  kind: string;
  status: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  timezone: string;
  mode: string;
  language: string;
  city: string;
  registrationState: string;
  seatsLeft: number | null;
  page: string;
}

export const communityQuestion = (slug: string): Question<CommunityView> => ({
  path: `communities/${encodeURIComponent(slug)}`,
  read: readCommunity,
});

export interface CommunityListView {
  items: CommunityView[];
  themes: LabelView[];
}

/** More than anybody presents on a page. */
const MOST_SHOWN = 200;

export const communitiesQuestion: Question<CommunityListView> = {
  path: 'communities',
  read: (json) => {
    const it = fields(json);
    if (!Array.isArray(it?.['items'])) return undefined;
    const known = new Set<string>();
    return {
      items: list(it['items'].slice(0, MOST_SHOWN), (item) => {
        const community = readCommunity(item);
        if (!community || known.has(community.slug)) return undefined;
        known.add(community.slug);
        return community;
      }),
      themes: list(it['themes'], readTheme),
    };
  },
};

/** Needs a slug and a name; does without the rest. */
export function readCommunity(json: unknown): CommunityView | undefined {
  const it = fields(json);
  const slug = filled(it?.['slug']);
  const name = filled(it?.['shortName']) ?? filled(it?.['name']);
  if (!it || !slug || !name) return undefined;
  const origin = fields(it['origin']);
  const audience = fields(it['audience']);
  const counts = fields(it['counts']);
  const links = fields(it['links']);
  return {
    slug,
    name,
    acronym: text(it['acronym']),
    tagline: text(it['tagline']),
    description: text(it['description']),
    origin: { kind: text(origin?.['kind']), label: text(origin?.['label']) },
    need: text(it['need']),
    functions: list(it['functions'], (item) => {
      const one = fields(item);
      const kind = filled(one?.['kind']);
      return kind ? { kind, weight: Math.min(3, Math.max(1, count(one?.['weight']) ?? 1)) } : undefined;
    }),
    themes: list(it['themes'], readTheme),
    audience: {
      members: audience?.['members'] === true,
      nonMembers: audience?.['nonMembers'] === true,
      note: text(audience?.['note']),
    },
    strands: list(it['strands'], (item) => {
      const one = fields(item);
      const strand = filled(one?.['name']);
      return strand ? { name: strand, access: text(one?.['access']) } : undefined;
    }),
    status: text(it['status']),
    cadence: text(fields(it['cadence'])?.['label']),
    language: filled(it['language']) ?? 'fr',
    otherLanguages: list(it['otherLanguages'], filled),
    facilitation: text(it['facilitation']),
    productions: list(it['productions'], filled),
    learningSpaces: list(it['learningSpaces'], (item) => {
      const one = fields(item);
      const label = filled(one?.['label']);
      return label ? { kind: text(one?.['kind']), label, url: text(one?.['url']) } : undefined;
    }),
    nextSession: readBrief(it['nextSession']),
    counts: {
      upcomingSessions: count(counts?.['upcomingSessions']),
      resources: count(counts?.['resources']),
      organisations: count(counts?.['organisations']),
    },
    links: {
      page: text(links?.['page']),
      join: text(links?.['join']),
      sessions: text(links?.['sessions']),
      resources: text(links?.['resources']),
    },
  };
}

function readTheme(item: unknown): LabelView | undefined {
  const one = fields(item);
  const label = fields(one?.['label']);
  const fr = filled(label?.['fr']);
  return fr ? { slug: text(one?.['slug']), label: { fr, en: text(label?.['en']) } } : undefined;
}

function readBrief(json: unknown): SessionBriefView | null {
  const it = fields(json);
  const title = filled(it?.['title']);
  const start = instant(it?.['start']);
  if (!it || !title || start === undefined) return null;
  return {
    id: text(it['id']),
    title,
    kind: text(it['kind']),
    status: text(it['status']),
    start,
    end: instant(it['end']) ?? start,
    timezone: text(it['timezone']),
    mode: text(it['mode']),
    language: filled(it['language']) ?? 'fr',
    city: text(it['city']),
    registrationState: text(it['registrationState']),
    seatsLeft: count(it['seatsLeft']),
    page: text(it['page']),
  };
}
