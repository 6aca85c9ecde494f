import { html, nothing, type TemplateResult } from 'lit';
import type { CommunityView } from '../../api/communities.js';
import type { SessionBriefView } from '../../api/session-brief.js';
import { emit } from '../../dom/emit.js';
import { safeUrl } from '../../dom/safe-url.js';
import { inFewDays, isoDay } from '../../i18n/format.js';
import { translateCode, type CommunityMessages } from '../../i18n/messages.js';
import { functionIcon } from '../../icons/community-functions.js';
import { handIcon } from '../../icons/hand.js';
import { lockIcon } from '../../icons/lock.js';
import { lockOpenIcon } from '../../icons/lock-open.js';
import { usersIcon } from '../../icons/users.js';
import { badge, type Tone } from '../badge.js';
import { icon } from '../icon.js';
import { langText } from '../lang-text.js';
import { link } from '../link.js';
import type {} from '../open.events.js';
import { sessionTicket } from '../session-ticket.js';
import { audienceOf } from './audience.js';
import { mark } from '../mark.js';
import { tile } from '../tile.js';

/** What the parts of a card are drawn from. */
export interface CardContext {
  community: CommunityView;
  messages: CommunityMessages;
  language: string;
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
  headingLevel: number;
  joinUrl: string;
  /** Address of a picture of the server; empty where there is none. */
  pictureAt: (path: string) => string;
  /** A reader follows a link: an event that the page may prevent. */
  onOpen: (target: OpenTarget, id: string, click: Event) => void;
}

/** Where the links of a card lead. */
export type OpenTarget = 'community' | 'join' | 'sessions' | 'resources' | 'session';

/** The mark or the picture, acronym and name. */
export function heading({ community, headingLevel, pictureAt, onOpen }: CardContext): TemplateResult {
  const { slug, acronym, name, language, links, identity, picture } = community;
  return html`<div class="lead">
    ${tile(mark(slug, identity), picture, pictureAt)}
    <div>
      ${acronym ? html`<p class="acronym">${langText(acronym, language)}</p>` : nothing}
      <p class="title" part="title" role="heading" aria-level=${headingLevel}>
        ${link(links.page, langText(name, language), (click) => onOpen('community', slug, click))}
      </p>
    </div>
  </div>`;
}

export const tagline = ({ community: { tagline, language } }: CardContext) =>
  tagline ? html`<p class="tagline">${langText(tagline, language)}</p>` : nothing;

/** The three functions, heaviest first: signs and dots to see, and words to read. */
export function functions({ community, messages }: CardContext) {
  if (!community.functions.length) return nothing;
  const sorted = [...community.functions].sort((a, b) => b.weight - a.weight);
  return html`<div class="functions">
    <ul class="strip" part="functions" aria-label=${messages.functions}>
      ${sorted.map(
        ({ kind, weight }) =>
          html`<li data-weight=${weight}>
            ${icon(functionIcon(kind))} ${translateCode(messages.functionKinds, kind)}
            <span class="visually-hidden">${messages.weights[weight - 1]}</span>
            <span class="dots" aria-hidden="true">${'●'.repeat(weight) + '○'.repeat(3 - weight)}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

const stateBadges = new Map<string, readonly [Tone, string]>([
  ['open', ['good', lockOpenIcon]],
  ['on-request', ['careful', handIcon]],
  ['closed', ['off', lockIcon]],
]);

/** Whether one may join. */
export function statusBadge({ community: { status }, messages }: CardContext) {
  const [tone, sign] = stateBadges.get(status) ?? ['neutral', handIcon];
  return status ? badge(tone, sign, translateCode(messages.status, status)) : nothing;
}

/** Whether one may join; who may, where that is not everybody. */
export function state(context: CardContext) {
  const who = audienceOf(context.community.audience);
  return html`${statusBadge(context)}
  ${who === 'both' || !who ? nothing : badge('neutral', usersIcon, context.messages.audiences[who])}`;
}

/** How far the next session is, under its label unless that stands beside it: “Prochaine séance, dans 3 jours”. */
function nextLabel(start: number, { messages, language, timeZone, now }: CardContext, hasLabel: boolean) {
  const away = inFewDays(language, isoDay(start, timeZone), isoDay(now, timeZone));
  return [hasLabel && messages.nextSession, away].filter(Boolean).join(', ');
}

/** The next session as a ticket. */
export function nextSession(context: CardContext, hasLabel = true): TemplateResult {
  const session = context.community.nextSession;
  const { messages, onOpen } = context;
  if (!session) return html`<p class="ticket quiet" part="next-session">${messages.noNextSession}</p>`;
  return sessionTicket(session, nextLabel(session.start, context, hasLabel), {
    ...context,
    facts: sessionFacts(session, messages),
    onOpen: (click) => onOpen('session', session.id, click),
  });
}

/** What became of its date, and whether one can register: with the number of places where there is one. */
function sessionFacts(session: SessionBriefView, messages: CommunityMessages): string[] {
  const { status, registrationState, seatsLeft } = session;
  return [
    status === 'rescheduled' && messages.rescheduled,
    registrationState === 'open' && seatsLeft !== null
      ? messages.placesLeft(seatsLeft)
      : registrationState && translateCode(messages.registration, registrationState),
  ].filter((fact) => typeof fact === 'string' && fact !== '') as string[];
}

/** Where a link leads: to an anchor in this page, to the page's own address, else to the one from the API. */
export const targetOf = (chosen: string, otherwise: string): string =>
  /^#[\w-]+$/.test(chosen) ? chosen : safeUrl(chosen || otherwise);

/** The link to join, in the words of the community's status; outlined where it is one of many. */
export function joinAction(
  { community, messages, joinUrl, onOpen }: CardContext,
  look: 'main' | 'outlined' = 'main',
) {
  const url = targetOf(joinUrl, community.links.join);
  if (!url) return nothing;
  const status = Object.hasOwn(messages.join, community.status)
    ? (community.status as keyof CommunityMessages['join'])
    : 'on-request';
  return html`<p class="way">
    <a
      class="button ${look}"
      part="join"
      href=${url}
      @click=${(click: Event) => onOpen('join', community.slug, click)}
      ><span
        >${messages.join[status]}<span class="visually-hidden">
          (${langText(community.name, community.language)})</span
        ></span
      ></a
    >
  </p>`;
}

/** Announces to the page where a reader goes from a card; false when it prevents it. */
export const emitOpen = (host: HTMLElement, target: OpenTarget, id: string): boolean =>
  target === 'session'
    ? emit(host, 'f3e-session-open', { session: id }, { cancelable: true })
    : emit(host, `f3e-${target}-open`, { community: id }, { cancelable: true });
