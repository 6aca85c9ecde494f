import type { Form, RegistrationSubmission } from '../src/contract/index.js';
import { calendarEvents } from './calendar/events.js';
import { icalendar } from './calendar/ics.js';
import { isOpenFor, registrationForm } from './forms/registration-form.js';
import { registrationWords } from './forms/registration-words.js';
import type { Language } from './forms/words.js';
import { CONFIRM_WITHIN_HOURS, invalid, languageFor } from './intake.js';
import type { DeskParts } from './join-desk.js';
import { firstMail, registrationMail } from './mail/compose.js';
import type { RegistrationOutcome } from './mail/words.js';
import { nameOf, presentSession } from './present.js';
import { newId } from './secrets.js';
import { linkState, spendToken } from './store/access-tokens.js';
import type { ConsentEvent } from './store/consents.js';
import { queueMail } from './store/outbox.js';
import { findCommunity, findOrganisations } from './store/publications.js';
import {
  addRegistration,
  countWaitingBefore,
  findHeld,
  findRegistration,
  firstWaiting,
  setRegistrationState,
  type RegistrationState,
  type StoredRegistration,
} from './store/registrations.js';
import { findSession, lockSession, moveSeats, takeSeat, type StoredSession } from './store/sessions.js';
import type { Sql } from './store/sql.js';
import { eraseSubject } from './store/subjects.js';
import { fold } from './text.js';
import { instantOf, utc } from './time.js';
import { whenIn, zoneName } from './when.js';

export interface RegistrationTicket {
  registration: StoredRegistration;
  session: StoredSession;
  /** Place on the waiting list, from 1; null for who does not wait. */
  position: number | null;
}

/** Takes registrations from the form to a seat, the waiting list or their cancellation. */
export function createRegistrationDesk({ db, now, house, intake, onMail }: DeskParts) {
  const present = (session: StoredSession) => presentSession(session, now(), house.links);

  async function formFor(session: StoredSession, language: Language): Promise<Form> {
    const community = await findCommunity(db, session.community);
    const name = community ? nameOf(community) : session.community;
    return intake.serve(
      registrationForm(present(session), { slug: session.community, name }, language, house),
    );
  }

  async function submit(submission: RegistrationSubmission, key: string) {
    const session = await findSession(db, submission.session);
    if (!session) throw invalid('/session', 'not-an-option', 'No session is called so.');
    return intake.take(submission, {
      kind: 'registration',
      formId: `register:${session.id}`,
      key,
      record: async (sql, { id, at, form, emailKey, answers, sourceSite }) => {
        // Here rather than before: whoever sends the same key again gets the answer of the first time.
        if (!isOpenFor(present(session))) {
          throw invalid('/session', 'closed', registrationWords(form.language as Language).closed);
        }
        await addRegistration(sql, {
          id,
          session: session.id,
          emailKey,
          receivedAt: at,
          language: form.language,
          formVersion: form.version,
          sourceSite,
          answers,
        });
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

  /** What the link of the first mail opens; reading it changes nothing (TRUST D10). */
  async function lookAtConfirmation(
    token: string,
  ): Promise<
    | { registration: StoredRegistration; session: StoredSession; state: 'waiting' | 'done' | 'expired' }
    | undefined
  > {
    const found = await open(db, token, 'confirm');
    if (!found) return undefined;
    const { registration, session } = found;
    return {
      registration,
      session,
      state: linkState(found.token),
    };
  }

  /** Confirms once: takes a seat, or a place on the waiting list, as there are when it happens. */
  async function confirm(token: string): Promise<{ manage: string } | undefined> {
    const done = await db.transaction(async (sql) => {
      const found = await openToChange(sql, token, 'confirm');
      const at = utc(now());
      if (!found || found.token.expired || !(await spendToken(sql, found.token.hash, at))) return undefined;
      const { registration, session } = found;
      const { state, since } = await place(sql, registration, session, at);
      await setRegistrationState(sql, registration.id, { state, at, confirmedAt: since });
      const consents = await intake.markConsents(sql, registration.id, 'confirmed', at);
      const manage = await intake.manageToken(sql, registration.id, at);
      const outcome = state === 'cancelled' || state === 'unconfirmed' ? 'refused' : state;
      await tell(sql, { ...registration, state, confirmedAt: since }, session, outcome, {
        at,
        manage,
        consents,
      });
      return { manage };
    });
    if (done) onMail();
    return done;
  }

  /** Where a confirmed registration goes. Who registers twice keeps what they had. */
  async function place(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    at: string,
  ): Promise<{ state: RegistrationState; since: string }> {
    const held = await findHeld(sql, registration);
    if (held) {
      await setRegistrationState(sql, held.id, { state: 'cancelled', at });
      return { state: held.state, since: held.confirmedAt ?? at };
    }
    const { registration: rule, requiresApproval } = present(session);
    if (!['open', 'waiting-list'].includes(rule.state)) return { state: 'cancelled', since: at };
    if (requiresApproval || !(await isAdmitted(sql, registration, session)))
      return { state: 'pending-approval', since: at };
    const taken = await takeSeat(sql, session.id);
    return { state: taken === 'seat' ? 'confirmed' : 'waiting-list', since: at };
  }

  /** A session for members takes those of a member organisation at once; the team looks at the others. */
  async function isAdmitted(
    sql: Sql,
    { answers }: StoredRegistration,
    session: StoredSession,
  ): Promise<boolean> {
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
    const language = languageFor(registration.answers, registration.language);
    const community = await findCommunity(sql, session.community);
    const hasSeat = outcome === 'confirmed' || outcome === 'freed';
    await queueMail(sql, {
      id: newId(),
      subjectId: registration.id,
      at: about.at,
      message: registrationMail(String(registration.answers['email']), {
        outcome,
        session: session.title,
        when: whenOf(session, language),
        position: await positionOf(sql, registration, session),
        url: house.links.manageRegistration(about.manage),
        calendar: hasSeat
          ? icalendar(
              session.title,
              calendarEvents(session, {
                community: community ? nameOf(community) : session.community,
                links: house.links,
                language,
              }),
            )
          : null,
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

  /** Refuses a registration that was not confirmed: nothing of it is kept. */
  async function refuse(token: string): Promise<boolean> {
    return db.transaction(async (sql) => {
      const found = await openToChange(sql, token, 'confirm');
      if (!found || found.token.used || found.registration.state !== 'unconfirmed') return false;
      await eraseSubject(sql, 'registration', found.registration.id);
      return true;
    });
  }

  async function look(token: string): Promise<RegistrationTicket | undefined> {
    const found = await open(db, token, 'manage');
    if (!found) return undefined;
    const { registration, session } = found;
    return { registration, session, position: await positionOf(db, registration, session) };
  }

  /** Cancels; a seat that frees goes to the person who has waited longest, who is told. */
  async function cancel(token: string): Promise<boolean> {
    const done = await db.transaction(async (sql) => {
      const found = await openToChange(sql, token, 'manage');
      if (!found) return false;
      const { registration, session } = found;
      if (registration.state === 'cancelled') return true;
      const at = utc(now());
      await setRegistrationState(sql, registration.id, { state: 'cancelled', at });
      await intake.markConsents(sql, registration.id, 'withdrawn', at);
      if (registration.state === 'waiting-list') await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
      if (registration.state === 'confirmed') await passOn(sql, session, at);
      return true;
    });
    if (done) onMail();
    return done;
  }

  async function passOn(sql: Sql, session: StoredSession, at: string): Promise<void> {
    const isToCome = session.status !== 'cancelled' && instantOf(session.start, session.timezone) > now();
    const next = isToCome ? await firstWaiting(sql, session.id) : undefined;
    if (!next) return moveSeats(sql, session.id, { taken: -1, waiting: 0 });
    await moveSeats(sql, session.id, { taken: 0, waiting: -1 });
    await setRegistrationState(sql, next.id, { state: 'confirmed', at });
    const manage = await intake.manageToken(sql, next.id, at);
    await tell(sql, { ...next, state: 'confirmed' }, session, 'freed', { at, manage, consents: [] });
  }

  return { formFor, submit, lookAtConfirmation, confirm, refuse, look, cancel };
}
export type RegistrationDesk = ReturnType<typeof createRegistrationDesk>;

/** “jeudi 26 novembre 2026, 10:00 – 12:00 (heure de Paris)”, on the clock of the session. */
export function whenOf(
  { start, end, timezone }: Pick<StoredSession, 'start' | 'end' | 'timezone'>,
  language: Language,
): string {
  const range = whenIn(language, instantOf(start, timezone), instantOf(end, timezone), timezone);
  return `${range} (${zoneName(timezone)})`;
}
