import type { Form, RegistrationSubmission } from '../../../src/contract/index.js';
import { placeOf } from '../../sessions/calendar/events.js';
import type { Desk, DeskParts } from '../submission-kind.js';
import { isOpenFor, registrationForm } from './form.js';
import { registrationWords } from '../../i18n/registration-form.js';
import type { Language } from '../../i18n/language.js';
import { CONFIRM_WITHIN_HOURS, invalid, languageFor } from '../service.js';
import { firstMail, registrationMail } from '../../mail/templates.js';
import type { RegistrationOutcome } from '../../i18n/mails.js';
import { ownWords } from '../../i18n/self-service.js';
import { presentSession } from '../../communities/serializer.js';
import { linkState, spendToken } from '../access-tokens-repository.js';
import type { ConsentEvent } from '../consents-repository.js';
import { findFormSettings } from '../forms/settings-repository.js';
import { takesPart } from '../join-requests/repository.js';
import { queueMail } from '../../mail/outbox.js';
import { findOrganisations } from '../../communities/repository.js';
import {
  addRegistration,
  countWaitingBefore,
  findHeld,
  findRegistration,
  firstWaiting,
  offersEndedBefore,
  setRegistrationState,
  type RegistrationState,
  type StoredRegistration,
} from './repository.js';
import {
  countWaiting,
  findSession,
  freeWhileWaiting,
  lockSession,
  moveSeats,
  onlineLinkOf,
  takeSeat,
  type StoredSession,
} from '../../sessions/repository.js';
import type { Sql } from '../../db/database.js';
import { createSessionNews, whenOf } from './session-news.js';
import { fold } from '../../shared/normalise.js';
import { instantOf, utc } from '../../../src/contract/time-zone.js';
import { momentIn } from '../../i18n/format-date.js';

const HOUR = 3_600_000;
/** How long a freed seat is kept for who waits; until an hour before the session at the latest. */
const OFFER_HOURS = 24;
/** A seat that frees so near the session is given at once: there is no time to ask. */
const TOO_NEAR_HOURS = 3;

/** Takes registrations from the form to a seat, the waiting list or their cancellation. */
export function createRegistrationDesk(parts: DeskParts) {
  const { db, now, house, intake, onMail } = parts;
  const news = createSessionNews(parts);
  const present = (session: StoredSession) => presentSession(session, now(), house.links);
  const startOf = (session: StoredSession) => instantOf(session.start, session.timezone);
  const isToCome = (session: StoredSession) => session.status !== 'cancelled' && startOf(session) > now();
  const languageOf = ({ answers, language }: StoredRegistration) => languageFor(answers, language);

  async function formFor(session: StoredSession, language: Language): Promise<Form> {
    const about = { slug: session.community, name: await news.communityName(db, session) };
    const settings = await findFormSettings(db, `register:${session.id}`);
    return intake.serve(registrationForm(present(session), about, language, house, settings));
  }

  async function submit(submission: RegistrationSubmission, key: string) {
    const session = await findSession(db, submission.session);
    if (!session) throw invalid('/session', 'not-an-option', 'No session is called so.');
    return intake.take(submission, {
      kind: 'registration',
      formId: `register:${session.id}`,
      community: session.community,
      key,
      record: async (sql, accepted) => {
        // Here rather than before: whoever sends the same key again gets the answer of the first time.
        if (!isOpenFor(present(session))) {
          throw invalid('/session', 'closed', registrationWords(accepted.form.language as Language).closed);
        }
        await addRegistration(sql, { ...accepted, session: session.id });
      },
      mail: (to, token, language) =>
        firstMail(
          'confirmRegistration',
          to,
          session.title,
          house.links.confirmRegistration(token),
          CONFIRM_WITHIN_HOURS,
          language,
        ),
      message: (language) => registrationWords(language).accepted,
    });
  }

  async function open(sql: Sql, token: string, purpose: 'confirm' | 'manage') {
    const found = await intake.opens(sql, token, purpose);
    const registration = found && (await findRegistration(sql, found.subjectId));
    const session = registration && (await findSession(sql, registration.session));
    return found && registration && session ? { token: found, registration, session } : undefined;
  }

  /** The same for who is about to change it: nobody else changes the session's seats meanwhile. */
  async function openToChange(sql: Sql, token: string, purpose: 'confirm' | 'manage') {
    const found = await open(sql, token, purpose);
    if (!found) return undefined;
    await lockSession(sql, found.session.id);
    return open(sql, token, purpose);
  }

  const desk: Desk = {
    kind: 'registration',

    async lookAtConfirmation(token) {
      const found = await open(db, token, 'confirm');
      if (!found) return undefined;
      const { registration, session } = found;
      const language = languageOf(registration);
      return {
        state: linkState(found.token),
        language,
        name: `${session.title}, ${whenOf(session, language)}`,
        page: house.links.session(session.id),
      };
    },

    /** Takes a seat, or a place on the waiting list, as there are when it happens. */
    async confirm(token) {
      const done = await db.transaction(async (sql) => {
        const found = await openToChange(sql, token, 'confirm');
        const at = utc(now());
        if (!found || found.token.expired || !(await spendToken(sql, found.token.hash, at))) return undefined;
        const { registration, session } = found;
        const { state, since, offerUntil } = await place(sql, registration, session, at);
        await setRegistrationState(sql, registration.id, { state, at, confirmedAt: since, ...offerUntil });
        const consents = await intake.markConsents(sql, registration.id, 'confirmed', at);
        const manage = await intake.manageToken(sql, registration.id, at);
        await tell(sql, { ...registration, state, confirmedAt: since }, session, outcomeOf(state), {
          at,
          manage,
          consents,
        });
        return { manage };
      });
      if (done) onMail();
      return done;
    },

    refuse: (token) => intake.refuse('registration', token),

    async look(token) {
      const found = await open(db, token, 'manage');
      if (!found) return undefined;
      const { registration, session } = found;
      const language = languageOf(registration);
      const words = ownWords(language).registration;
      const position = await positionOf(db, registration, session);
      const isCancelled = session.status === 'cancelled';
      const online =
        registration.state === 'confirmed' && !isCancelled && (await onlineLinkOf(db, session.id));
      const until =
        registration.offerUntil && momentIn(language, Date.parse(registration.offerUntil), session.timezone);
      return {
        submission: registration,
        form: await formFor(session, language),
        language,
        name: session.title,
        page: house.links.session(session.id),
        status: [
          isCancelled
            ? words.sessionCancelled(session.cancellationReason ?? '')
            : words.state[registration.state],
          position ? words.position(position) : '',
          until ? words.offerUntil(until) : '',
        ].filter(Boolean),
        isOver: registration.state === 'cancelled' || isCancelled,
        lines: [whenOf(session, language), placeOf(session)].filter(Boolean),
        links: [
          ...(online ? [{ url: online, label: words.onlineLink }] : []),
          ...(registration.state === 'confirmed' && !isCancelled
            ? [{ url: house.links.sessionCalendar(session.id), label: words.addToCalendar }]
            : []),
        ],
        isOffered: registration.state === 'offered' && !isCancelled,
      };
    },

    /** Cancels; a seat that frees goes to the person who has waited longest, who is told. */
    async cancel(token) {
      const done = await db.transaction(async (sql) => {
        const found = await openToChange(sql, token, 'manage');
        if (!found) return false;
        await leave(sql, found.registration, found.session, utc(now()));
        return true;
      });
      if (done) onMail();
      return done;
    },
  };

  async function leave(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    at: string,
  ): Promise<void> {
    if (registration.state === 'cancelled') return;
    await setRegistrationState(sql, registration.id, { state: 'cancelled', at });
    await intake.markConsents(sql, registration.id, 'withdrawn', at);
    if (registration.state === 'waiting-list') await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
    if (['confirmed', 'offered'].includes(registration.state)) await passOn(sql, session, at);
  }

  /** Where a confirmed registration goes. Who registers twice keeps what they had. */
  async function place(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    at: string,
  ): Promise<{ state: RegistrationState; since: string; offerUntil?: { offerUntil: string } }> {
    const held = await findHeld(sql, registration);
    if (held) {
      await setRegistrationState(sql, held.id, { state: 'cancelled', at });
      return {
        state: held.state,
        since: held.confirmedAt ?? at,
        ...(held.offerUntil && { offerUntil: { offerUntil: held.offerUntil } }),
      };
    }
    const { registration: rule, requiresApproval } = present(session);
    if (!['open', 'waiting-list'].includes(rule.state)) return { state: 'cancelled', since: at };
    if (requiresApproval || registration.review.length > 0 || !(await isAdmitted(sql, registration, session)))
      return { state: 'pending-approval', since: at };
    const taken = await takeSeat(sql, session.id);
    return { state: taken === 'seat' ? 'confirmed' : 'waiting-list', since: at };
  }

  /** Who a reserved session takes at once: a member organisation, or who takes part already; the team looks at the others. */
  async function isAdmitted(
    sql: Sql,
    { answers, emailKey }: StoredRegistration,
    session: StoredSession,
  ): Promise<boolean> {
    if (session.audience === 'participants') return takesPart(sql, emailKey, session.community);
    if (session.audience !== 'members') return true;
    const name = String(answers['organisation'] ?? '');
    const known = await findOrganisations(sql, name);
    return known.some((one) => one.membership === 'member' && fold(one.name) === fold(name));
  }

  async function tell(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    outcome: RegistrationOutcome,
    about: { at: string; manage: string; consents: readonly ConsentEvent[] },
  ): Promise<void> {
    const language = languageOf(registration);
    const hasSeat = outcome === 'confirmed' || outcome === 'freed';
    await queueMail(sql, {
      subjectId: registration.id,
      at: about.at,
      message: registrationMail(String(registration.answers['email']), {
        outcome,
        session: session.title,
        when: whenOf(session, language),
        position: await positionOf(sql, registration, session),
        url: house.links.manageRegistration(about.manage),
        calendar: hasSeat ? await news.calendarFor(sql, session, language) : null,
        language,
        receivedAt: registration.receivedAt,
        formVersion: registration.formVersion,
        sourceSite: registration.sourceSite,
        consents: about.consents,
      }),
    });
  }

  const positionOf = async (sql: Sql, registration: StoredRegistration, session: StoredSession) => {
    if (registration.state !== 'waiting-list') return null;
    // Those whom the publisher counted came first.
    const elsewhere = session.waitingList - (session.waitingHere ?? 0);
    return elsewhere + (await countWaitingBefore(sql, registration)) + 1;
  };

  /** A seat that frees is kept for who has waited longest, who accepts it in time or lets it go. */
  async function passOn(sql: Sql, session: StoredSession, at: string): Promise<void> {
    const left = startOf(session) - now();
    const next = isToCome(session) ? await firstWaiting(sql, session.id) : undefined;
    if (!next) return moveSeats(sql, session.id, { taken: -1, waiting: 0 });
    await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
    if (left < TOO_NEAR_HOURS * HOUR) {
      await setRegistrationState(sql, next.id, { state: 'confirmed', at });
      const manage = await intake.manageToken(sql, next.id, at);
      return tell(sql, { ...next, state: 'confirmed' }, session, 'freed', { at, manage, consents: [] });
    }
    const until = utc(Math.min(now() + OFFER_HOURS * HOUR, startOf(session) - HOUR));
    await setRegistrationState(sql, next.id, { state: 'offered', at, offerUntil: until });
    return news.tell(sql, next, session, 'offered', { at, until });
  }

  /** Takes the seat that is kept for the person; false when it is not any more. */
  async function accept(token: string): Promise<boolean> {
    const done = await db.transaction(async (sql) => {
      const found = await openToChange(sql, token, 'manage');
      if (!found || found.registration.state !== 'offered' || found.session.status === 'cancelled')
        return false;
      const at = utc(now());
      const registration = { ...found.registration, state: 'confirmed' as const };
      await setRegistrationState(sql, registration.id, { state: 'confirmed', at });
      await news.tell(sql, registration, found.session, 'confirmed', { at, withCalendar: true });
      return true;
    });
    if (done) onMail();
    return done;
  }

  /** The team's answer to who waits for approval: a seat, or a place on the waiting list, or no. */
  async function decide(
    id: string,
    decision: 'accept' | 'decline',
  ): Promise<StoredRegistration | 'missing' | 'not-now'> {
    const done = await db.transaction(async (sql) => {
      const first = await findRegistration(sql, id);
      if (first) await lockSession(sql, first.session);
      const registration = first && (await findRegistration(sql, id));
      const session = registration && (await findSession(sql, registration.session));
      if (!registration || !session) return 'missing';
      const at = utc(now());
      if (decision === 'decline') {
        if (registration.state === 'unconfirmed') return 'not-now';
        if (registration.state === 'cancelled') return registration;
        await leave(sql, registration, session, at);
        await news.tell(sql, registration, session, 'declined', { at });
        return { ...registration, state: 'cancelled' } satisfies StoredRegistration;
      }
      if (registration.state !== 'pending-approval')
        return ['confirmed', 'waiting-list'].includes(registration.state) ? registration : 'not-now';
      const state = (await takeSeat(sql, session.id)) === 'seat' ? 'confirmed' : 'waiting-list';
      await setRegistrationState(sql, id, { state, at, confirmedAt: at });
      await news.tell(sql, { ...registration, state }, session, state, {
        at,
        withCalendar: state === 'confirmed',
      });
      return { ...registration, state } satisfies StoredRegistration;
    });
    onMail();
    return done;
  }

  /** What time brings: seats that nobody accepted go on, and reminders go out. Run every minute, by any process. */
  async function keepTime(): Promise<{ passedOn: number; reminded: number }> {
    const at = utc(now());
    let passedOn = 0;
    for (const { id, session: sessionId } of await offersEndedBefore(db, at)) {
      await db.transaction(async (sql) => {
        await lockSession(sql, sessionId);
        const registration = await findRegistration(sql, id);
        const session = await findSession(sql, sessionId);
        if (!session || registration?.state !== 'offered' || (registration.offerUntil ?? at) > at) return;
        if (!isToCome(session) || !(await firstWaiting(sql, sessionId))) return;
        // Passed on before the person goes back to the end of the list, so that it goes to somebody else.
        await passOn(sql, session, at);
        await setRegistrationState(sql, id, { state: 'waiting-list', at, confirmedAt: at });
        await moveSeats(sql, sessionId, { taken: 0, waiting: 1 });
        await news.tell(sql, registration, session, 'offerEnded', { at });
        passedOn++;
      });
    }
    // A seat that an erasure, a restored backup or a restored session left free goes to who waits.
    for (const sessionId of await freeWhileWaiting(db, at)) {
      await db.transaction(async (sql) => {
        await lockSession(sql, sessionId);
        await countWaiting(sql, sessionId);
        const session = await findSession(sql, sessionId);
        if (!session || !(await freeWhileWaiting(sql, at)).includes(sessionId)) return;
        await moveSeats(sql, sessionId, { taken: 1, waiting: 0 });
        await passOn(sql, session, at);
        passedOn++;
      });
    }
    const reminded = await news.remind();
    if (passedOn + reminded) onMail();
    return { passedOn, reminded };
  }

  return { ...desk, formFor, submit, accept, decide, keepTime, changeOf: news.changeOf };
}
export type RegistrationDesk = ReturnType<typeof createRegistrationDesk>;

const outcomeOf = (state: RegistrationState): RegistrationOutcome =>
  state === 'cancelled' || state === 'unconfirmed' ? 'refused' : state === 'offered' ? 'waiting-list' : state;
