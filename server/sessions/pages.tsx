import type { Child } from 'hono/jsx';
import type { Identity, PublishedResource, Session } from '../../src/contract/index.js';
import { directionOf } from '../../src/contract/text-direction.js';
import { typeset } from '../../src/contract/typeset.js';
import type { StoredCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import { Fact, LangText, Naming } from '../http/layout.js';
import { Badge, DateBlock, Mark, Meter, PlaceFact } from '../http/parts.js';
import { dateInWords, hoursIn, isOneDay, monthIn, whenIn, zoneTime } from '../i18n/format-date.js';
import { languageName } from '../i18n/language-name.js';
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

/** Communities by their slug. */
export type CommunitiesBySlug = ReadonlyMap<string, StoredCommunity>;

/** Sessions by month, each at one glance: the day, when and where, its title, whose it is, and whether there is a place. */
export function SessionList({
  sessions,
  communities,
  isBelowHeading = false,
  language,
}: {
  sessions: readonly Session[];
  /** Whether a heading of the page says already that they are sessions. */
  isBelowHeading?: boolean;
  /** None where all of them are of the community that the page is about. */
  communities?: CommunitiesBySlug;
  language: Language;
}) {
  const months = new Map<string, Session[]>();
  for (const session of sessions) {
    const month = monthIn(language, Date.parse(session.start), session.timezone);
    months.set(month, [...(months.get(month) ?? []), session]);
  }
  return (
    <>
      {[...months].map(([month, of]) => (
        <section>
          {isBelowHeading ? <h3 class="month">{month}</h3> : <h2 class="month">{month}</h2>}
          <ul class="plain">
            {of.map((session) => (
              <SessionRow
                session={session}
                community={communities?.get(session.community)}
                language={language}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function SessionRow({
  session,
  community,
  language,
}: {
  session: Session;
  community: StoredCommunity | undefined;
  language: Language;
}) {
  const messages = sessionPageMessages(language).sessions;
  const { start, end, timezone, mode, place, status, title } = session;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return (
    <li class={status === 'cancelled' ? 'row cancelled' : 'row'}>
      <DateBlock at={from} zone={timezone} language={language} />
      <div>
        <p class="facts">
          <span>
            <time datetime={start}>
              {isOneDay(from, to, timezone) ? (
                <>
                  <span class="aside">
                    {dateInWords(language, { dateStyle: 'full', timeZone: timezone }, from)},{' '}
                  </span>
                  <span class="whole">{hoursIn(language, from, to, timezone)}</span>
                </>
              ) : (
                range(session, session, language)
              )}
            </time>{' '}
            {`(${zoneTime(language, timezone)})`}
          </span>
          <PlaceFact mode={mode}>
            {messages.modes[mode]}
            {place ? `, ${place.city}` : ''}
          </PlaceFact>
        </p>
        <p class="title">
          <a href={session.links.page}>
            <LangText text={title} language={session.language} page={language} />
          </a>
        </p>
        <p class="facts quiet">
          {community && (
            <span class="fact">
              <Mark slug={community.slug} identity={community.identity} />
              <LangText text={communityName(community)} language={community.language} page={language} />
            </span>
          )}
          <span>{messages.kinds[session.kind]}</span>
          {session.language !== language && (
            <Badge tone="neutral">{languageName(language, session.language)}</Badge>
          )}
        </p>
      </div>
      <p class="places">
        <SessionPlaces session={session} language={language} />
      </p>
    </li>
  );
}

/** The places that are taken, or the state in words. */
function SessionPlaces({ session, language }: { session: Session; language: Language }) {
  const { status, registration, capacity, registered } = session;
  const words = <SessionState session={session} language={language} />;
  if (status === 'cancelled') return <Badge tone="off">{words}</Badge>;
  if (
    status === 'held' ||
    capacity === null ||
    !['open', 'waiting-list', 'full'].includes(registration.state)
  )
    return words;
  return (
    <Meter taken={registration.state === 'open' ? registered : capacity} of={capacity}>
      {words}
    </Meter>
  );
}

/** The sessions to come of all communities. */
export function SessionListPage({
  sessions,
  communities,
  chosen,
  language,
  subscribe,
  next,
}: {
  sessions: readonly Session[];
  communities: CommunitiesBySlug;
  /** The community whose sessions they are; all when undefined. */
  chosen: string | undefined;
  language: Language;
  subscribe: { url: string; label: string };
  /** Address of the following sessions. */
  next: string | undefined;
}) {
  const messages = sessionPageMessages(language).sessions;
  const query = (community = '') => {
    const params = new URLSearchParams({
      ...(community && { community }),
      ...(language !== 'fr' && { lang: language }),
    }).toString();
    return params && `?${params}`;
  };
  return (
    <>
      <p>{messages.intro}</p>
      <ul class="chips">
        <li>
          <a href={`/seances${query()}`} aria-current={chosen ? undefined : 'page'}>
            {messages.everything}
          </a>
        </li>
        {[...communities.values()].map((community) => (
          <li>
            <a
              href={`/seances${query(community.slug)}`}
              aria-current={chosen === community.slug ? 'page' : undefined}
            >
              <Mark slug={community.slug} identity={community.identity} />
              <LangText text={communityName(community)} language={community.language} page={language} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={subscribe.url}>{subscribe.label}</a>
      </p>
      {sessions.length ? (
        <SessionList sessions={sessions} communities={communities} language={language} />
      ) : (
        <p>{messages.empty}</p>
      )}
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
  community: {
    slug: string;
    name: string;
    language: string;
    page: string;
    join: string;
    identity: Identity | undefined;
  };
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
      <div class="row ticket">
        <DateBlock at={Date.parse(session.start)} zone={session.timezone} language={language} />
        <div>
          <p class="facts">
            <span class="fact">
              <Mark slug={community.slug} identity={community.identity} />
              <a href={community.page}>
                <LangText text={community.name} language={community.language} page={language} />
              </a>
            </span>
          </p>
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
        </div>
        <p class={session.status === 'cancelled' ? 'places cancelled' : 'places'}>
          <SessionPlaces session={session} language={language} />
        </p>
      </div>
      {session.rescheduledFrom && (
        <p>{messages.rescheduled(range(session, session.rescheduledFrom, language))}</p>
      )}
      <div lang={session.language} dir={directionOf(session.language)}>
        <p>{typeset(session.summary, session.language)}</p>
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
  const spoken = languageName(language, session.language);
  const access = session.accessibility.map((code) => messages.access[code] ?? code).join(', ');
  return (
    <dl>
      <Fact label={messages.community}>
        <a href={community.page}>
          <LangText text={community.name} language={community.language} page={language} />
        </a>
      </Fact>
      <Fact label={messages.place}>{place}</Fact>
      <Fact label={messages.language}>{spoken}</Fact>
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
