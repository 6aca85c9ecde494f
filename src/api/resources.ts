import type { Question } from './client.js';
import { count, fields, filled, list, text, type Fields } from './read.js';

/** A stretch of text that matched, in UTF-16 units. */
export type MarkView = readonly [start: number, end: number];

/** What a list shows of a resource; codes are text, since a newer server may know more of them. */
export interface ResourceView {
  id: string;
  title: string;
  summary: string;
  titleMarks: MarkView[];
  summaryMarks: MarkView[];
  kind: string;
  collection: string;
  /** A day, a year, or nothing. */
  date: string;
  publisher: string;
  language: string;
  format: string;
  bytes: number | null;
  isForMembers: boolean;
  communities: string[];
  url: string;
  accessibleUrl: string;
  page: string;
  session: { id: string; title: string; language: string; page: string } | null;
}

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
const MOST_LETTERS = { title: 300, summary: 700 };

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

export function readResources(json: unknown): ResourceListView | undefined {
  const it = fields(json);
  if (!Array.isArray(it?.['items'])) return undefined;
  const known = new Set<string>();
  const items = list(it['items'].slice(0, MOST_SHOWN), (item) => {
    const resource = readResource(item);
    if (!resource || known.has(resource.id)) return undefined;
    known.add(resource.id);
    return resource;
  });
  const facets = fields(it['facets']);
  return {
    items,
    total: Math.max(items.length, count(it['total']) ?? 0),
    facets: new Map(facetNames.map((name) => [name, readFacet(facets?.[name])])),
    themes: readNames(it['themes']),
    communities: readNames(it['communities']),
    suggestion: text(it['suggestion']),
    isLoose: it['isLoose'] === true,
  };
}

const readNames = (json: unknown): Map<string, NameView> =>
  new Map(
    list(json, (item) => {
      const one = fields(item);
      const slug = filled(one?.['slug']);
      const label = fields(one?.['label']);
      const fr = filled(one?.['name']) ?? filled(label?.['fr']);
      return slug && fr
        ? ([slug, { fr, en: text(label?.['en']), page: text(one?.['page']) }] as const)
        : undefined;
    }),
  );

function readFacet(json: unknown): FacetValueView[] {
  const known = new Set<string>();
  return list(Array.isArray(json) ? json.slice(0, MOST_VALUES) : json, (item) => {
    const it = fields(item);
    const value = filled(it?.['value']);
    if (!value || known.has(value)) return undefined;
    known.add(value);
    return { value, count: count(it?.['count']) ?? 0 };
  });
}

/** Needs an identifier and a title. */
export function readResource(json: unknown): ResourceView | undefined {
  const it = fields(json);
  const id = filled(it?.['id']);
  const title = filled(it?.['title']);
  if (!it || !id || !title) return undefined;
  const marks = fields(it['marks']);
  const year = count(it['year']);
  return {
    ...cut('title', text(it['title']), marks),
    ...cut('summary', text(it['summary']), marks),
    id,
    kind: text(it['kind']),
    collection: text(it['collection']),
    date: filled(it['publishedAt']) ?? (year ? String(year) : ''),
    publisher: text(it['publisher']),
    language: filled(it['language']) ?? 'fr',
    format: text(it['format']),
    bytes: count(it['bytes']),
    isForMembers: it['access'] === 'members',
    communities: list(it['communities'], filled),
    url: text(it['url']),
    accessibleUrl: text(it['accessibleUrl']),
    page: text(fields(it['links'])?.['page']),
    session: readOrigin(it['session']),
  };
}

/** A text of bearable length, with what matched within. */
function cut<N extends 'title' | 'summary'>(
  name: N,
  whole: string,
  marks: Fields | undefined,
): Record<N, string> & Record<`${N}Marks`, MarkView[]> {
  const most = MOST_LETTERS[name];
  let last = 0;
  const kept = list(marks?.[name], (pair): MarkView | undefined => {
    const [start, end] = list(pair, (one) => count(one) ?? undefined);
    if (
      start === undefined ||
      end === undefined ||
      start < last ||
      end <= start ||
      end > Math.min(most, whole.length)
    )
      return undefined;
    last = end;
    return [start, end];
  });
  const shown = whole.length > most ? `${whole.slice(0, most)}…` : whole;
  return { [name]: shown, [`${name}Marks`]: kept } as never;
}

function readOrigin(json: unknown): ResourceView['session'] {
  const it = fields(json);
  const id = filled(it?.['id']);
  const title = filled(it?.['title']);
  return id && title
    ? { id, title, language: filled(it?.['language']) ?? 'fr', page: text(it?.['page']) }
    : null;
}
