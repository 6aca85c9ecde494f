import type { Resource, ResourcePage } from '../contract/index.js';
import type { ReadRequest } from './client.js';
import { facetNames, type ResourceFacetName } from '../search/facets.js';
import { readIdentity, readPicture, type IdentityView } from './identity.js';
import { resourcesPath, type PathFilters } from './paths.js';
import {
  boolean,
  count,
  distinct,
  fields,
  item,
  languageTag,
  list,
  listOf,
  nonEmptyString,
  object,
  text,
  type ReadValue,
} from './read.js';

const readFields = item<Resource>()(
  {
    id: nonEmptyString,
    title: text,
    summary: text,
    marks: fields,
    kind: text,
    collection: text,
    publishedAt: text,
    year: count,
    publisher: text,
    language: languageTag,
    format: text,
    bytes: count,
    access: text,
    communities: listOf(nonEmptyString),
    url: text,
    cover: readPicture,
    accessibleUrl: text,
    links: object<Resource['links']>()({ page: text }),
    session: item<NonNullable<Resource['session']>>()(
      { id: nonEmptyString, title: nonEmptyString, language: languageTag, page: text },
      'id',
      'title',
    ),
  },
  'id',
);

/** What a list shows of a resource; codes are text, since a newer server may have more of them. */
export type ResourceView = Omit<
  NonNullable<ReturnType<typeof readFields>>,
  'publishedAt' | 'year' | 'access' | 'links'
> & {
  /** A day, a year, or nothing. */
  date: string;
  isForMembers: boolean;
  page: string;
};

/** What resources are narrowed by, in the order in which facets are shown. */

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
  /** Of a community. */
  identity: IdentityView;
}

export interface ResourceListView {
  items: ResourceView[];
  total: number;
  facets: Map<ResourceFacetName, FacetValueView[]>;
  themes: Map<string, NameView>;
  communities: Map<string, NameView>;
  suggestion: string;
  isLoose: boolean;
}

/** More than anybody reads on a page. */
const MAX_SHOWN = 100;
const MAX_VALUES = 200;

/** Filters by their name in the address; empty ones are left out. */
export const resourcesRequest = (filters: PathFilters): ReadRequest<ResourceListView> => ({
  path: resourcesPath(filters),
  read: readResources,
});

const readAnswer = object<ResourcePage>()({
  total: count,
  suggestion: text,
  isLoose: boolean,
  facets: fields,
});

export function readResources(json: unknown): ResourceListView | undefined {
  const page = fields(json) as Partial<ResourcePage> | undefined;
  const all = page?.items as unknown;
  if (!Array.isArray(all)) return undefined;
  const items = distinct(all, readResource, ({ id }) => id, MAX_SHOWN);
  const { total, facets, ...same } = readAnswer(json);
  return {
    ...same,
    items,
    total: Math.max(items.length, total ?? 0),
    facets: new Map(
      facetNames.map((name) => [name, distinct(facets?.[name], readValue, ({ value }) => value, MAX_VALUES)]),
    ),
    themes: readNames(page!.themes),
    communities: readNames(page!.communities),
  };
}

type NamedItem = ResourcePage['themes'][number] & ResourcePage['communities'][number];
const readName = item<NamedItem>()(
  {
    slug: nonEmptyString,
    name: nonEmptyString,
    label: object<NamedItem['label']>()({ fr: nonEmptyString, en: text }),
    page: text,
    identity: readIdentity,
  },
  'slug',
);

const readNames = (json: unknown): Map<string, NameView> => {
  const names = new Map<string, NameView>();
  for (const { slug, name, label, page, identity } of list(json, readName)) {
    const fr = name ?? label.fr;
    if (fr) names.set(slug, { fr, en: label.en, page, identity });
  }
  return names;
};

const readValue = item<ResourcePage['facets'][ResourceFacetName][number]>()(
  { value: nonEmptyString, count: (value: unknown) => count(value) ?? 0 },
  'value',
);

/** Needs an identifier and a title. */
export const readResource: ReadValue<ResourceView | undefined> = (json) => {
  const it = readFields(json);
  if (!it?.title.trim()) return undefined;
  const { publishedAt, year, access, links, ...same } = it;
  return {
    ...same,
    ...links,
    // Not trimmed: marks count from the beginning of the text.
    title: cut(same.title, 300),
    summary: cut(same.summary, 700),
    date: publishedAt.trim() || (year ? String(year) : ''),
    isForMembers: access === 'members',
  };
};

const cut = (whole: string, most: number): string =>
  whole.length > most ? `${whole.slice(0, most)}…` : whole;
