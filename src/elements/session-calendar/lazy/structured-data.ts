import type { SessionView } from '../../../api/sessions.js';

const attendance = new Map([
  ['online', 'Online'],
  ['in-person', 'Offline'],
  ['hybrid', 'Mixed'],
]);
const eventStatus = new Map([
  ['cancelled', 'EventCancelled'],
  ['rescheduled', 'EventRescheduled'],
]);

/** Sessions to come as schema.org events, which search engines read: public facts only, no online link (S05). */
function eventsOf(sessions: readonly SessionView[], now: number): object[] {
  const iso = (at: number) => new Date(at).toISOString();
  return sessions
    .filter(({ end, links }) => end > now && links.page)
    .map(({ title, summary, start, end, status, mode, language, place, links }) => ({
      '@type': 'Event',
      name: title,
      description: summary,
      startDate: iso(start),
      endDate: iso(end),
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
    }));
}

/** Puts sessions to come into the head of the page; returns what takes them out again. */
export function publishSessions(sessions: readonly SessionView[]): () => void {
  const events = eventsOf(sessions, Date.now());
  const data = events.length ? addToHead({ '@context': 'https://schema.org', '@graph': events }) : undefined;
  return () => data?.remove();
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
