import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation, PublishedResource, Theme } from '../../src/contract/index.js';
import { plusDays } from '../../src/contract/time-zone.js';
import { putCommunity, putTheme, type StoredCommunity } from '../communities/repository.js';
import type { Database, Sql } from '../db/database.js';
import { putOrganisation } from '../organisations/repository.js';
import { putResource, searchNames } from '../resources/repository.js';
import { putSession, type StoredSession } from '../sessions/repository.js';

/**
 * Fills an empty database with the demonstration data, and leaves any other alone. The invented dates move by whole
 * weeks, so that what is to come on the reference day is to come today.
 */
export async function loadDemoData(
  db: Database,
  options: { folder: string; today: Date },
): Promise<'loaded' | 'already filled'> {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(options.folder, name), 'utf8')) as Record<string, never>;
  const { communities, themes } = (await read('communities.json')) as unknown as {
    communities: StoredCommunity[];
    themes: Theme[];
  };
  const { sessions, referenceDate } = (await read('sessions.json')) as unknown as {
    sessions: StoredSession[];
    referenceDate: string;
  };
  const { resources } = (await read('resources.json')) as unknown as { resources: PublishedResource[] };
  const { organisations } = (await read('organisations.json')) as unknown as {
    organisations: Organisation[];
  };
  const weeks = wholeWeeks(referenceDate, options.today);

  return db.exclusively(async (sql) => {
    if (!(await isEmpty(sql))) return 'already filled';
    for (const [i, theme] of themes.entries()) await putTheme(sql, theme, i);
    for (const [i, community] of communities.entries()) await putCommunity(sql, community, i);
    for (const session of sessions) await putSession(sql, moved(session, weeks));
    const names = await searchNames(sql);
    for (const resource of resources) await putResource(sql, resource, names);
    for (const organisation of organisations) await putOrganisation(sql, organisation);
    return 'loaded';
  });
}

/** Weeks that have wholly passed since the reference day; none before it. */
export function wholeWeeks(referenceDate: string, today: Date): number {
  return Math.max(
    0,
    Math.floor((today.getTime() - Date.parse(`${referenceDate}T00:00:00Z`)) / (7 * 86_400_000)),
  );
}

/** The same session, `weeks` later on the same wall clock. */
export function moved(session: StoredSession, weeks: number): StoredSession {
  const later = <T extends string | null>(wall: T) => (wall === null ? wall : plusDays(wall, weeks * 7)) as T;
  const slot = (one: { start: string; end: string }) => ({ start: later(one.start), end: later(one.end) });
  return {
    ...session,
    ...slot(session),
    days: session.days.map(slot),
    registration: {
      ...session.registration,
      opensAt: later(session.registration.opensAt),
      closesAt: later(session.registration.closesAt),
    },
    rescheduledFrom: session.rescheduledFrom && slot(session.rescheduledFrom),
    updatedAt: later(session.updatedAt),
  };
}

/** Whether nothing was published yet. */
async function isEmpty({ query }: Sql): Promise<boolean> {
  for (const table of ['communities', 'sessions', 'resources', 'organisations'] as const) {
    const { count } = await query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count > 0) return false;
  }
  return true;
}
