import { allCommunities, allThemes, putCommunity, putTheme } from '../communities/repository.js';
import type { Database, Sql } from '../db/database.js';
import { allOrganisations, putOrganisation } from '../organisations/repository.js';
import { allResources, putResource, searchNames } from '../resources/repository.js';
import { allSessions, putSession, type StoredSession } from '../sessions/repository.js';
import { instantOf } from '../shared/wall-clock.js';
import { concernedBy } from '../submissions/registrations/repository.js';
import { type Fault, FaultyFolderError } from './folder.js';
import { brokenReferences } from './references.js';
import { type ListName, listNames, lists, type Publications } from './schemas.js';

/** What an import did with the items of a list. */
export interface ListReport {
  added: number;
  changed: number;
  same: number;
  /** In the database, and not in the folder: they stay. */
  left: number;
}
export type ImportReport = { [name in ListName]: ListReport };

/** All that is published, as the schemas read it. */
async function readPublications(sql: Sql): Promise<Publications> {
  const stored = {
    themes: await allThemes(sql),
    communities: await allCommunities(sql),
    organisations: await allOrganisations(sql),
    resources: await allResources(sql),
    sessions: await allSessions(sql),
  };
  return Object.fromEntries(
    listNames.map((name) => [name, stored[name].map((item) => lists[name].schema.parse(item))]),
  ) as unknown as Publications;
}

export const exportPublications = (db: Database): Promise<Publications> =>
  db.transaction((sql) => readPublications(sql));

/**
 * Publishes what a folder holds: all of it or nothing. An item that is there under the same name is replaced; one that the
 * folder does not hold stays. Throws a `FaultyFolderError`.
 */
export async function importPublications(
  db: Database,
  found: Publications,
  now: number,
): Promise<ImportReport> {
  return db.exclusively(async (sql) => {
    const before = await readPublications(sql);
    const known = Object.fromEntries(
      listNames.map((name) => [
        name,
        new Map(before[name].map((item) => [nameIn(name, item), JSON.stringify(item)])),
      ]),
    ) as { [name in ListName]: Map<string, string> };
    const names = Object.fromEntries(listNames.map((name) => [name, new Set(known[name].keys())])) as {
      [name in ListName]: Set<string>;
    };
    const faults = [...brokenReferences(found, names), ...(await promisedSessions(sql, found, before, now))];
    if (faults.length) throw new FaultyFolderError(faults);
    const isNew = (name: ListName, item: object) =>
      known[name].get(nameIn(name, item)) !== JSON.stringify(item);

    for (const [i, theme] of found.themes.entries()) await putTheme(sql, theme, i);
    for (const [i, community] of found.communities.entries()) await putCommunity(sql, community, i);
    for (const organisation of found.organisations)
      if (isNew('organisations', organisation)) await putOrganisation(sql, organisation);
    // Words of a resource include the names of its themes and communities, whether the folder holds the resource or not.
    const wordsMoved =
      found.themes.some((one) => isNew('themes', one)) ||
      found.communities.some((one) => isNew('communities', one));
    const after = new Map([...before.resources, ...found.resources].map((one) => [one.id, one]));
    const searched = await searchNames(sql);
    for (const resource of after.values())
      if (wordsMoved || isNew('resources', resource)) await putResource(sql, resource, searched);
    for (const session of found.sessions) if (isNew('sessions', session)) await putSession(sql, session);
    return Object.fromEntries(
      listNames.map((name) => [name, reportOf(name, found[name], known[name])]),
    ) as ImportReport;
  });
}

const nameIn = (name: ListName, item: object): string =>
  String((item as Record<string, unknown>)[lists[name].key]);

function reportOf(name: ListName, items: readonly object[], known: ReadonlyMap<string, string>): ListReport {
  const report: ListReport = { added: 0, changed: 0, same: 0, left: known.size };
  for (const item of items) {
    const before = known.get(nameIn(name, item));
    if (before === undefined) report.added++;
    else {
      report.left--;
      report[before === JSON.stringify(item) ? 'same' : 'changed']++;
    }
  }
  return report;
}

/** Sessions to come that people registered for: an import would move or cancel them without a word. */
async function promisedSessions(
  sql: Sql,
  found: Publications,
  before: Publications,
  now: number,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const knownById = new Map(before.sessions.map((session) => [session.id, session]));
  for (const session of found.sessions) {
    const known = knownById.get(session.id);
    if (!known || instantOf(known.end, known.timezone) < now) continue;
    const pointer = movedMember(known, session);
    const people = pointer ? (await concernedBy(sql, session.id)).length : 0;
    if (pointer && people)
      faults.push({
        file: lists.sessions.file,
        item: `sessions “${session.id}”`,
        pointer,
        detail: `${people} registered for it: change it by PATCH /v1/staff/sessions/${session.id}, which writes to them.`,
      });
  }
  return faults;
}

/** The member of a session that was promised to people and would change. */
function movedMember(before: StoredSession, after: StoredSession): string | undefined {
  for (const member of ['start', 'end', 'timezone', 'mode', 'place'] as const)
    if (JSON.stringify(before[member]) !== JSON.stringify(after[member])) return `/${member}`;
  return (before.status === 'cancelled') === (after.status === 'cancelled') ? undefined : '/status';
}
