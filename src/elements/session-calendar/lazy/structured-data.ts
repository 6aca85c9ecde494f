import { now } from '../../../api/clock.js';
import type { SessionView } from '../../../api/sessions.js';
import { wallClockOf, withOffset } from '../../../contract/time-zone.js';

const attendance = new Map([
  ['online', 'Online'],
  ['in-person', 'Offline'],
  ['hybrid', 'Mixed'],
]);
const eventStatus = new Map([
  ['cancelled', 'EventCancelled'],
  ['rescheduled', 'EventRescheduled'],
]);

/** A session to come as a schema.org event, which search engines read: public facts only, no online link (S05). */
function eventOf(session: SessionView): object {
  const { title, summary, start, end, status, mode, language, place, links, rescheduledFrom } = session;
  const at = (instant: number) => inZone(instant, session.timezone);
  return {
    '@type': 'Event',
    name: title,
    description: summary,
    startDate: at(start),
    endDate: at(end),
    ...(rescheduledFrom && { previousStartDate: at(rescheduledFrom.start) }),
    eventStatus: `https://schema.org/${eventStatus.get(status) ?? 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${attendance.get(mode) ?? 'Mixed'}EventAttendanceMode`,
    inLanguage: language,
    url: links.page,
    organizer: { '@type': 'Organization', name: 'F3E' },
    location: place
      ? {
          '@type': 'Place',
          name: place.venue,
          address: {
            '@type': 'PostalAddress',
            streetAddress: place.address,
            postalCode: place.postalCode,
            addressLocality: place.city,
            addressCountry: place.country,
          },
        }
      : { '@type': 'VirtualLocation', url: links.page },
  };
}

/** The time with the offset of its zone, which search engines show as it is written. */
function inZone(instant: number, zone: string): string {
  try {
    return withOffset(wallClockOf(instant, zone), zone);
  } catch {
    // A zone that this browser does not know.
    return new Date(instant).toISOString();
  }
}

/** Pages of the sessions that a calendar of this page has published. */
const published = new Set<string>();

/** Puts sessions to come into the head of the page, each once; returns what takes them out again. */
export function publishSessions(sessions: readonly SessionView[]): () => void {
  const own = sessions.filter(({ end, links }) => end > now() && links.page && !published.has(links.page));
  const data = own.length
    ? addToHead({ '@context': 'https://schema.org', '@graph': own.map(eventOf) })
    : undefined;
  if (data) for (const { links } of own) published.add(links.page);
  return () => {
    data?.remove();
    if (data) for (const { links } of own) published.delete(links.page);
  };
}

function addToHead(graph: object): Element | undefined {
  try {
    const data = document.createElement('script');
    data.type = 'application/ld+json';
    data.append(JSON.stringify(graph).replace(/</g, '\\u003c'));
    document.head.append(data);
    return data;
  } catch {
    // Trusted Types may forbid it: search engines read the hosted pages.
    return undefined;
  }
}
