import { offsetAt, offsetText, type WallClock } from '../../../src/contract/time-zone.js';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
/** Enough to tell the last Sunday of a month from the fourth. */
const FEWEST_YEARS = 7;

interface Change {
  at: number;
  /** Minutes ahead of UTC, before and after. */
  from: number;
  to: number;
}

/**
 * The lines that say how a zone changes its clock from one time to another (RFC 5545, section 3.6.5): by a yearly rule
 * where there is one, since some calendars read nothing else, and by its dates where there is none.
 */
export function zoneLines(zone: string, from: number, to: number): string[] {
  const year = new Date(from).getUTCFullYear() - 1;
  const years = Math.max(FEWEST_YEARS, new Date(to).getUTCFullYear() + 2 - year);
  const begin = Date.UTC(year, 0, 1);
  const changes = changesOf(zone, begin, Date.UTC(year + years, 0, 1));
  const kinds = new Map<string, Change[]>();
  for (const change of changes) {
    const name = `${change.from}/${change.to}`;
    kinds.set(name, [...(kinds.get(name) ?? []), change]);
  }
  const still = offsetAt(begin, zone);
  const rules = [...kinds.values()].map((kind) => ({ kind, rule: yearly(kind, changes, years) }));
  const isYearly = rules.length > 0 && rules.every(({ rule }) => rule);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    // What holds before the first change.
    ...(isYearly ? [] : observance([{ at: begin, from: still, to: still }], [])),
    ...rules.flatMap(({ kind, rule }) => observance(kind, rule ? [rule] : dates(kind))),
    'END:VTIMEZONE',
  ];
}

function observance([first]: Change[], when: string[]): string[] {
  const { from, to } = first!;
  const name = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${stampOf(first!)}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    ...when,
    `END:${name}`,
  ];
}

/** One line for each: some readers take only the first of a list. */
const dates = (kind: Change[]) => kind.slice(1).map((change) => `RDATE:${stampOf(change)}`);

/** “RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU”, when a change comes once a year on such a day, year after year. */
function yearly(kind: Change[], all: Change[], years: number): string | undefined {
  const days = kind.map(wall);
  const [first] = days;
  const weeks = new Set(days.map((day) => Math.ceil(day.getUTCDate() / 7)));
  const isLast = days.every((day) => new Date(day.getTime() + WEEK).getUTCMonth() !== day.getUTCMonth());
  const isSame = days.every(
    (day, i) =>
      day.getUTCFullYear() === first!.getUTCFullYear() + i &&
      day.getUTCMonth() === first!.getUTCMonth() &&
      day.getUTCDay() === first!.getUTCDay() &&
      day.toISOString().slice(11) === first!.toISOString().slice(11),
  );
  // Two changes a year, for all the years that were looked at.
  if (!isSame || kind.length * 2 !== all.length || kind.length < years) return undefined;
  if (!isLast && weeks.size > 1) return undefined;
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][first!.getUTCDay()];
  return `RRULE:FREQ=YEARLY;BYMONTH=${first!.getUTCMonth() + 1};BYDAY=${isLast ? -1 : [...weeks][0]}${weekday}`;
}

function changesOf(zone: string, begin: number, end: number): Change[] {
  const changes: Change[] = [];
  for (let at = begin; at < end; at += WEEK) {
    const from = offsetAt(at, zone);
    const to = offsetAt(at + WEEK, zone);
    if (from === to) continue;
    let [before, after] = [at, at + WEEK];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle, zone) === from) before = middle;
      else after = middle;
    }
    changes.push({ at: after, from, to });
  }
  return changes;
}

/** What the clock showed when it was changed, read as if it were UTC. */
const wall = ({ at, from }: Change) => new Date(at + from * MINUTE);
const stampOf = (change: Change) => wallStamp(wall(change).toISOString().slice(0, 19));

/** “20261208T123000”: a wall clock as calendar files write it. */
export const wallStamp = (at: WallClock): string => at.replace(/[-:]/g, '');

const offset = (minutes: number) => offsetText(minutes).replace(':', '');
