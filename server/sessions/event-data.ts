import type { Session } from '../../src/contract/index.js';

/** Structured data of a session (schema.org Event), without its online link. */
export function eventData(session: Session, communityName: string): string {
  const modes = { online: 'Online', 'in-person': 'Offline', hybrid: 'Mixed' };
  const statuses = {
    scheduled: 'EventScheduled',
    rescheduled: 'EventRescheduled',
    cancelled: 'EventCancelled',
    held: 'EventScheduled',
  };
  const { place, links } = session;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: session.title,
    description: session.summary,
    startDate: session.start,
    endDate: session.end,
    eventStatus: `https://schema.org/${statuses[session.status]}`,
    eventAttendanceMode: `https://schema.org/${modes[session.mode]}EventAttendanceMode`,
    inLanguage: session.language,
    url: links.page,
    organizer: { '@type': 'Organization', name: `F3E – ${communityName}` },
    location: place
      ? {
          '@type': 'Place',
          name: place.venue,
          address: {
            '@type': 'PostalAddress',
            streetAddress: place.address ?? undefined,
            postalCode: place.postalCode ?? undefined,
            addressLocality: place.city,
            addressCountry: place.country,
          },
        }
      : { '@type': 'VirtualLocation', url: links.page },
    ...(session.rescheduledFrom && { previousStartDate: session.rescheduledFrom.start }),
  };
  // Escape what could end the script element.
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
