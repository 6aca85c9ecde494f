import { plusDays, type WallClock } from '../../../src/contract/time-zone.js';
import type { StoredSession } from '../../sessions/repository.js';
import { instantOf } from '../../shared/wall-clock.js';

/** What deserves a second look before a session is published; none of it forbids anything. */
export type Warning =
  | { kind: 'overlap'; title: string; community: string }
  | { kind: 'same-series'; title: string }
  | { kind: 'holiday'; name: Holiday }
  | { kind: 'weekend' }
  | { kind: 'past' }
  | { kind: 'over-capacity'; confirmed: number }
  | { kind: 'no-link' }
  | { kind: 'capitals' }
  | { kind: 'address-in-text' };

export type Holiday =
  | 'new-year'
  | 'easter-monday'
  | 'labour'
  | 'victory'
  | 'ascension'
  | 'whit-monday'
  | 'bastille'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas-eve'
  | 'christmas'
  | 'new-year-eve';

const DAY = 86_400_000;
const LINK_BEFORE_MS = 3 * DAY;

/** Easter Sunday of a year (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): WallClock {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00`;
}

const fixed: Readonly<Record<string, Holiday>> = {
  '01-01': 'new-year',
  '05-01': 'labour',
  '05-08': 'victory',
  '07-14': 'bastille',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice',
  '12-24': 'christmas-eve',
  '12-25': 'christmas',
  '12-31': 'new-year-eve',
};

/** The public holiday in France (Code du travail, article L3133-1) or the eve on which nobody comes. */
export function holidayOn(day: string): Holiday | undefined {
  const sunday = easter(Number(day.slice(0, 4)));
  const movable = [
    [1, 'easter-monday'],
    [39, 'ascension'],
    [50, 'whit-monday'],
  ] as const;
  return (
    fixed[day.slice(5, 10)] ??
    movable.find(([after]) => plusDays(sunday, after).slice(0, 10) === day.slice(0, 10))?.[1]
  );
}

/** What to look at again. `others` are the sessions of the network that go on at the same time or are of the same series. */
export function warningsFor(
  session: StoredSession,
  { others, now, hasLink }: { others: readonly StoredSession[]; now: number; hasLink: boolean },
): Warning[] {
  const span = (one: StoredSession) =>
    [instantOf(one.start, one.timezone), instantOf(one.end, one.timezone)] as const;
  const [start, end] = span(session);
  const elsewhere = others.filter(({ id, status }) => id !== session.id && status !== 'cancelled');
  const warnings: Warning[] = [];
  for (const other of elsewhere) {
    const [otherStart, otherEnd] = span(other);
    const isSameDay = other.start.slice(0, 10) === session.start.slice(0, 10);
    if (isSameDay && other.community === session.community)
      warnings.push({ kind: 'same-series', title: other.title });
    else if (otherStart < end && start < otherEnd)
      warnings.push({ kind: 'overlap', title: other.title, community: other.community });
  }
  const holiday = holidayOn(session.start);
  if (holiday) warnings.push({ kind: 'holiday', name: holiday });
  if ([0, 6].includes(new Date(`${session.start.slice(0, 10)}T12:00:00Z`).getUTCDay()))
    warnings.push({ kind: 'weekend' });
  if (start < now) warnings.push({ kind: 'past' });
  if (session.capacity !== null && session.registered > session.capacity)
    warnings.push({ kind: 'over-capacity', confirmed: session.registered });
  if (session.mode !== 'in-person' && !hasLink && start - now < LINK_BEFORE_MS && start > now)
    warnings.push({ kind: 'no-link' });
  const letters = session.title.replace(/[^\p{L}]/gu, '');
  if (letters.length > 8 && letters === letters.toUpperCase()) warnings.push({ kind: 'capitals' });
  if (/https?:\/\//.test(`${session.title} ${session.summary}`)) warnings.push({ kind: 'address-in-text' });
  return warnings;
}
