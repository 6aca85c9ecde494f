import type { Organisation } from '../../../src/contract/index.js';
import { typeset } from '../../../src/contract/typeset.js';
import { instantOf, utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import type { RegistrationOutcome } from '../../i18n/mails.js';
import { queueMail } from '../../mail/outbox.js';
import { registrationMail } from '../../mail/templates.js';
import { findOrganisations } from '../../organisations/repository.js';
import {
  countWaiting,
  findSession,
  freeWhileWaiting,
  lockSession,
  moveSeats,
  type StoredSession,
  takeSeat,
} from '../../sessions/repository.js';
import { toSessionDto } from '../../sessions/serializer.js';
import { fold } from '../../shared/normalise.js';
import type { ConsentEvent } from '../consents-repository.js';
import { takesPart } from '../join-requests/repository.js';
import { domainOf } from '../forms/email.js';
import type { KindServiceParts } from '../kind-service.js';
import { languageFor, receiptOf } from '../service.js';
import {
  countWaitingBefore,
  findHeld,
  findRegistration,
  firstWaiting,
  offersEndedBefore,
  setRegistrationState,
  type StateOfRegistration,
  type StoredRegistration,
} from './repository.js';
import { type SessionNews, whenOf } from './session-news.js';

const HOUR = 3_600_000;
/** A freed seat is offered for so many hours, and until an hour before the session at the latest. */
const OFFER_HOURS = 24;
/** Less than so many hours before the session, a freed seat is given without an offer. */
const TOO_NEAR_HOURS = 3;

/** The state of a registration after its confirmation, and since when its place counts. */
interface Placement {
  state: StateOfRegistration;
  since: string;
  offerUntil?: string;
}

/** Gives and passes on the seats of a session. Call its methods in a transaction that has locked the session. */
export class Seats {
  readonly #parts: KindServiceParts;
  readonly #news: SessionNews;

  constructor(parts: KindServiceParts, news: SessionNews) {
    this.#parts = parts;
    this.#news = news;
  }

  /** Places a confirmed registration. A person who registers twice keeps the first place. */
  async place(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    at: string,
  ): Promise<Placement> {
    const { now, links } = this.#parts;
    const held = await findHeld(sql, registration);
    if (held) {
      await setRegistrationState(sql, held.id, { state: 'cancelled', at });
      return {
        state: held.state,
        since: held.confirmedAt ?? at,
        ...(held.offerUntil && { offerUntil: held.offerUntil }),
      };
    }
    const { registration: rule, requiresApproval } = toSessionDto(session, now(), links);
    if (!['open', 'waiting-list'].includes(rule.state)) return { state: 'cancelled', since: at };
    if (requiresApproval || registration.review.length > 0 || !(await isAdmitted(sql, registration, session)))
      return { state: 'pending-approval', since: at };
    const taken = await takeSeat(sql, session.id);
    return { state: taken === 'seat' ? 'confirmed' : 'waiting-list', since: at };
  }

  /** Cancels a registration and passes its seat on. */
  async leave(sql: Sql, registration: StoredRegistration, session: StoredSession, at: string): Promise<void> {
    if (registration.state === 'cancelled') return;
    await setRegistrationState(sql, registration.id, { state: 'cancelled', at });
    if (registration.state === 'waiting-list') await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
    if (['confirmed', 'offered'].includes(registration.state)) await this.#passOn(sql, session, at);
  }

  /** Place on the waiting list, from 1; null for other states. */
  async positionOf(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
  ): Promise<number | null> {
    if (registration.state !== 'waiting-list') return null;
    // The people whom the publisher counted came first.
    const elsewhere = session.waitingList - (session.waitingHere ?? 0);
    return elsewhere + (await countWaitingBefore(sql, registration)) + 1;
  }

  /** Queues the mail about the outcome of a registration. */
  async writeOutcome(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    outcome: RegistrationOutcome,
    about: { at: string; manage: string; consents: readonly ConsentEvent[] },
  ): Promise<void> {
    const language = languageFor(registration.answers, registration.language);
    const hasSeat = outcome === 'confirmed' || outcome === 'freed';
    await queueMail(sql, {
      subjectId: registration.id,
      at: about.at,
      message: registrationMail(String(registration.answers['email']), {
        outcome,
        session: typeset(session.title, session.language),
        when: whenOf(session, language),
        position: await this.positionOf(sql, registration, session),
        url: this.#parts.links.manageRegistration(about.manage),
        calendar: hasSeat ? await this.#news.calendarFor(sql, session, language) : null,
        ...receiptOf(registration, about.consents),
      }),
    });
  }

  /** Passes on the seats whose offer ended; returns how many. */
  async passOnEndedOffers(): Promise<number> {
    const { db, now } = this.#parts;
    const at = utc(now());
    let passedOn = 0;
    for (const { id, session: sessionId } of await offersEndedBefore(db, at)) {
      await db.transaction(async (sql) => {
        await lockSession(sql, sessionId);
        const registration = await findRegistration(sql, id);
        const session = await findSession(sql, sessionId);
        if (!session || registration?.state !== 'offered' || (registration.offerUntil ?? at) > at) return;
        if (!this.#isToCome(session) || !(await firstWaiting(sql, sessionId))) return;
        // Pass on before the person goes back to the end of the list, so that the seat goes to somebody else.
        await this.#passOn(sql, session, at);
        await setRegistrationState(sql, id, { state: 'waiting-list', at, confirmedAt: at });
        await moveSeats(sql, sessionId, { taken: 0, waiting: 1 });
        await this.#news.writeTo(sql, registration, session, 'offerEnded', { at });
        passedOn++;
      });
    }
    return passedOn;
  }

  /** Passes on seats that an erasure, a restored backup or a restored session left free; returns how many. */
  async fillFreeSeats(): Promise<number> {
    const { db, now } = this.#parts;
    const at = utc(now());
    let filled = 0;
    for (const sessionId of await freeWhileWaiting(db, at)) {
      await db.transaction(async (sql) => {
        await lockSession(sql, sessionId);
        await countWaiting(sql, sessionId);
        const session = await findSession(sql, sessionId);
        if (!session || !(await freeWhileWaiting(sql, at)).includes(sessionId)) return;
        await moveSeats(sql, sessionId, { taken: 1, waiting: 0 });
        await this.#passOn(sql, session, at);
        filled++;
      });
    }
    return filled;
  }

  /** Offers a freed seat to the person who has waited longest. */
  async #passOn(sql: Sql, session: StoredSession, at: string): Promise<void> {
    const { now, selfService } = this.#parts;
    const left = startOf(session) - now();
    const next = this.#isToCome(session) ? await firstWaiting(sql, session.id) : undefined;
    if (!next) return moveSeats(sql, session.id, { taken: -1, waiting: 0 });
    await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
    if (left < TOO_NEAR_HOURS * HOUR) {
      await setRegistrationState(sql, next.id, { state: 'confirmed', at });
      const manage = await selfService.manageToken(sql, next.id, at);
      const seated = { ...next, state: 'confirmed' as const };
      return this.writeOutcome(sql, seated, session, 'freed', { at, manage, consents: [] });
    }
    const until = utc(Math.min(now() + OFFER_HOURS * HOUR, startOf(session) - HOUR));
    await setRegistrationState(sql, next.id, { state: 'offered', at, offerUntil: until });
    return this.#news.writeTo(sql, next, session, 'offered', { at, until });
  }

  #isToCome(session: StoredSession): boolean {
    return session.status !== 'cancelled' && startOf(session) > this.#parts.now();
  }
}

const startOf = (session: StoredSession) => instantOf(session.start, session.timezone);

/** Whether addresses of a domain are those of an organisation: the domain of its site, or one below it. */
function isAddressOf({ website }: Organisation, domain: string): boolean {
  const site = website && new URL(website).hostname.replace(/^www\./, '');
  return Boolean(site) && (domain === site || domain.endsWith(`.${site}`));
}

/** Whether a session takes the person without the team: reserved sessions take member organisations, or participants. */
async function isAdmitted(
  sql: Sql,
  { answers, emailKey }: StoredRegistration,
  session: StoredSession,
): Promise<boolean> {
  if (session.audience === 'participants') return takesPart(sql, emailKey, session.community);
  if (session.audience !== 'members') return true;
  // To name a member organisation is a claim; an address of its own domain is known to belong there.
  const name = String(answers['organisation'] ?? '');
  const domain = domainOf(String(answers['email']));
  const known = await findOrganisations(sql, name);
  return known.some(
    (one) => one.membership === 'member' && fold(one.name) === fold(name) && isAddressOf(one, domain),
  );
}
