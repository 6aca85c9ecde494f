import type { PublishedResource } from '../../src/contract/index.js';
import { utc } from '../../src/contract/time-zone.js';
import type { Database, Sql } from '../db/database.js';
import {
  allResources,
  putResource,
  removeResource,
  resourcesById,
  searchNames,
} from '../resources/repository.js';
import { FetchRefused, type GuardedFetch } from '../shared/guarded-fetch.js';
import { describe, type Log } from '../shared/log.js';
import { sha256 } from '../shared/secrets.js';
import type { Addresses } from '../shared/addresses.js';
import { readSource, SourceFault, type SourceItem } from './formats.js';
import {
  changeSource,
  findSource,
  itemsOf,
  putItem,
  removeSource,
  type Source,
  takeDueSources,
} from './repository.js';

interface Parts {
  db: Database;
  now: () => number;
  log: Log;
  fetchPage: GuardedFetch;
  links: Pick<Addresses, 'home'>;
}

/** Times in milliseconds: between two readings, after a failure (doubled with each), and at most. */
const EVERY = 3_600_000;
const AFTER_FAILURE = 900_000;
const AT_MOST = 86_400_000;
/** Sources that are read in one go, each after the other, so that a slow one delays few. */
const AT_ONCE = 5;

/** Reads the sources whose turn it is; returns how many were read. One that fails hurts no other. */
export async function readDueSources(parts: Parts): Promise<number> {
  const { db, now } = parts;
  let read = 0;
  const due = await takeDueSources(db, utc(now()), utc(now() + AFTER_FAILURE), AT_ONCE);
  for (const source of due) if ((await readOne(parts, source)) === null) read++;
  return read;
}

/** Reads a source now, whether its turn has come or not; returns why it could not be read, null when it was. */
export async function readOne(parts: Parts, source: Source): Promise<string | null> {
  const { db, now, log, fetchPage, links } = parts;
  try {
    // What this server publishes would come back as new, again and again.
    if (source.url.startsWith(links.home)) throw new SourceFault('own');
    // Nothing but the database is waited for in a transaction.
    const reading = await readSource(
      source.kind,
      { url: source.url, etag: source.etag, lastModified: source.last_modified },
      fetchPage,
    );
    await db.transaction(async (sql) => {
      // Somebody may have removed or changed it meanwhile.
      const current = await findSource(sql, source.id);
      if (current?.url !== source.url) return;
      const at = utc(now());
      if (!('unchanged' in reading))
        await applyItems(
          sql,
          source,
          reading.items.filter(({ url }) => !url.startsWith(links.home)),
          at,
        );
      await changeSource(sql, source.id, {
        checked_at: at,
        read_at: at,
        next_at: utc(now() + EVERY),
        failures: 0,
        failure: null,
        ...(!('unchanged' in reading) && { etag: reading.etag, last_modified: reading.lastModified }),
      });
    });
    return null;
  } catch (error) {
    const reason = error instanceof FetchRefused || error instanceof SourceFault ? error.reason : 'failed';
    if (reason === 'failed') log('error', 'a source was not read', { id: source.id, ...describe(error) });
    const failures = source.failures + 1;
    await changeSource(db, source.id, {
      checked_at: utc(now()),
      failures,
      failure: reason,
      next_at: utc(now() + Math.min(AT_MOST, AFTER_FAILURE * 2 ** Math.min(failures - 1, 10))),
    });
    return reason;
  }
}

const hashOf = (resource: PublishedResource): string => sha256(JSON.stringify(resource));

/** Lays what was read beside what is there; what the desk has changed, or published itself, wins. */
async function applyItems(sql: Sql, source: Source, items: readonly SourceItem[], at: string): Promise<void> {
  const known = new Map((await itemsOf(sql, source.id)).map((one) => [one.external_id, one]));
  const stored = new Map(
    (
      await resourcesById(
        sql,
        [...known.values()].map(({ subject_id }) => subject_id),
      )
    ).map((one) => [one.id, one]),
  );
  const isNew = items.some(({ externalId }) => !known.has(externalId));
  const published = new Set(isNew ? (await allResources(sql)).map(({ url }) => url) : []);
  const names = await searchNames(sql);
  for (const item of items) {
    const before = known.get(item.externalId);
    if (!before && published.has(item.url)) continue;
    const id = before?.subject_id ?? `${source.id}-${sha256(item.externalId).slice(0, 16)}`;
    const resource = toResource(id, item, source, at);
    const hash = hashOf(resource);
    const current = stored.get(id);
    // Removed or changed at the desk: it stays so.
    if (before && (!current || hashOf(current) !== before.hash)) continue;
    if (before?.hash !== hash) await putResource(sql, resource, names);
    await putItem(sql, {
      source_id: source.id,
      external_id: item.externalId,
      subject_id: id,
      hash,
      seen_at: at,
    });
  }
}

/** What says that it comes from the future has no date: it would head every list. */
const dayBefore = (day: string | null, at: string): string | null =>
  day && day <= utc(Date.parse(at) + 2 * 86_400_000).slice(0, 10) ? day : null;

const toResource = (id: string, item: SourceItem, source: Source, at: string): PublishedResource => ({
  id,
  title: item.title,
  year: Number(dayBefore(item.publishedAt, at)?.slice(0, 4)) || null,
  publishedAt: dayBefore(item.publishedAt, at),
  kind: 'article',
  collection: null,
  communities: source.community ? [source.community] : [],
  themes: [],
  language: source.language,
  url: item.url,
  publisher: source.name,
  access: 'public',
  format: 'html',
  bytes: null,
  accessibleUrl: null,
  summary: item.summary,
  source: { name: source.name, url: source.url },
});

/** Forgets a source, and removes what came from it, but for what the desk has changed. */
export async function endSource(sql: Sql, source: Source): Promise<void> {
  for (const item of await itemsOf(sql, source.id)) {
    const [current] = await resourcesById(sql, [item.subject_id]);
    if (current && hashOf(current) === item.hash) await removeResource(sql, current.id);
  }
  await removeSource(sql, source.id);
}
