import { typeset } from '../../../src/contract/typeset.js';
import { instantOf, utc } from '../../../src/contract/time-zone.js';
import { findCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { Sql } from '../../db/database.js';
import { momentIn, utcOffset, whenIn, zoneTime } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { newsMessages, type SessionNewsKind } from '../../i18n/news-mails.js';
import { queueMail } from '../../mail/outbox.js';
import { newsMail, withWord } from '../../mail/templates.js';
import { calendarEvents, placeOf } from '../../sessions/calendar/events.js';
import { icalendar } from '../../sessions/calendar/ics.js';
import { hasMoved } from '../../sessions/change.js';
import { findSession, onlineLinkOf, type StoredSession } from '../../sessions/repository.js';
import type { KindServiceParts } from '../kind-service.js';
import { languageFor } from '../service.js';
import { concernedBy, markReminded, type StoredRegistration, toRemind } from './repository.js';

const HOUR = 3_600_000;
/** How long before a session its reminder goes out. */
const REMIND_HOURS = 24;

/** Mails about a session to the people who registered for it: changes, offers, reminders. */
export class SessionNews {
  readonly #parts: KindServiceParts;

  constructor(parts: KindServiceParts) {
    this.#parts = parts;
  }

  /** The session as a calendar file, in one language. */
  async calendarFor(sql: Sql, session: StoredSession, language: Language): Promise<string> {
    const community = await communityNameOf(sql, session);
    const { links } = this.#parts;
    return icalendar(
      typeset(session.title, session.language),
      calendarEvents(session, { community, links, language }),
    );
  }

  /** Queues the mail about something that happened to a registration or its session. */
  async writeTo(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    news: SessionNewsKind,
    about: About & { at: string; withCalendar?: boolean },
  ): Promise<void> {
    const { selfService, links } = this.#parts;
    const language = languageFor(registration.answers, registration.language);
    const manage = await selfService.manageToken(sql, registration.id, about.at);
    await queueMail(sql, {
      subjectId: registration.id,
      at: about.at,
      message: newsMail(String(registration.answers['email']), {
        language,
        ...wordsOf(session, news, language, about),
        url: links.manageRegistration(manage),
        ...(news === 'offered' && { link: newsMessages(language).accept }),
        ...(about.withCalendar && { calendar: await this.calendarFor(sql, session, language) }),
        isCancelled: news === 'cancelled',
      }),
    });
  }

  /** Reminds those who have a seat of sessions that are near; returns how many they are. */
  async remind(): Promise<number> {
    const { db, now } = this.#parts;
    const at = utc(now());
    let reminded = 0;
    const due = await toRemind(db, { from: at, to: utc(now() + REMIND_HOURS * HOUR) });
    for (const registration of due) {
      await db.transaction(async (sql) => {
        const session = await findSession(sql, registration.session);
        if (!session || !(await markReminded(sql, registration.id, at))) return;
        const onlineLink = await onlineLinkOf(sql, session.id);
        await this.writeTo(sql, registration, session, 'reminder', { at, onlineLink, withCalendar: true });
        reminded++;
      });
    }
    return reminded;
  }

  /** Whether a change is one that people are told of. */
  wouldTell(before: StoredSession, after: StoredSession): boolean {
    const isToCome = instantOf(before.start, before.timezone) > this.#parts.now();
    return isToCome && newsOf(before, after) !== null;
  }

  /** Writes to everybody whom a change concerns; returns how many they are. */
  async tell(sql: Sql, before: StoredSession, after: StoredSession): Promise<number> {
    const { now } = this.#parts;
    const news = newsOf(before, after);
    if (!news || instantOf(before.start, before.timezone) <= now()) return 0;
    const concerned = await concernedBy(sql, before.id);
    for (const registration of concerned) {
      const withCalendar = registration.state === 'confirmed';
      await this.writeTo(sql, registration, after, news, { at: utc(now()), before, withCalendar });
    }
    return concerned.length;
  }
}

/** What a mail says beside the session. */
interface About {
  until?: string;
  onlineLink?: string | null;
  /** The session before it changed. */
  before?: StoredSession;
  /** What the team adds. */
  word?: string;
}

/** The subject of a mail about a session, and what it says before its link. */
export function wordsOf(
  session: StoredSession,
  news: SessionNewsKind,
  language: Language,
  { before, until, onlineLink, word = '' }: About,
): { subject: string; lines: string[] } {
  const { subject, lines } = newsMessages(language).session[news];
  const facts = {
    session: typeset(session.title, session.language),
    when: whenOf(session, language),
    was: before && hasMoved(before, session) ? whenOf(before, language) : '',
    place: placeOf(session),
    reason: typeset(session.cancellationReason ?? '', session.language),
    until: until ? momentIn(language, Date.parse(until), session.timezone) : '',
    onlineLink: onlineLink ?? '',
    isOnline: session.mode !== 'in-person',
  };
  return { subject, lines: withWord(lines(facts), word) };
}

/** The news that a change makes, if any. */
function newsOf(before: StoredSession, after: StoredSession): SessionNewsKind | null {
  const wasCancelled = before.status === 'cancelled';
  const isCancelled = after.status === 'cancelled';
  if (isCancelled) return wasCancelled ? null : 'cancelled';
  const isChanged = hasMoved(before, after) || placeOf(after) !== placeOf(before);
  return isChanged || wasCancelled ? 'changed' : null;
}

export async function communityNameOf(sql: Sql, { community: slug }: StoredSession): Promise<string> {
  const community = await findCommunity(sql, slug);
  return community ? communityName(community) : slug;
}

/** “jeudi 26 novembre 2026, 10:00 – 12:00 (heure de Paris, UTC+1)”: whoever is elsewhere knows their own hour from it. */
export function whenOf(
  { start, end, timezone }: Pick<StoredSession, 'start' | 'end' | 'timezone'>,
  language: Language,
): string {
  const from = instantOf(start, timezone);
  const range = whenIn(language, from, instantOf(end, timezone), timezone);
  const clock = [zoneTime(language, timezone), !timezone.endsWith('UTC') && utcOffset(from, timezone)];
  return `${range} (${clock.filter(Boolean).join(', ')})`;
}
