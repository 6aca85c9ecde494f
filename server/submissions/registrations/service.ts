import type { Form, RegistrationSubmission, SubmissionAccepted } from '../../../src/contract/index.js';
import { typeset } from '../../../src/contract/typeset.js';
import { utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import type { RegistrationOutcome } from '../../i18n/mails.js';
import { registrationMessages } from '../../i18n/registration-form.js';
import {
  findSession,
  lockSession,
  onlineLinkOf,
  type StoredSession,
  takeSeat,
} from '../../sessions/repository.js';
import { toSessionDto } from '../../sessions/serializer.js';
import { invalid } from '../../shared/errors.js';
import { type AccessToken, consumeToken, type TokenPurpose } from '../access-tokens-repository.js';
import { findFormSettings } from '../forms/settings-repository.js';
import type { KindService, KindServiceParts } from '../kind-service.js';
import { type SentSubmission } from '../service.js';
import { isOpenFor, registrationForm } from './form.js';
import {
  addRegistration,
  findHeld,
  findRegistration,
  setRegistrationState,
  type StateOfRegistration,
  type StoredRegistration,
} from './repository.js';
import { Seats } from './seats.js';
import { communityNameOf, SessionNews } from './session-news.js';

export interface OpenedRegistration {
  token: AccessToken;
  registration: StoredRegistration;
  session: StoredSession;
  /** Place on the waiting list, from 1; null for other states. */
  position: number | null;
  /** Address of the online meeting, for a confirmed registration only (S05). */
  onlineLink: string | null;
}

/** Takes registrations from the form to a seat, the waiting list or their cancellation. */
export class RegistrationService implements KindService<OpenedRegistration> {
  readonly kind = 'registration';
  readonly news: SessionNews;
  readonly #parts: KindServiceParts;
  readonly #seats: Seats;

  constructor(parts: KindServiceParts) {
    this.#parts = parts;
    this.news = new SessionNews(parts);
    this.#seats = new Seats(parts, this.news);
  }

  async formFor(session: StoredSession, language: Language): Promise<Form> {
    const { db, now, links, submissions } = this.#parts;
    const community = { slug: session.community, name: await communityNameOf(db, session) };
    const settings = await findFormSettings(db, `register:${session.id}`);
    const shown = toSessionDto(session, now(), links);
    return submissions.publishForm(registrationForm(shown, community, language, this.#parts, settings));
  }

  formOf({ session }: OpenedRegistration, language: Language): Promise<Form> {
    return this.formFor(session, language);
  }

  /** Records a registration and queues its first mail, once per key. */
  async submit(
    submission: RegistrationSubmission & Pick<SentSubmission, 'opened'>,
    key: string,
    from: string,
  ): Promise<SubmissionAccepted> {
    const { db, now, links, submissions, onMail } = this.#parts;
    const session = await findSession(db, submission.session);
    if (!session) throw invalid('/session', 'not-an-option', 'No session is called so.');
    const { id, community } = session;
    const target = { kind: 'registration', formId: `register:${id}`, community, key, from } as const;
    const checked = await submissions.check(submission, target);
    const messages = registrationMessages(closestLanguage(checked.form.language));
    const answer = await db.transaction(async (sql) => {
      const { answer, accepted } = await submissions.accept(sql, checked, messages.accepted);
      // First the answer of an earlier try: it stands, even if registration closed meanwhile.
      if (!accepted) return answer;
      if (!isOpenFor(toSessionDto(session, now(), links)))
        throw invalid('/session', 'closed', messages.closed);
      await addRegistration(sql, { ...accepted, session: id });
      await submissions.inviteToConfirm(sql, accepted, {
        template: 'confirmRegistration',
        subject: typeset(session.title, session.language),
        confirmAt: links.confirmRegistration(''),
        isChange: (await findHeld(sql, { ...accepted, session: id })) !== undefined,
      });
      return answer;
    });
    onMail();
    return answer;
  }

  async open(token: string, purpose: TokenPurpose): Promise<OpenedRegistration | undefined> {
    const { db } = this.#parts;
    const found = await this.#open(db, token, purpose);
    if (!found) return undefined;
    const { registration, session } = found;
    const hasSeat = registration.state === 'confirmed' && session.status !== 'cancelled';
    return {
      ...found,
      position: await this.#seats.positionOf(db, registration, session),
      onlineLink: hasSeat ? await onlineLinkOf(db, session.id) : null,
    };
  }

  async #open(sql: Sql, token: string, purpose: TokenPurpose) {
    const found = await this.#parts.selfService.openLink(sql, token, purpose);
    const registration = found && (await findRegistration(sql, found.subjectId));
    const session = registration && (await findSession(sql, registration.session));
    return found && registration && session ? { token: found, registration, session } : undefined;
  }

  /** Opens a link and locks the session, so that nobody else changes its seats. */
  async #openToChange(sql: Sql, token: string, purpose: TokenPurpose) {
    const found = await this.#open(sql, token, purpose);
    if (!found) return undefined;
    await lockSession(sql, found.session.id);
    return this.#open(sql, token, purpose);
  }

  /** Confirms: takes a seat if one is free at this moment, else a place on the waiting list. */
  async confirm(token: string): Promise<{ manage: string } | undefined> {
    const { db, now, selfService, rateLimits, onMail } = this.#parts;
    const done = await db.transaction(async (sql) => {
      const found = await this.#openToChange(sql, token, 'confirm');
      const at = utc(now());
      if (!found || found.token.expired || !(await consumeToken(sql, found.token.hash, at))) return undefined;
      const { registration, session } = found;
      await rateLimits.confirmed(sql, String(registration.answers['email']));
      const held = await findHeld(sql, registration);
      if (held && held.receivedAt > registration.receivedAt) {
        // The latest wish stands: an older link that is opened later changes nothing, and leads to it.
        await setRegistrationState(sql, registration.id, { state: 'cancelled', at });
        return { manage: await selfService.manageToken(sql, held.id, at) };
      }
      const { state, since, offerUntil } = await this.#seats.place(sql, registration, session, at);
      const change = { state, at, confirmedAt: since, ...(offerUntil && { offerUntil }) };
      await setRegistrationState(sql, registration.id, change);
      const consents = await selfService.markConsents(sql, registration.id, 'confirmed', at);
      const manage = await selfService.manageToken(sql, registration.id, at);
      const placed = { ...registration, state, confirmedAt: since };
      await this.#seats.writeOutcome(sql, placed, session, outcomeOf(state), { at, manage, consents });
      return { manage };
    });
    if (done) onMail();
    return done;
  }

  refuse(token: string): Promise<boolean> {
    return this.#parts.selfService.refuse('registration', token);
  }

  async cancel(token: string): Promise<boolean> {
    const { db, now, onMail } = this.#parts;
    const done = await db.transaction(async (sql) => {
      const found = await this.#openToChange(sql, token, 'manage');
      if (!found) return false;
      await this.#seats.leave(sql, found.registration, found.session, utc(now()));
      return true;
    });
    if (done) onMail();
    return done;
  }

  /** Accepts an offered seat; false when the offer has ended. */
  async accept(token: string): Promise<boolean> {
    const { db, now, onMail } = this.#parts;
    const done = await db.transaction(async (sql) => {
      const found = await this.#openToChange(sql, token, 'manage');
      if (!found || found.registration.state !== 'offered' || found.session.status === 'cancelled')
        return false;
      const at = utc(now());
      const registration = { ...found.registration, state: 'confirmed' as const };
      await setRegistrationState(sql, registration.id, { state: 'confirmed', at });
      await this.news.writeTo(sql, registration, found.session, 'confirmed', { at, withCalendar: true });
      return true;
    });
    if (done) onMail();
    return done;
  }

  /** Decides a registration that waits for approval: a seat or a place on the waiting list, or a refusal. */
  async decide(
    id: string,
    decision: 'accept' | 'decline',
  ): Promise<StoredRegistration | 'missing' | 'not-now'> {
    const done = await this.#parts.db.transaction((sql) => this.decideIn(sql, id, decision));
    this.#parts.onMail();
    return done;
  }

  /** The same in a transaction of somebody else. */
  async decideIn(
    sql: Sql,
    id: string,
    decision: 'accept' | 'decline',
    word = '',
  ): Promise<StoredRegistration | 'missing' | 'not-now'> {
    const first = await findRegistration(sql, id);
    if (first) await lockSession(sql, first.session);
    const registration = first && (await findRegistration(sql, id));
    const session = registration && (await findSession(sql, registration.session));
    if (!registration || !session) return 'missing';
    return decision === 'accept'
      ? this.#admit(sql, registration, session, word)
      : this.#decline(sql, registration, session, word);
  }

  async #admit(sql: Sql, registration: StoredRegistration, session: StoredSession, word: string) {
    if (registration.state !== 'pending-approval')
      return ['confirmed', 'waiting-list'].includes(registration.state) ? registration : 'not-now';
    const at = utc(this.#parts.now());
    const hasSeat = (await takeSeat(sql, session.id)) === 'seat';
    const state = hasSeat ? 'confirmed' : 'waiting-list';
    await setRegistrationState(sql, registration.id, { state, at, confirmedAt: at });
    await this.news.writeTo(sql, { ...registration, state }, session, state, {
      at,
      word,
      withCalendar: hasSeat,
    });
    return { ...registration, state } satisfies StoredRegistration;
  }

  async #decline(sql: Sql, registration: StoredRegistration, session: StoredSession, word: string) {
    if (registration.state === 'unconfirmed') return 'not-now';
    if (registration.state === 'cancelled') return registration;
    const at = utc(this.#parts.now());
    await this.#seats.leave(sql, registration, session, at);
    await this.news.writeTo(sql, registration, session, 'declined', { at, word });
    return { ...registration, state: 'cancelled' } satisfies StoredRegistration;
  }

  /** Scheduled work, every minute, by any process: passes on seats and sends reminders. */
  async runScheduledJobs(): Promise<{ passedOn: number; reminded: number }> {
    const passedOn = (await this.#seats.passOnEndedOffers()) + (await this.#seats.fillFreeSeats());
    const reminded = await this.news.remind();
    if (passedOn + reminded) this.#parts.onMail();
    return { passedOn, reminded };
  }
}

const outcomeOf = (state: StateOfRegistration): RegistrationOutcome =>
  state === 'cancelled' || state === 'unconfirmed' ? 'refused' : state === 'offered' ? 'waiting-list' : state;
