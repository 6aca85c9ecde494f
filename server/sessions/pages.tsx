import type { Child } from 'hono/jsx';
import type { PublishedResource, Session } from '../../src/contract/index.js';
import { Fact, LangText, Naming } from '../http/layout.js';
import { dateInWords, whenIn, zoneTime } from '../i18n/format-date.js';
import { directionOf } from '../../src/contract/text-direction.js';
import type { Language } from '../i18n/language.js';
import { sessionPageMessages } from '../i18n/session-pages.js';
import { isOpenFor } from '../submissions/registrations/form.js';
import { placeOf } from './calendar/events.js';

const range = (session: Session, slot: { start: string; end: string }, language: Language): string =>
  whenIn(language, Date.parse(slot.start), Date.parse(slot.end), session.timezone);

/** The state of a session, with free seats or the opening date. */
function stateOf(session: Session, language: Language): string {
  const messages = sessionPageMessages(language).sessions;
  if (session.status === 'cancelled') return messages.cancelled(session.cancellationReason ?? '');
  if (session.status === 'held') return messages.over;
  const { state: registration, opensAt } = session.registration;
  const left =
    registration === 'open' && session.capacity !== null
      ? `. ${messages.seatsLeft(Math.max(0, session.capacity - session.registered))}`
      : '';
  const opening =
    registration === 'not-yet-open' && opensAt
      ? `. ${messages.opensAt(
          dateInWords(language, { dateStyle: 'full', timeZone: session.timezone }, Date.parse(opensAt)),
        )}`
      : '';
  return `${messages.states[registration]}${left}${opening}`;
}

/** The reason of a cancellation says its language (A12). */
function SessionState({ session, language }: { session: Session; language: Language }) {
  const { cancellationReason: text } = session;
  const named = text ? { text, language: session.language } : undefined;
  return <Naming text={stateOf(session, language)} named={named} page={language} />;
}

/** Sessions as a list of links. */
export function SessionList({ sessions, language }: { sessions: readonly Session[]; language: Language }) {
  const messages = sessionPageMessages(language).sessions;
  return (
    <ul class="plain">
      {sessions.map((session) => (
        <li>
          <p>
            <strong>
              <a href={session.links.page}>
                <LangText text={session.title} language={session.language} page={language} />
              </a>
            </strong>
            <br />
            <time datetime={session.start}>{range(session, session, language)}</time>{' '}
            {`(${zoneTime(language, session.timezone)})`}
          </p>
          <p>
            {messages.modes[session.mode]}
            {session.place ? `, ${session.place.city}` : ''}.{' '}
            <SessionState session={session} language={language} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The sessions to come of all communities. */
export function SessionListPage({
  sessions,
  language,
  subscribe,
  next,
}: {
  sessions: readonly Session[];
  language: Language;
  subscribe: { url: string; label: string };
  /** Address of the following sessions. */
  next: string | undefined;
}) {
  const messages = sessionPageMessages(language).sessions;
  return (
    <>
      <p>{messages.intro}</p>
      <p>
        <a href={subscribe.url}>{subscribe.label}</a>
      </p>
      {sessions.length ? <SessionList sessions={sessions} language={language} /> : <p>{messages.empty}</p>}
      {next && (
        <p>
          <a rel="next" href={next}>
            {messages.following}
          </a>
        </p>
      )}
    </>
  );
}

interface SessionPageContext {
  session: Session;
  language: Language;
  community: { name: string; language: string; page: string; join: string };
  resources: readonly PublishedResource[];
}

/** One session, whole. */
export function SessionPage({ session, language, community, resources }: SessionPageContext) {
  const messages = sessionPageMessages(language).sessions;
  const slots = session.days.length ? session.days : [session];
  const isForParticipants =
    session.audience === 'participants' && !['held', 'cancelled'].includes(session.status);
  return (
    <>
      <p>
        <strong>
          {slots.map((slot) => (
            <>
              <time datetime={slot.start}>{range(session, slot, language)}</time>
              <br />
            </>
          ))}
        </strong>
        {zoneTime(language, session.timezone)}
      </p>
      <p class="notice">
        <SessionState session={session} language={language} />
      </p>
      {session.rescheduledFrom && (
        <p>{messages.rescheduled(range(session, session.rescheduledFrom, language))}</p>
      )}
      <div lang={session.language} dir={directionOf(session.language)}>
        <p>{session.summary}</p>
      </div>
      <RegisterLink session={session} language={language} />
      {isForParticipants && (
        <p>
          {messages.participantsOnly}{' '}
          <a href={community.join}>
            <LangText text={community.name} language={community.language} page={language} />
          </a>
        </p>
      )}
      <CalendarLinks session={session} language={language} />
      <SessionFacts session={session} language={language} community={community} />
      <p>{`${messages.kinds[session.kind]}. ${messages.audiences[session.audience]}.`}</p>
      <SessionResources session={session} language={language} resources={resources} />
      <p>
        <a href="/seances">{messages.back}</a>
      </p>
    </>
  );
}

type Part = Pick<SessionPageContext, 'session' | 'language'>;

function RegisterLink({ session, language }: Part) {
  if (!isOpenFor(session)) return null;
  const state = session.registration.state === 'waiting-list' ? 'waiting-list' : 'open';
  return (
    <p>
      <a class="button" href={session.links.register}>
        {sessionPageMessages(language).sessions.register[state]}
      </a>
    </p>
  );
}

function CalendarLinks({ session, language }: Part) {
  const messages = sessionPageMessages(language).sessions;
  const { calendar, seriesCalendar } = session.links;
  return (
    <>
      <p>
        <a href={calendar}>{messages.addToCalendar}</a>
      </p>
      {seriesCalendar && (
        <p>
          <a href={seriesCalendar}>
            <Naming
              text={messages.addSeries(session.series!.title)}
              named={{ text: session.series!.title, language: session.language }}
              page={language}
            />
          </a>
        </p>
      )}
    </>
  );
}

function SessionFacts({ session, language, community }: Part & Pick<SessionPageContext, 'community'>) {
  const messages = sessionPageMessages(language).sessions;
  const place = [messages.modes[session.mode], placeOf(session)].filter(Boolean).join(' – ');
  const spoken = new Intl.DisplayNames(language, { type: 'language' }).of(session.language);
  const access = session.accessibility.map((code) => messages.access[code] ?? code).join(', ');
  return (
    <dl>
      <Fact label={messages.community}>
        <a href={community.page}>
          <LangText text={community.name} language={community.language} page={language} />
        </a>
      </Fact>
      <Fact label={messages.place}>{place}</Fact>
      <Fact label={messages.language}>{spoken ?? session.language}</Fact>
      <Fact label={messages.facilitation}>
        {session.facilitation && (
          <LangText text={session.facilitation} language={session.language} page={language} />
        )}
      </Fact>
      <Fact label={messages.accessibility}>{access}</Fact>
    </dl>
  );
}

function SessionResources({ session, language, resources }: Part & Pick<SessionPageContext, 'resources'>) {
  if (!resources.length) return null;
  const messages = sessionPageMessages(language).sessions;
  const titled = ({ url, title }: PublishedResource): Child => (url ? <a href={url}>{title}</a> : title);
  return (
    <>
      <h2>{messages.resources[session.status === 'held' ? 'held' : 'toCome']}</h2>
      <ul>
        {resources.map((resource) => (
          <li lang={resource.language} dir={directionOf(resource.language)}>
            {titled(resource)}
          </li>
        ))}
      </ul>
    </>
  );
}
