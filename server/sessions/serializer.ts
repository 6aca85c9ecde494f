import { Session, SessionBrief } from '../../src/contract/index.js';
import type { Addresses } from '../shared/addresses.js';
import { instantOf, withOffset } from '../shared/wall-clock.js';
import type { StoredSession } from './repository.js';

/** Converts a session to the contract, with its state at this moment. */
export function toSessionDto(stored: StoredSession, now: number, links: Addresses): Session {
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

/** The few facts of a session that a community's card shows. */
export function toSessionBriefDto(stored: StoredSession, now: number, links: Addresses): SessionBrief {
  const session = toSessionDto(stored, now, links);
  return SessionBrief.parse({
    ...session,
    city: session.place?.city ?? null,
    registrationState: session.registration.state,
    seatsLeft: session.capacity === null ? null : Math.max(0, session.capacity - session.registered),
    page: session.links.page,
  });
}
