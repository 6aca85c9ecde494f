import { html } from 'hono/html';
import type { PublishedResource, Session } from '../../src/contract/index.js';
import { placeOf } from './calendar/events.js';
import { isOpenFor } from '../submissions/registrations/form.js';
import type { Language } from '../i18n/language.js';
import { whenIn, zoneTime } from '../i18n/format-date.js';
import type { Html } from '../http/layout.js';
import { sessionPageMessages } from '../i18n/session-pages.js';

const range = (session: Session, slot: { start: string; end: string }, language: Language): string =>
  whenIn(language, Date.parse(slot.start), Date.parse(slot.end), session.timezone);

/** State of a session and what one can do now. */
function state(session: Session, language: Language): string {
  const words = sessionPageMessages(language).sessions;
  if (session.status === 'cancelled') return words.cancelled(session.cancellationReason ?? '');
  if (session.status === 'held') return words.over;
  const { state: registration, opensAt } = session.registration;
  const left =
    registration === 'open' && session.capacity !== null
      ? `. ${words.seatsLeft(Math.max(0, session.capacity - session.registered))}`
      : '';
  const opening =
    registration === 'not-yet-open' && opensAt
      ? `. ${words.opensAt(
          new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: session.timezone }).format(
            Date.parse(opensAt),
          ),
        )}`
      : '';
  return `${words.states[registration]}${left}${opening}`;
}

/** Sessions as a list of links. */
export function sessionList(sessions: readonly Session[], language: Language): Html {
  const words = sessionPageMessages(language).sessions;
  return html`<ul class="plain">
    ${sessions.map(
      (session) =>
        html`<li>
          <p>
            <strong><a href="${session.links.page}" lang="${session.language}">${session.title}</a></strong
            ><br />
            <time datetime="${session.start}">${range(session, session, language)}</time>
            (${zoneTime(language, session.timezone)})
          </p>
          <p>
            ${words.modes[session.mode]}${session.place ? html`, ${session.place.city}` : ''}.
            ${state(session, language)}
          </p>
        </li>`,
    )}
  </ul>`;
}

/** One session, whole. */
export function sessionPage(
  session: Session,
  about: {
    language: Language;
    community: { name: string; page: string; join: string };
    resources: readonly PublishedResource[];
  },
): Html {
  const { language, community, resources } = about;
  const words = sessionPageMessages(language).sessions;
  const slots = session.days.length ? session.days : [session];
  const languageName = new Intl.DisplayNames(language, { type: 'language' }).of(session.language);
  const fact = (label: string, value: Html | string) =>
    value
      ? html`<dt>${label}</dt>
          <dd>${value}</dd>`
      : '';
  const registration = session.registration.state === 'waiting-list' ? 'waiting-list' : 'open';
  return html`<p>
      <strong
        >${slots.map((slot) => html`<time datetime="${slot.start}">${range(session, slot, language)}</time><br />`)}</strong
      >
      ${zoneTime(language, session.timezone)}
    </p>
    <p class="notice">${state(session, language)}</p>
    ${
      session.rescheduledFrom
        ? html`<p>${words.rescheduled(range(session, session.rescheduledFrom, language))}</p>`
        : ''
    }
    <div lang="${session.language}"><p>${session.summary}</p></div>
    ${
      isOpenFor(session)
        ? html`<p><a class="button" href="${session.links.register}">${words.register[registration]}</a></p>`
        : ''
    }
    ${
      session.audience === 'participants' && !['held', 'cancelled'].includes(session.status)
        ? html`<p>${words.participantsOnly} <a href="${community.join}">${community.name}</a></p>`
        : ''
    }
    <p><a href="${session.links.calendar}">${words.addToCalendar}</a></p>
    ${
      session.links.seriesCalendar
        ? html`<p><a href="${session.links.seriesCalendar}">${words.addSeries(session.series!.title)}</a></p>`
        : ''
    }
    <dl>
      ${fact(words.community, html`<a href="${community.page}">${community.name}</a>`)}
      ${fact(words.place, [words.modes[session.mode], placeOf(session)].filter(Boolean).join(' – '))}
      ${fact(words.language, languageName ?? session.language)}
      ${fact(words.facilitation, session.facilitation)}
      ${fact(words.accessibility, session.accessibility.map((code) => words.access[code] ?? code).join(', '))}
    </dl>
    <p>${words.kinds[session.kind]}. ${words.audiences[session.audience]}.</p>
    ${
      resources.length
        ? html`<h2>${words.resources[session.status === 'held' ? 'held' : 'toCome']}</h2>
            <ul>
              ${resources.map(
                (resource) =>
                  html`<li lang="${resource.language}">
                    ${resource.url ? html`<a href="${resource.url}">${resource.title}</a>` : resource.title}
                  </li>`,
              )}
            </ul>`
        : ''
    }
    <p><a href="/seances">${words.back}</a></p>`;
}

/** What search engines read of a session (schema.org Event), without its online link. */
export function eventData(session: Session, communityName: string): string {
  const modes = { online: 'Online', 'in-person': 'Offline', hybrid: 'Mixed' };
  const statuses = {
    scheduled: 'EventScheduled',
    rescheduled: 'EventRescheduled',
    cancelled: 'EventCancelled',
    held: 'EventScheduled',
  };
  const { place, links } = session;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: session.title,
    description: session.summary,
    startDate: session.start,
    endDate: session.end,
    eventStatus: `https://schema.org/${statuses[session.status]}`,
    eventAttendanceMode: `https://schema.org/${modes[session.mode]}EventAttendanceMode`,
    inLanguage: session.language,
    url: links.page,
    organizer: { '@type': 'Organization', name: `F3E – ${communityName}` },
    location: place
      ? {
          '@type': 'Place',
          name: place.venue,
          address: {
            '@type': 'PostalAddress',
            streetAddress: place.address ?? undefined,
            postalCode: place.postalCode ?? undefined,
            addressLocality: place.city,
            addressCountry: place.country,
          },
        }
      : { '@type': 'VirtualLocation', url: links.page },
    ...(session.rescheduledFrom && { previousStartDate: session.rescheduledFrom.start }),
  };
  // Nothing in it may end the element that holds it.
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
