/** Wall clocks and instants: the one place that knows how far a zone is from UTC. Needs no schema library. */

/** Wall-clock time without offset, such as `2026-12-03T12:30:00`. */
export type WallClock = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that the zone is ahead of UTC at this instant. */
export function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/**
 * The instant at which a clock of the zone shows `wall`, in milliseconds. An hour that occurs twice means the first; an
 * hour that is skipped is read with the offset before the change, as calendars do (RFC 5545, section 3.3.5).
 */
export function instantOf(wall: WallClock, zone: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) throw new RangeError(`not a date and time: ${wall}`);
  const before = offsetAt(asUtc - 24 * 3_600_000, zone);
  const first = asUtc - before * 60_000;
  if (offsetAt(first, zone) === before) return first;
  const after = offsetAt(asUtc + 24 * 3_600_000, zone);
  const second = asUtc - after * 60_000;
  return offsetAt(second, zone) === after ? second : first;
}

/** The wall clock with its offset, as the wire speaks: `2026-12-03T12:30:00+01:00`. */
export function withOffset(wall: WallClock, zone: string): string {
  const instant = instantOf(wall, zone);
  return `${wallClockOf(instant, zone)}${offsetText(offsetAt(instant, zone))}`;
}

/** “+01:00” of 60 minutes ahead of UTC. */
export function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const far = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(far / 60))}:${two(far % 60)}`;
}

/** What a clock of the zone shows at this instant. */
export const wallClockOf = (instant: number, zone: string): WallClock =>
  new Date(instant + offsetAt(instant, zone) * 60_000).toISOString().slice(0, 19);

/** The wall clock, so many milliseconds of it later. */
const plus = (wall: WallClock, ms: number): WallClock =>
  new Date(Date.parse(`${wall}Z`) + ms).toISOString().slice(0, 19);

/** The wall clock of another day, `days` later: same hour on the clock. */
export const plusDays = (wall: WallClock, days: number): WallClock => plus(wall, days * 86_400_000);

/** When what begins at `start` ends, if it lasts as long on the clock as `like` does. */
export const endLike = (start: WallClock, like: { start: WallClock; end: WallClock }): WallClock =>
  plus(start, Date.parse(`${like.end}Z`) - Date.parse(`${like.start}Z`));

export const utc = (instant: number): string => new Date(instant).toISOString();
