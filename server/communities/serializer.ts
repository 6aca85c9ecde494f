import { Community, Session, type SessionBrief, type Theme } from '../../src/contract/index.js';
import type { StoredCommunity } from './repository.js';
import type { StoredSession } from '../sessions/repository.js';
import { instantOf, withOffset } from '../../src/contract/time-zone.js';

/** Addresses of the hosted pages, from the public address of the server. */
export function addresses(publicUrl: string) {
  const base = publicUrl.replace(/\/$/, '');
  return {
    home: `${base}/`,
    community: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}`,
    join: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}/rejoindre`,
    session: (id: string) => `${base}/seances/${encodeURIComponent(id)}`,
    register: (id: string) => `${base}/seances/${encodeURIComponent(id)}/inscription`,
    sessionCalendar: (id: string) => `${base}/v1/sessions/${encodeURIComponent(id)}.ics`,
    seriesCalendar: (id: string) => `${base}/v1/series/${encodeURIComponent(id)}.ics`,
    communityCalendar: (slug: string) => `${base}/v1/communities/${encodeURIComponent(slug)}/sessions.ics`,
    allCalendar: `${base}/v1/sessions.ics`,
    confirm: (token: string) => `${base}/demande/confirmer/${token}`,
    manage: (token: string) => `${base}/demande/${token}`,
    confirmRegistration: (token: string) => `${base}/inscription/confirmer/${token}`,
    manageRegistration: (token: string) => `${base}/inscription/${token}`,
    resources: `${base}/ressources`,
    communitySessions: (slug: string) => `${base}/communautes/${encodeURIComponent(slug)}#seances`,
    communityResources: (slug: string) => `${base}/ressources?community=${encodeURIComponent(slug)}`,
    resourceFeed: `${base}/v1/resources.rss`,
    resource: (id: string) => `${base}/ressources/${encodeURIComponent(id)}`,
    propose: `${base}/proposer`,
    confirmProposal: (token: string) => `${base}/proposition/confirmer/${token}`,
    manageProposal: (token: string) => `${base}/proposition/${token}`,
  };
}
export type Addresses = ReturnType<typeof addresses>;

export const nameOf = (community: StoredCommunity): string => community.shortName ?? community.name;

/** A session as the wire speaks it, its state being that of this moment. */
export function presentSession(stored: StoredSession, now: number, links: Addresses): Session {
  const at = (wall: string) => withOffset(wall, stored.timezone);
  const passed = (wall: string | null) => wall !== null && instantOf(wall, stored.timezone) <= now;
  const over = passed(stored.end);
  const status = stored.status === 'cancelled' ? 'cancelled' : over ? 'held' : stored.status;
  const { opensAt, closesAt } = stored.registration;
  return Session.parse({
    ...stored,
    status,
    start: at(stored.start),
    end: at(stored.end),
    days: stored.days.map((day) => ({ start: at(day.start), end: at(day.end) })),
    registration: {
      state: registrationState(stored, status, passed),
      opensAt: opensAt && at(opensAt),
      closesAt: closesAt && at(closesAt),
    },
    rescheduledFrom: stored.rescheduledFrom && {
      start: at(stored.rescheduledFrom.start),
      end: at(stored.rescheduledFrom.end),
    },
    links: {
      page: links.session(stored.id),
      register: links.register(stored.id),
      calendar: links.sessionCalendar(stored.id),
      seriesCalendar: stored.series && links.seriesCalendar(stored.series.id),
    },
    updatedAt: at(stored.updatedAt),
  });
}

function registrationState(
  { registration, capacity, registered, waitingList }: StoredSession,
  status: Session['status'],
  passed: (wall: string | null) => boolean,
): Session['registration']['state'] {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'held') return 'closed';
  if (registration.opensAt && !passed(registration.opensAt)) return 'not-yet-open';
  if (registration.state === 'full') return 'full';
  if (registration.state === 'closed' || passed(registration.closesAt)) return 'closed';
  if (registration.state === 'waiting-list') return 'waiting-list';
  return capacity !== null && (registered >= capacity || waitingList > 0) ? 'waiting-list' : 'open';
}

function presentBrief(stored: StoredSession, now: number, links: Addresses): SessionBrief {
  const session = presentSession(stored, now, links);
  return {
    ...session,
    city: session.place?.city ?? null,
    registrationState: session.registration.state,
    seatsLeft: session.capacity === null ? null : Math.max(0, session.capacity - session.registered),
    page: session.links.page,
  };
}

export function presentCommunity(
  stored: StoredCommunity,
  about: {
    themes: readonly Theme[];
    next: StoredSession | undefined;
    counts: Community['counts'] | undefined;
    links: Addresses;
    now: number;
  },
): Community {
  const { themes, next, counts, links, now } = about;
  return Community.parse({
    ...stored,
    themes: stored.themes.flatMap((slug) => themes.find((theme) => theme.slug === slug) ?? []),
    nextSession: next ? presentBrief(next, now, links) : null,
    counts: counts ?? { upcomingSessions: 0, heldSessions: 0, resources: 0, organisations: 0 },
    links: {
      page: links.community(stored.slug),
      join: links.join(stored.slug),
      sessions: links.communitySessions(stored.slug),
      resources: links.communityResources(stored.slug),
    },
  });
}
