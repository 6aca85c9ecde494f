import type { Migration } from './migration.js';

const statements = [
  `alter table sessions add column audience text`,
  `alter table sessions add column series text`,
  `alter table sessions add column opens_at text`,
  `alter table sessions add column closes_at text`,
  `alter table sessions add column registration text`,
  `alter table sessions add column seats integer`,
  `alter table sessions add column taken integer not null default 0`,
  `alter table sessions add column waiting integer not null default 0`,
  `create index sessions_by_end on sessions (ends_at)`,
  `create index sessions_by_series on sessions (series, starts_at)`,
  `create table registrations (
        id text primary key, session text not null, state text not null, email_key text not null,
        received_at text not null, confirmed_at text, updated_at text not null, language text not null,
        form_version text not null, source_site text, answers text not null)`,
  `create index registrations_by_email on registrations (email_key, received_at)`,
  `create index registrations_by_session on registrations (session, state, confirmed_at)`,
  `create index registrations_by_time on registrations (received_at, id)`,
];

/** What a session said of itself when this step was written. */
interface PublishedSession {
  audience: string;
  series: { id: string } | null;
  registration: { state: string; opensAt: string | null; closesAt: string | null };
  capacity: number | null;
  registered: number;
  waitingList: number;
  timezone: string;
}

export const calendar: Migration = {
  name: '0002-calendar',
  async up(database) {
    for (const statement of statements) await database.run(statement);
    for (const { id, doc } of await database.all(`select id, doc from sessions`)) {
      const session = JSON.parse(String(doc)) as PublishedSession;
      const { registration, timezone } = session;
      await database.run(
        `update sessions set audience = $1, series = $2, opens_at = $3, closes_at = $4, registration = $5, seats = $6
         where id = $7`,
        [
          session.audience,
          session.series?.id ?? null,
          registration.opensAt && instantOf(registration.opensAt, timezone),
          registration.closesAt && instantOf(registration.closesAt, timezone),
          registration.state,
          seatsOf(session),
          String(id),
        ],
      );
    }
  },
};

/** Free seats; none while people wait for one; null where there is no limit. */
function seatsOf({ capacity, registered, waitingList }: PublishedSession): number | null {
  if (capacity === null) return null;
  return waitingList > 0 ? 0 : Math.max(0, capacity - registered);
}

/** The instant, in ISO 8601 and UTC, at which a clock of the zone shows `wall`; the first when it does twice. */
function instantOf(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  const before = asUtc - offsetAt(asUtc - 86_400_000, zone);
  const after = asUtc - offsetAt(asUtc + 86_400_000, zone);
  const isShown = (instant: number) => instant + offsetAt(instant, zone) === asUtc;
  return new Date(!isShown(before) && isShown(after) ? after : before).toISOString();
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
