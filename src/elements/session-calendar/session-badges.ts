import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { isoDay, shortDay } from '../../i18n/format.js';
import { translateCode } from '../../i18n/messages.js';
import { accessibilityIcon } from '../../icons/accessibility.js';
import { banIcon } from '../../icons/ban.js';
import { calendarClockIcon } from '../../icons/calendar-clock.js';
import { checkIcon } from '../../icons/check.js';
import { badge } from '../../ui/badge.js';
import { mark } from '../../ui/mark.js';
import { icon } from '../../ui/icon.js';
import { naming } from '../../ui/lang-text.js';
import { placesMeter } from '../../ui/places-meter.js';
import type { RenderContext } from './render-context.js';

/** Whose session it is, its kind, for whom, and how many accessibility provisions it has: their names for who hears them. */
export function aboutFacts(context: RenderContext, session: SessionView) {
  const { messages, communities, hasCommunities } = context;
  const { community, kind, audience, accessibility } = session;
  const named = communities?.get(community);
  const provisions = accessibility.map((code) => translateCode(messages.access, code));
  return html`${
    hasCommunities && community
      ? html`<span class="fact">${mark(community, named?.identity)}${named?.name ?? community}</span>`
      : nothing
  }
  ${kind ? html`<span class="cased">${translateCode(messages.kinds, kind)}</span>` : nothing}
  ${audience && audience !== 'all' ? html`<span class="cased">${translateCode(messages.audiences, audience)}</span>` : nothing}
  ${
    provisions.length
      ? html`<span class="fact"
          >${icon(accessibilityIcon)}${
            provisions.length === 1
              ? html`<span class="cased">${provisions[0]}</span>`
              : html`<span aria-hidden="true">${messages.provisions(provisions.length)}</span
                  ><span class="visually-hidden">${provisions.join(', ')}</span>`
          }</span
        >`
      : nothing
  }`;
}

/** That a session was moved, and from when. */
export function movedBadge({ messages, language }: RenderContext, session: SessionView) {
  const { status, rescheduledFrom, timezone } = session;
  if (status !== 'rescheduled') return nothing;
  return badge(
    'careful',
    calendarClockIcon,
    rescheduledFrom
      ? messages.moved(shortDay(language, isoDay(rescheduledFrom.start, timezone)))
      : messages.statuses.rescheduled,
  );
}

/** Whether a place can be had: the places that are taken, or a word. */
export function placesView({ messages }: RenderContext, session: SessionView) {
  const { status, registration, capacity, seatsLeft } = session;
  const { state } = registration;
  if (status === 'cancelled') return html`<div class="places">${cancelledBadge(messages, session)}</div>`;
  if (status === 'held' || !state) return nothing;
  const hasPlaces = capacity && seatsLeft !== null && ['open', 'waiting-list', 'full'].includes(state);
  return html`<div class="places">
    ${hasPlaces ? meterOf(messages, session, capacity, seatsLeft) : stateWord(messages, state)}
  </div>`;
}

type Messages = RenderContext['messages'];

const cancelledBadge = ({ statuses }: Messages, { cancellationReason: reason, language }: SessionView) =>
  html`${badge('off', banIcon, statuses.cancelled)}
  ${reason ? html`<span class="small">${naming(reason, reason, language)}</span>` : nothing}`;

/** A session that is full has no place left, whatever was freed for who waits. */
function meterOf(
  messages: Messages,
  { registration: { state }, waitingList }: SessionView,
  capacity: number,
  seatsLeft: number,
) {
  if (state === 'open') return placesMeter({ capacity, seatsLeft }, messages.placesOf(seatsLeft, capacity));
  const waits = state === 'waiting-list' && waitingList;
  const words = waits ? messages.fullWaiting(waits) : translateCode(messages.registration, state);
  return placesMeter({ capacity, seatsLeft: 0 }, words);
}

function stateWord({ registration }: Messages, state: string) {
  const words = translateCode(registration, state);
  return state === 'open' ? badge('good', checkIcon, words) : html`<span class="small cased">${words}</span>`;
}
