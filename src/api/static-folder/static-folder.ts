import type { PublishedResource, ResourceFilters } from '../../contract/index.js';
import { Collection, facetNames, marksIn, type Names } from '../../search/index.js';
import type { ApiError } from '../api-error.js';
import { now } from '../clock.js';
import { count, fields, nonEmptyString, list, text, type Fields } from '../read.js';
import { presentCommunities, sessionsIn, type FolderSession } from './communities.js';

/** Files of the folder, in the shape of the demonstration data. */
const files = ['communities', 'sessions', 'resources'] as const;
type FileName = (typeof files)[number];

/** Milliseconds for which files are not asked again. */
const FRESH_FOR = 60_000;

const folders = new Map<string, { at: number; known: Promise<LoadedFolder> }>();

/** Data of a folder, read once and shared by all requests. */
function knownAt(base: string, get: (file: string) => Promise<unknown>): Promise<LoadedFolder> {
  const last = folders.get(base);
  if (last && Date.now() - last.at < FRESH_FOR) return last.known;
  const known = Promise.all(files.map((name) => recordsIn(name, get))).then(knownOf);
  folders.set(base, { at: Date.now(), known });
  // Do not cache a failure.
  known.catch(() => folders.get(base)?.known === known && folders.delete(base));
  return known;
}

/**
 * Answers a request of the API from a folder of static files, in the browser: `communities.json`, `sessions.json` and
 * `resources.json`; nothing when there is no such thing. The search is the server's own. There are no forms: nothing
 * could receive them.
 */
export async function answer(
  path: string,
  base: string,
  get: (file: string) => Promise<unknown>,
): Promise<unknown> {
  const { pathname, searchParams } = new URL(path, 'https://folder.invalid/');
  const [, noun, rest = ''] = pathname.split('/');
  const name = decoded(rest);
  const isKnown = name !== undefined && (noun === 'communities' || noun === 'resources');
  const known = isKnown ? await knownAt(base, get) : undefined;
  if (!known) return undefined;
  return noun === 'resources' ? resourcesIn(known, name!, searchParams) : communitiesIn(known, name!);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const communitiesIn = ({ communities }: LoadedFolder, slug: string) =>
  slug ? communities.items.find((one) => one['slug'] === slug) : communities;

async function resourcesIn(known: LoadedFolder, id: string, query: URLSearchParams) {
  const found = await known.collection.find(id ? { id: [id] } : filtersIn(query), placeIn(query));
  const items = found.resources.map((resource) => ({
    ...resource,
    session: known.sessions.get(resource.id) ?? null,
    links: {},
    marks: {
      title: marksIn(resource.title, resource.language, found.query),
      summary: marksIn(resource.summary, resource.language, found.query),
    },
  }));
  return id
    ? items[0]
    : {
        ...found,
        items,
        themes: known.communities.themes,
        communities: known.communities.items.map(({ slug, name, shortName, identity }) => ({
          slug,
          identity,
          name: nonEmptyString(shortName) ?? name,
        })),
        isLoose: Boolean(found.query.isLoose && found.total),
      };
}

interface LoadedFolder {
  communities: { items: Fields[]; themes: Fields[] };
  collection: Collection;
  /** Sessions by the resources that came out of them. */
  sessions: ReadonlyMap<string, { id: string; title: string; language: string }>;
}

/**
 * A file: a list, or an object with a list under the file's name. The sessions file may be missing; hosts then answer 404, 403
 * or an HTML page.
 */
async function recordsIn(name: FileName, get: (file: string) => Promise<unknown>): Promise<Fields> {
  let json: unknown;
  try {
    json = await get(`${name}.json`);
  } catch (error) {
    if (name !== 'sessions' || !['not-found', 'refused', 'garbage'].includes((error as ApiError).kind))
      throw error;
  }
  const it = Array.isArray(json) ? { [name]: json as unknown } : fields(json);
  if (Array.isArray(it?.[name])) return it;
  if (name === 'sessions') return { sessions: [] };
  throw new TypeError(`${name}.json holds no list.`);
}

async function knownOf([communities, sessions, resources]: Fields[]): Promise<LoadedFolder> {
  const themes = list(communities!['themes'], (theme) => {
    const it = fields(theme);
    return nonEmptyString(it?.['slug']) ? it : undefined;
  });
  const held = sessionsIn(sessions!['sessions']);
  const items = presentCommunities(communities!['communities'], themes, held, resources!['resources']);
  const names: Names = {
    communities: new Map(
      items.map((one) => [
        text(one['slug']),
        [text(one['name']), text(one['shortName']), text(one['acronym']), text(one['slug'])].filter(Boolean),
      ]),
    ),
    themes: new Map(
      themes.map((theme) => {
        const label = fields(theme['label']);
        const slug = text(theme['slug']);
        return [slug, [text(label?.['fr']), text(label?.['en']), slug].filter(Boolean)];
      }),
    ),
  };
  return {
    communities: { items, themes },
    collection: await Collection.of(list(resources!['resources'], readRecord), names),
    sessions: originsIn(held),
  };
}

/** The latest session that has begun, of those that each resource came out of. */
function originsIn(sessions: readonly FolderSession[]): LoadedFolder['sessions'] {
  const origins = new Map<string, { id: string; title: string; language: string }>();
  for (const session of [...sessions].sort((a, b) => a.start - b.start)) {
    if (session.status === 'cancelled' || session.start > now()) continue;
    for (const id of session.resources) origins.set(id, session);
  }
  return origins;
}

/** A resource as it could be read: what is missing is empty. */
function readRecord(item: unknown): PublishedResource | undefined {
  const it = fields(item);
  const id = nonEmptyString(it?.['id']);
  const title = nonEmptyString(it?.['title']);
  if (!it || !id || !title) return undefined;
  return {
    id,
    title,
    year: count(it['year']) || null,
    publishedAt: nonEmptyString(it['publishedAt']) ?? null,
    kind: text(it['kind']) as PublishedResource['kind'],
    collection: nonEmptyString(it['collection']) ?? null,
    communities: list(it['communities'], nonEmptyString),
    themes: list(it['themes'], nonEmptyString),
    language: nonEmptyString(it['language']) ?? 'fr',
    url: nonEmptyString(it['url']) ?? null,
    publisher: text(it['publisher']),
    access: it['access'] === 'members' ? 'members' : 'public',
    format: text(it['format']),
    bytes: count(it['bytes']),
    accessibleUrl: nonEmptyString(it['accessibleUrl']) ?? null,
    summary: text(it['summary']),
  };
}

function filtersIn(query: URLSearchParams): ResourceFilters {
  const several = (name: string) => query.get(name)?.split(',').filter(Boolean);
  const filters: Record<string, unknown> = {};
  for (const name of ['id', ...facetNames]) if (several(name)?.length) filters[name] = several(name);
  for (const name of ['q', 'sort']) if (query.get(name)) filters[name] = query.get(name);
  return filters;
}

function placeIn(query: URLSearchParams): { from: number; size: number } {
  const whole = (name: string, most: number, otherwise: number) => {
    const asked = Number(query.get(name) ?? otherwise);
    return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : otherwise;
  };
  const size = whole('size', 100, 20);
  return { from: (whole('page', 10_000, 1) - 1) * size, size };
}
