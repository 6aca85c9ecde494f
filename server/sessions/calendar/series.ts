import { endLike } from '../../../src/contract/time-zone.js';
import { calendarMessages } from '../../i18n/calendar.js';
import { dateInSeries, type StoredSession } from '../repository.js';
import { type About, calendarEvents, sequenceOf } from './events.js';
import type { CalendarEvent } from './ics.js';
import { occurrences, RuleError } from './recurrence.js';

/**
 * The sessions of a series, as they were planned, as one event that recurs: a calendar can take them all away at
 * once. Each session stands in for its own date, with its title, its place and what became of it; dates without a session
 * are taken out. Sessions that are on no date of the rule, and all of them when there is none, are events of their own.
 */
export function seriesEvents(sessions: readonly StoredSession[], about: About): CalendarEvent[] {
  const ruled = sessions.filter(({ series, days }) => series!.rule && !days.length);
  const [first] = ruled;
  const dates = first ? datesOf(first) : [];
  const byDate = new Map(
    ruled
      .filter(({ timezone }) => timezone === first!.timezone)
      .map((session) => [dateInSeries(session), session] as const),
  );
  const kept = dates.flatMap((date) => byDate.get(date) ?? []);
  if (kept.length < 2) return sessions.flatMap((session) => calendarEvents(session, about));

  const zone = first!.timezone;
  const { id, title, rule } = first!.series!;
  const uid = `series.${id}@${new URL(about.links.home).hostname}`;
  const events = kept.map((session) => ({ session, event: calendarEvents(session, about)[0]! }));
  const start = dateInSeries(first!);
  const end = endLike(start, first!);
  const [whole] = calendarEvents({ ...first!, start, end, title, status: 'scheduled' }, about);
  const page = about.links.community(first!.community);
  const changedAt = Math.max(
    ...events.map(({ event }) => event.changedAt),
    ...sessions.map(({ series }) => (series!.plannedAt ? Date.parse(series!.plannedAt) : 0)),
  );
  return [
    {
      ...whole!,
      uid,
      description: calendarMessages(about.language).more(page),
      url: page,
      sequence: sequenceOf(changedAt),
      changedAt,
      recurrence: {
        zone,
        rule: ended(rule!, dates.length),
        except: dates.filter((date) => !byDate.has(date)),
      },
    },
    ...events.map(({ session, event }) => ({
      ...event,
      uid,
      recurrence: { zone, instead: dateInSeries(session) },
    })),
    ...sessions
      .filter((session) => !kept.includes(session))
      .flatMap((session) => calendarEvents(session, about)),
  ];
}

function datesOf(first: StoredSession): string[] {
  try {
    return occurrences(first.series!.rule!, dateInSeries(first));
  } catch (error) {
    if (error instanceof RuleError) return [];
    throw error;
  }
}

/** The same rule, ended by a count: a day on the wall clock would have to be said in UTC (RFC 5545, section 3.3.10). */
const ended = (rule: string, count: number) =>
  [...rule.split(';').filter((part) => !/^(?:COUNT|UNTIL)=/.test(part)), `COUNT=${count}`].join(';');
