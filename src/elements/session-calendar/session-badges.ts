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
  const { status, registration, capacity, seatsLeft, waitingList, cancellationReason } = session;
  const { state } = registration;
  if (status === 'held' || !(state || status === 'cancelled')) return nothing;
  return html`<div class="places">
    ${
      status === 'cancelled'
        ? html`${badge('off', banIcon, messages.statuses.cancelled)}
          ${cancellationReason ? html`<span class="small">${naming(cancellationReason, cancellationReason, session.language)}</span>` : nothing}`
        : capacity && seatsLeft !== null && ['open', 'waiting-list', 'full'].includes(state)
          ? state === 'open'
            ? placesMeter({ capacity, seatsLeft }, messages.placesOf(seatsLeft, capacity))
            : placesMeter(
                { capacity, seatsLeft: 0 },
                state === 'waiting-list' && waitingList
                  ? messages.fullWaiting(waitingList)
                  : translateCode(messages.registration, state),
              )
          : state === 'open'
            ? badge('good', checkIcon, translateCode(messages.registration, state))
            : html`<span class="small cased">${translateCode(messages.registration, state)}</span>`
    }
  </div>`;
}
