import type { ReactiveControllerHost } from 'lit';
import { fields, text } from '../../../api/read.js';
import type { SessionView } from '../../../api/sessions.js';

const attendance = new Map([
  ['online', 'Online'],
  ['in-person', 'Offline'],
  ['hybrid', 'Mixed'],
]);

/** Sessions to come as schema.org events, which search engines read. Only public facts, and no online link (TRUST S05). */
function eventsOf(sessions: readonly SessionView[], now: number): object[] {
  return sessions
    .filter(({ end, page }) => end > now && page)
    .map((session) => {
      const place = fields(session.more['place']);
      const iso = (at: number) => new Date(at).toISOString();
      return {
        '@type': 'Event',
        name: session.title,
        description: text(session.more['summary']),
        startDate: iso(session.start),
        endDate: iso(session.end),
        eventStatus: `https://schema.org/${
          session.status === 'cancelled'
            ? 'EventCancelled'
            : session.status === 'rescheduled'
              ? 'EventRescheduled'
              : 'EventScheduled'
        }`,
        eventAttendanceMode: `https://schema.org/${attendance.get(session.mode) ?? 'Mixed'}EventAttendanceMode`,
        inLanguage: session.language,
        url: session.page,
        organizer: { '@type': 'Organization', name: 'F3E' },
        location: place
          ? {
              '@type': 'Place',
              name: text(place['venue']),
              address: {
                '@type': 'PostalAddress',
                streetAddress: text(place['address']),
                postalCode: text(place['postalCode']),
                addressLocality: text(place['city']),
                addressCountry: text(place['country']),
              },
            }
          : { '@type': 'VirtualLocation', url: session.page },
      };
    });
}

/** What each element put in the head of the page. */
const published = new WeakMap<HTMLElement, Element | undefined>();

/** Puts them in the head of the page, in the place of what stood there, while the element is in it. */
export function publish(host: ReactiveControllerHost & HTMLElement, sessions: readonly SessionView[]): void {
  if (!published.has(host)) {
    host.addController({
      hostDisconnected: () => {
        published.get(host)?.remove();
      },
    });
  }
  published.get(host)?.remove();
  published.set(host, host.isConnected ? dataOf(eventsOf(sessions, Date.now())) : undefined);
}

/** Nothing on a page that refuses it. */
function dataOf(events: readonly object[]): Element | undefined {
  if (!events.length) return undefined;
  try {
    const data = document.createElement('script');
    data.type = 'application/ld+json';
    data.append(
      JSON.stringify({ '@context': 'https://schema.org', '@graph': events }).replace(/</g, '\\u003c'),
    );
    document.head.append(data);
    return data;
  } catch {
    // Trusted Types may forbid it: search engines read the hosted pages.
    return undefined;
  }
}
