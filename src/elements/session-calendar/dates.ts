import type { SessionView } from '../../api/sessions.js';
import { month, readOne } from '../../dom/attribute-values.js';
import { isoDay } from '../../i18n/format.js';

/** `2027-01` for `2026-12` and 1. */
export function plusMonths(month: string, count: number): string {
  const at = new Date(`${month}-01`);
  at.setUTCMonth(at.getUTCMonth() + count);
  return at.toISOString().slice(0, 7);
}

/** `2026-12-04` for `2026-12-03` and 1. */
export const plusDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** A month such as `2026-12`; empty for anything else. */
export const monthIn = (text: string): string => readOne(text, month);

/** A day on which a session takes place, and which of its stretches is on it. */
export interface SessionDay {
  session: SessionView;
  day: string;
  slot: number;
  /** Whether the stretch begins on this day, and whether it ends on it. */
  begins: boolean;
  ends: boolean;
}

/** `2026-12-31` for `2026-12`. */
const lastDayOf = (month: string): string => plusDays(`${plusMonths(month, 1)}-01`, -1);

/** The days of a month on which a session takes place, on the clock of a zone, in order. */
export const daysIn = (session: SessionView, month: string, zone: string): SessionDay[] =>
  daysBetween(session, `${month}-01`, lastDayOf(month), zone);

/** The same for the days from one to another. */
export function daysBetween(session: SessionView, from: string, to: string, zone: string): SessionDay[] {
  const days = new Map<string, SessionDay>();
  session.slots.forEach(({ start, end }, slot) => {
    // A stretch that ends at midnight has nothing on the next day.
    const last = isoDay(Math.max(start, end - 1), zone);
    const first = isoDay(start, zone);
    let day = first;
    if (day < from) day = from;
    for (; day <= last && day <= to; day = plusDays(day, 1)) {
      if (!days.has(day)) days.set(day, { session, day, slot, begins: day === first, ends: day === last });
    }
  });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
