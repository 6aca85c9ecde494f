import type { Question } from './client.js';
import {
  count,
  distinct,
  fields,
  filled,
  flag,
  item,
  list,
  listOf,
  part,
  text,
  tongue,
  type Read,
} from './read.js';

const readFields = item(
  {
    id: filled,
    title: filled,
    summary: text,
    marks: fields,
    kind: text,
    collection: text,
    publishedAt: text,
    year: count,
    publisher: text,
    language: tongue,
    format: text,
    bytes: count,
    access: text,
    communities: listOf(filled),
    url: text,
    accessibleUrl: text,
    links: part({ page: text }),
    session: item({ id: filled, title: filled, language: tongue, page: text }, 'id', 'title'),
  },
  'id',
  'title',
);

/** What a list shows of a resource; codes are text, since a newer server may know more of them. */
export type ResourceView = Omit<
  NonNullable<ReturnType<typeof readFields>>,
  'publishedAt' | 'year' | 'access' | 'links'
> & {
  /** A day, a year, or nothing. */
  date: string;
  isForMembers: boolean;
  page: string;
};

/** What resources are narrowed by, in the order in which it is shown. */
export const facetNames = ['community', 'theme', 'kind', 'language', 'year', 'access'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValueView {
  value: string;
  count: number;
}

/** How a theme or a community is called, and where its page is. */
export interface NameView {
  fr: string;
  /** Empty when it has no English name. */
  en: string;
  page: string;
}

export interface ResourceListView {
  items: ResourceView[];
  total: number;
  facets: Map<FacetName, FacetValueView[]>;
  themes: Map<string, NameView>;
  communities: Map<string, NameView>;
  suggestion: string;
  isLoose: boolean;
}

/** More than anybody reads on a page. */
const MOST_SHOWN = 100;
const MOST_VALUES = 200;

/** Filters by their name in the address; empty ones are left out. */
export function resourcesQuestion(
  filters: readonly (readonly [string, string])[],
): Question<ResourceListView> {
  const asked = filters.filter(([, value]) => value);
  return {
    path: `resources?${new URLSearchParams(asked as [string, string][]).toString()}`,
    read: readResources,
  };
}

const readAnswer = part({ total: count, suggestion: text, isLoose: flag, facets: fields });

export function readResources(json: unknown): ResourceListView | undefined {
  const it = fields(json);
  const all = it?.['items'];
  if (!Array.isArray(all)) return undefined;
  const items = distinct(all, readResource, ({ id }) => id, MOST_SHOWN);
  const { total, facets, ...same } = readAnswer(json);
  return {
    ...same,
    items,
    total: Math.max(items.length, total ?? 0),
    facets: new Map(
      facetNames.map((name) => [
        name,
        distinct(facets?.[name], readValue, ({ value }) => value, MOST_VALUES),
      ]),
    ),
    themes: readNames(it!['themes']),
    communities: readNames(it!['communities']),
  };
}

const readName = item(
  { slug: filled, name: filled, label: part({ fr: filled, en: text }), page: text },
  'slug',
);

const readNames = (json: unknown): Map<string, NameView> => {
  const names = new Map<string, NameView>();
  for (const { slug, name, label, page } of list(json, readName)) {
    const fr = name ?? label.fr;
    if (fr) names.set(slug, { fr, en: label.en, page });
  }
  return names;
};

const readValue = item({ value: filled, count: (value: unknown) => count(value) ?? 0 }, 'value');

/** Needs an identifier and a title. */
export const readResource: Read<ResourceView | undefined> = (json) => {
  const it = readFields(json);
  if (!it) return undefined;
  const { publishedAt, year, access, links, ...same } = it;
  return {
    ...same,
    ...links,
    // As it is written: marks count from its beginning.
    title: cut(text(fields(json)!['title']), 300),
    summary: cut(same.summary, 700),
    date: publishedAt.trim() || (year ? String(year) : ''),
    isForMembers: access === 'members',
  };
};

/** A text of bearable length; what matched in it is read from `marks` by whoever marks it. */
const cut = (whole: string, most: number): string =>
  whole.length > most ? `${whole.slice(0, most)}…` : whole;
