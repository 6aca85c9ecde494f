import { utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import { countMails } from '../../mail/outbox.js';
import { sessionColumns, sessionIn, type StoredSession } from '../../sessions/repository.js';
import { readable } from '../../shared/readable.js';
import { draftsOf } from '../revisions/repository.js';
import { draftOfRevision } from '../sessions/draft.js';
import { type Actor, may, reachOf } from '../team/rights.js';

const DAY = 86_400_000;
/** A session online has its link this long before it. */
const LINK_BEFORE_MS = 7 * DAY;

/** Something that waits for somebody. */
export type Waiting =
  | { kind: 'requests'; community: string; count: number; since: string }
  | { kind: 'approvals'; session: StoredSession; count: number; since: string }
  | { kind: 'proposals'; count: number; since: string }
  | { kind: 'draft'; id: string; title: string; since: string }
  | { kind: 'link'; session: StoredSession; since: string }
  | { kind: 'mails'; count: number; since: string };

type Reach = 'all' | readonly string[];
const isIn = (reach: Reach, community: string) => reach === 'all' || reach.includes(community);

/** What waits for whoever looks, oldest first. */
export async function whatWaits(sql: Sql, actor: Actor, now: number): Promise<Waiting[]> {
  const requests = reachOf(actor, 'requests:read');
  const all: Waiting[] = [
    ...(await waitingRequests(sql, requests)),
    ...(await waitingApprovals(sql, requests)),
    ...(may(actor, 'proposals:answer') ? await waitingProposals(sql) : []),
    ...(await waitingDrafts(sql, actor)),
    ...(await withoutLink(sql, reachOf(actor, 'sessions:write'), now)),
    ...(may(actor, 'mails:read') ? await deadMails(sql) : []),
  ];
  return all.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

async function waitingRequests({ query }: Sql, reach: Reach): Promise<Waiting[]> {
  const rows = await query
    .selectFrom('join_requests')
    .select(({ fn }) => ['community', fn.countAll<number>().as('count'), fn.min('received_at').as('since')])
    .where('status', '=', 'received')
    .groupBy('community')
    .execute();
  return rows
    .filter(({ community }) => isIn(reach, community))
    .map(({ community, count, since }) => ({ kind: 'requests', community, count, since }));
}

async function waitingApprovals({ query }: Sql, reach: Reach): Promise<Waiting[]> {
  const rows = await query
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session')
    .select(({ fn }) => [
      'sessions.id',
      'sessions.doc',
      'sessions.taken',
      'sessions.waiting',
      fn.count<number>('registrations.id').as('count'),
      fn.min('registrations.received_at').as('since'),
    ])
    .where('registrations.state', '=', 'pending-approval')
    .groupBy(['sessions.id', 'sessions.doc', 'sessions.taken', 'sessions.waiting'])
    .execute();
  return readable('session', rows, (row) => ({
    kind: 'approvals' as const,
    session: sessionIn(row),
    count: row.count,
    since: row.since,
  })).filter(({ session }) => isIn(reach, session.community));
}

async function waitingProposals({ query }: Sql): Promise<Waiting[]> {
  const { count, since } = await query
    .selectFrom('proposals')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('received_at').as('since')])
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow();
  return count ? [{ kind: 'proposals', count, since }] : [];
}

/** Drafts that nobody has published, those of whoever looks as well: one may have been stopped by the server. */
async function waitingDrafts(sql: Sql, actor: Actor): Promise<Waiting[]> {
  return (await draftsOf(sql, 'session'))
    .filter(({ state, community }) => state === 'draft' && may(actor, 'sessions:write', community))
    .map(({ subjectId, doc, at }) => ({
      kind: 'draft',
      id: subjectId,
      title: draftOfRevision({ doc }).title,
      since: at,
    }));
}

/** Sessions online or hybrid within a week, without the link by which one takes part. */
async function withoutLink({ query }: Sql, reach: Reach, now: number): Promise<Waiting[]> {
  const rows = await query
    .selectFrom('sessions')
    .select(sessionColumns)
    .where('mode', 'in', ['online', 'hybrid'])
    .where('status', '<>', 'cancelled')
    .where('online_link', 'is', null)
    .where('starts_at', '>', utc(now))
    .where('starts_at', '<', utc(now + LINK_BEFORE_MS))
    .orderBy('starts_at')
    .execute();
  return readable('session', rows, (row) => ({
    kind: 'link' as const,
    session: sessionIn(row),
    since: utc(Date.parse(row.starts_at) - LINK_BEFORE_MS),
  })).filter(({ session }) => isIn(reach, session.community));
}

async function deadMails(sql: Sql): Promise<Waiting[]> {
  const { dead } = await countMails(sql);
  if (!dead) return [];
  const { since } = await sql.query
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('created_at').as('since'))
    .where('state', '=', 'dead')
    .executeTakeFirstOrThrow();
  return [{ kind: 'mails', count: dead, since }];
}

/** The next session of those that whoever looks may change. */
export async function nextSession({ query }: Sql, now: number): Promise<StoredSession | undefined> {
  const rows = await query
    .selectFrom('sessions')
    .select(sessionColumns)
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', utc(now))
    .orderBy('starts_at')
    .limit(1)
    .execute();
  return readable('session', rows, sessionIn)[0];
}
