import { instantOf } from '../../../src/contract/time-zone.js';
import { typeset } from '../../../src/contract/typeset.js';
import { calendarMessages } from '../../i18n/calendar.js';
import type { Language } from '../../i18n/language.js';
import type { Addresses } from '../../shared/addresses.js';
import type { StoredSession } from '../repository.js';
import type { CalendarEvent } from './ics.js';

/** Sequence numbers count minutes from here: a change makes them grow, and they fit in 31 bits for centuries. */
const EPOCH = Date.parse('2020-01-01T00:00:00Z');

/** Facts that events add to their session. */
export interface About {
  community: string;
  links: Addresses;
  language: Language;
}

/** The number of a change made at this time, in milliseconds. */
export const sequenceOf = (changedAt: number): number =>
  Math.max(0, Math.floor((changedAt - EPOCH) / 60_000));

/** A session as events of a calendar: one for each of its days. Its online link is not among what they tell (S05). */
export function calendarEvents(session: StoredSession, about: About): CalendarEvent[] {
  const { community, links, language } = about;
  const messages = calendarMessages(language);
  const at = (wall: string) => instantOf(wall, session.timezone);
  const isCancelled = session.status === 'cancelled';
  const changedAt = at(session.updatedAt);
  const url = links.session(session.id);
  const slots = session.days.length ? session.days : [{ start: session.start, end: session.end }];
  return slots.map((slot, i) => {
    const day = slots.length > 1 ? ` (${messages.day(i + 1, slots.length)})` : '';
    return {
      uid: `${session.id}${slots.length > 1 ? `.${i + 1}` : ''}@${new URL(links.home).hostname}`,
      sequence: sequenceOf(changedAt),
      changedAt,
      start: at(slot.start),
      end: at(slot.end),
      summary: `${isCancelled ? messages.cancelled : ''}${typeset(session.title, session.language)}${day}`,
      description: [
        isCancelled && session.cancellationReason
          ? typeset(session.cancellationReason, session.language)
          : null,
        typeset(session.summary, session.language),
        session.mode === 'online' ? messages.linkByMail : null,
        messages.more(url),
      ]
        .filter(Boolean)
        .join('\n\n'),
      location: placeOf(session) || (session.mode === 'online' ? messages.online : ''),
      url,
      language: session.language,
      categories: [community],
      isCancelled,
    };
  });
}

export function placeOf({ place }: Pick<StoredSession, 'place'>): string {
  if (!place) return '';
  const city = [place.postalCode, place.city].filter(Boolean).join(' ');
  return [place.venue, place.address, city].filter(Boolean).join(', ');
}
