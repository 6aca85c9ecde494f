import { type WallClock, wallClockOf } from '../../../src/contract/time-zone.js';
import { wallStamp, zoneLines } from './zone.js';

/** One event of a calendar; times are instants in milliseconds. */
export interface CalendarEvent {
  /** Stays the same for as long as the event exists (RFC 5545, section 3.8.4.7). */
  uid: string;
  /** Grows with every change. */
  sequence: number;
  changedAt: number;
  start: number;
  end: number;
  summary: string;
  description: string;
  location: string;
  url: string;
  language: string;
  categories: readonly string[];
  isCancelled: boolean;
  /** Of an event that recurs, or stands in for a date of one. */
  recurrence?: Recurrence;
}

/** The dates of an event that recurs are on the wall clock of a zone. */
type Recurrence = {
  /** IANA name. */
  zone: string;
} & (
  | {
      /** Such as `FREQ=WEEKLY;COUNT=6`. */ rule: string;
      /** Dates of the rule on which there is nothing. */ except: readonly WallClock[];
    }
  | { /** The date of the rule that this event stands in for. */ instead: WallClock }
);

/**
 * An iCalendar file (RFC 5545). Times are UTC, so that no client needs the rules of a zone and none is an hour off, but
 * for the dates of events that recur: those are on their zone's wall clock, and the rules of that zone go with them.
 */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const zones = new Map<string, number[]>();
  for (const { recurrence, start } of events) {
    if (recurrence) zones.set(recurrence.zone, [...(zones.get(recurrence.zone) ?? []), start]);
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//F3E//Community widgets//FR',
    'CALSCALE:GREGORIAN',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...[...zones].flatMap(([zone, at]) => zoneLines(zone, Math.min(...at), Math.max(...at))),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const { start, end, language, recurrence } = event;
  const at = (instant: number) =>
    recurrence && 'rule' in recurrence
      ? `;TZID=${recurrence.zone}:${wallStamp(wallClockOf(instant, recurrence.zone))}`
      : `:${utcStamp(instant)}`;
  const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? `;LANGUAGE=${language}` : '';
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcStamp(event.changedAt)}`,
    `LAST-MODIFIED:${utcStamp(event.changedAt)}`,
    `DTSTART${at(start)}`,
    ...(end > start ? [`DTEND${at(end)}`] : []),
    ...(recurrence ? recurrenceLines(recurrence) : []),
    `SUMMARY${tag}:${text(event.summary)}`,
    ...(event.description ? [`DESCRIPTION${tag}:${text(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    `URL:${address(event.url)}`,
    ...(event.categories.length ? [`CATEGORIES:${event.categories.map(text).join(',')}`] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

function recurrenceLines(recurrence: Recurrence): string[] {
  const { zone } = recurrence;
  if ('instead' in recurrence) return [`RECURRENCE-ID;TZID=${zone}:${wallStamp(recurrence.instead)}`];
  const { rule, except } = recurrence;
  return [
    `RRULE:${rule}`,
    ...(except.length ? [`EXDATE;TZID=${zone}:${except.map(wallStamp).join(',')}`] : []),
  ];
}

const utcStamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A value of type TEXT: what would end it is escaped, what no line may hold is left out (S12). */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

const address = (url: string) => url.replace(/[\u0000-\u0020\u007F-\u00A0\u2028\u2029]/g, '');

const MAX_OCTETS = 75;

/** Lines of 75 octets at most, cut between characters (RFC 5545, section 3.1). */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
