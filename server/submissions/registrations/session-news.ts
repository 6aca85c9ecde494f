import type { SessionChange } from '../../../src/contract/index.js';
import { calendarEvents, placeOf } from '../../sessions/calendar/events.js';
import { icalendar } from '../../sessions/calendar/ics.js';
import type { DeskParts } from '../submission-kind.js';
import type { Language } from '../../i18n/language.js';
import { languageFor } from '../service.js';
import { newsMail } from '../../mail/templates.js';
import { newsWords, type SessionNews } from '../../i18n/news-mails.js';
import { nameOf } from '../../communities/serializer.js';
import { queueMail } from '../../mail/outbox.js';
import { findCommunity } from '../../communities/repository.js';
import { concernedBy, markReminded, remindAgain, toRemind, type StoredRegistration } from './repository.js';
import {
  changeSession,
  dateInSeries,
  findSession,
  lockSession,
  onlineLinkOf,
  setOnlineLink,
  type StoredSession,
} from '../../sessions/repository.js';
import type { Sql } from '../../db/database.js';
import { instantOf, utc, wallClockOf } from '../../../src/contract/time-zone.js';
import { momentIn, whenIn, zoneTime } from '../../i18n/format-date.js';

const HOUR = 3_600_000;
/** How long before a session its reminder goes out. */
const REMIND_HOURS = 24;

/** What people who registered are told of their session after their registration: changes, and a reminder. */
export function createSessionNews({ db, now, house, intake, onMail }: DeskParts) {
  async function communityName(sql: Sql, session: StoredSession): Promise<string> {
    const community = await findCommunity(sql, session.community);
    return community ? nameOf(community) : session.community;
  }

  async function calendarFor(sql: Sql, session: StoredSession, language: Language): Promise<string> {
    const community = await communityName(sql, session);
    return icalendar(session.title, calendarEvents(session, { community, links: house.links, language }));
  }

  /** Tells a person of something that happened to their registration or session, with their link. */
  async function tell(
    sql: Sql,
    registration: StoredRegistration,
    session: StoredSession,
    news: SessionNews,
    about: { at: string; until?: string; onlineLink?: string | null; withCalendar?: boolean },
  ): Promise<void> {
    const language = languageFor(registration.answers, registration.language);
    const { subject, lines } = newsWords(language).session[news];
    const manage = await intake.manageToken(sql, registration.id, about.at);
    await queueMail(sql, {
      subjectId: registration.id,
      at: about.at,
      message: newsMail(String(registration.answers['email']), {
        language,
        subject,
        lines: lines({
          session: session.title,
          when: whenOf(session, language),
          place: placeOf(session),
          reason: session.cancellationReason ?? '',
          until: about.until ? momentIn(language, Date.parse(about.until), session.timezone) : '',
          onlineLink: about.onlineLink ?? '',
          isOnline: session.mode !== 'in-person',
        }),
        url: house.links.manageRegistration(manage),
        ...(news === 'offered' && { link: newsWords(language).accept }),
        ...(about.withCalendar && { calendar: await calendarFor(sql, session, language) }),
      }),
    });
  }

  /** Reminds those with a seat of the sessions that are near; tells how many were. */
  async function remind(): Promise<number> {
    const at = utc(now());
    let reminded = 0;
    const due = await toRemind(db, { from: at, to: utc(now() + REMIND_HOURS * HOUR) });
    for (const registration of due) {
      await db.transaction(async (sql) => {
        const session = await findSession(sql, registration.session);
        if (!session || !(await markReminded(sql, registration.id, at))) return;
        const onlineLink = await onlineLinkOf(sql, session.id);
        await tell(sql, registration, session, 'reminder', { at, onlineLink, withCalendar: true });
        reminded++;
      });
    }
    return reminded;
  }

  /** Changes a session as its publisher wants, and tells all who registered what is new to them. */
  async function changeOf(id: string, change: SessionChange): Promise<'missing' | { told: number }> {
    const told = await db.transaction(async (sql) => {
      await lockSession(sql, id);
      const before = await findSession(sql, id);
      if (!before) return undefined;
      const { onlineLink, ...fields } = change;
      const moved =
        (fields.start ?? before.start) !== before.start || (fields.end ?? before.end) !== before.end;
      const at = utc(now());
      if (Object.keys(fields).length > 0) {
        await changeSession(sql, id, {
          ...fields,
          ...(moved && {
            status: fields.status ?? 'rescheduled',
            days: [],
            rescheduledFrom: { start: before.start, end: before.end },
            series: before.series && { ...before.series, date: dateInSeries(before) },
          }),
          updatedAt: wallClockOf(now(), before.timezone),
        });
      }
      if (onlineLink !== undefined) await setOnlineLink(sql, id, onlineLink);
      if (moved || onlineLink !== undefined) await remindAgain(sql, id);
      const after = (await findSession(sql, id))!;
      const news: SessionNews | null =
        after.status === 'cancelled' && before.status !== 'cancelled'
          ? 'cancelled'
          : moved ||
              placeOf(after) !== placeOf(before) ||
              (before.status === 'cancelled' && after.status !== 'cancelled')
            ? 'changed'
            : null;
      const concerned =
        news && instantOf(before.start, before.timezone) > now() ? await concernedBy(sql, id) : [];
      for (const registration of concerned) {
        await tell(sql, registration, after, news!, {
          at,
          withCalendar: registration.state === 'confirmed',
        });
      }
      return concerned.length;
    });
    if (told) onMail();
    return told === undefined ? 'missing' : { told };
  }

  return { communityName, calendarFor, tell, remind, changeOf };
}

/** “jeudi 26 novembre 2026, 10:00 – 12:00 (heure de Paris)”, on the clock of the session. */
export function whenOf(
  { start, end, timezone }: Pick<StoredSession, 'start' | 'end' | 'timezone'>,
  language: Language,
): string {
  const range = whenIn(language, instantOf(start, timezone), instantOf(end, timezone), timezone);
  return `${range} (${zoneTime(language, timezone)})`;
}
