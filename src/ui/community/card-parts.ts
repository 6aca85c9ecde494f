import { html, nothing, type TemplateResult } from 'lit';
import type { CommunityView, SessionBriefView } from '../../api/communities.js';
import { emit } from '../../dom/emit.js';
import { safeUrl } from '../../dom/safe-url.js';
import { cityOf, dayAndTimes, inDays, isoDay, sameDay, times } from '../../i18n/format.js';
import { translateCode, type CommunityMessages } from '../../i18n/messages.js';
import { definition } from '../definition.js';
import { langText } from '../lang-text.js';
import { link } from '../link.js';
import type {} from '../open.events.js';

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
  /** A reader follows a link: an event that the page may prevent. */
  onOpen: (target: OpenTarget, id: string, click: Event) => void;
}

/** Where the links of a card lead. */
export type OpenTarget = 'community' | 'join' | 'sessions' | 'resources' | 'session';

/** Acronym and status, name, tagline. */
export function heading({ community, messages, headingLevel, onOpen }: CardContext): TemplateResult {
  const { acronym, name, tagline, status, language, links } = community;
  return html`
    <p class="top">
      ${acronym ? html`<span class="acronym">${langText(acronym, language)}</span>` : nothing}
      ${status ? html`<span class="state" data-status=${status}>${translateCode(messages.status, status)}</span>` : nothing}
    </p>
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${link(links.page, langText(name, language), (click) => onOpen('community', community.slug, click))}
    </p>
    ${tagline ? html`<p class="tagline">${langText(tagline, language)}</p>` : nothing}
  `;
}

export const description = ({ community: { description, language } }: CardContext) =>
  description ? html`<p class="about">${langText(description, language)}</p>` : nothing;

/** The three functions, heaviest first: a gauge to see and a word to read. */
export function functions({ community, messages }: CardContext) {
  if (!community.functions.length) return nothing;
  const sorted = [...community.functions].sort((a, b) => b.weight - a.weight);
  return html`<div class="functions">
    <p class="label">${messages.functions}</p>
    <ul part="functions" aria-label=${messages.functions}>
      ${sorted.map(
        ({ kind, weight }) =>
          html`<li>
            <span>${translateCode(messages.functionKinds, kind)}</span>
            <span class="gauge" data-weight=${weight} aria-hidden="true"><i></i><i></i><i></i></span>
            <span class="quiet">${messages.weights[weight - 1]}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The next session: how far, when, on whose clock, where, and whether one can register. */
export function nextSession({
  community,
  messages,
  language,
  timeZone,
  now,
  onOpen,
}: CardContext): TemplateResult {
  const session = community.nextSession;
  return html`<div class="next" part="next-session">
    <p class="label">${messages.nextSession}</p>
    ${
      session
        ? html`
            <p class="session">
              ${link(session.page, langText(session.title, session.language), (click) => onOpen('session', session.id, click))}
            </p>
            <p>
              <strong class="when"
                >${inDays(language, isoDay(session.start, timeZone), isoDay(now, timeZone))}</strong
              >
              <time datetime=${new Date(session.start).toISOString()}
                >${dayAndTimes(language, session.start, session.end, session.timezone)}</time
              >${clocks(session, messages, language, timeZone)}
            </p>
            <p class="quiet">${sessionFacts(session, messages)}</p>
          `
        : html`<p>${messages.noNextSession}</p>`
    }
  </div>`;
}

/** Whose clock the times are on, and the visitor's time when it differs. */
export function clocks(
  { start, end, timezone }: SessionBriefView,
  messages: CommunityMessages,
  language: string,
  visitorZone: string,
) {
  const isOtherDay = !sameDay(start, timezone || visitorZone, visitorZone);
  const here = times(language, start, end, visitorZone, isOtherDay);
  if (!timezone || here === times(language, start, end, timezone, isOtherDay)) return nothing;
  return html` (${messages.timeIn(cityOf(timezone))})<span class="when"
      >${messages.yourTime(here, cityOf(visitorZone))}</span
    >`;
}

function sessionFacts(session: SessionBriefView, messages: CommunityMessages): string {
  const { mode, city, status, registrationState, seatsLeft } = session;
  const where = [translateCode(messages.modes, mode), city].filter(Boolean).join(', ');
  const facts = [
    where,
    status === 'rescheduled' && messages.rescheduled,
    registrationState && translateCode(messages.registration, registrationState),
    registrationState === 'open' && seatsLeft !== null && messages.placesLeft(seatsLeft),
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Where the community comes from and who may come. */
export function originAndAudience({ community, messages }: CardContext): TemplateResult {
  const { origin, audience, language } = community;
  const { members, nonMembers, note } = audience;
  const { both, members: membersOnly, nonMembers: others } = messages.audiences;
  const who = members ? (nonMembers ? both : membersOnly) : nonMembers ? others : '';
  return html`<dl>
    ${definition(
      messages.origin,
      origin.label && html`${langText(origin.label, language)} ${codeTag(origin.kind, messages.originKinds)}`,
    )}
    ${definition(
      messages.audience,
      (who || note) && html`${who}${who && note ? '. ' : nothing}${note && langText(note, language)}`,
    )}
  </dl>`;
}

/** A code in words, in brackets. */
export const codeTag = (code: string, phrases: object) =>
  code ? html`<span class="quiet">(${translateCode(phrases, code)})</span>` : nothing;

/** Where a link leads: to an anchor in this page, to the page's own address, else to the one from the API. */
export const targetOf = (chosen: string, otherwise: string): string =>
  /^#[\w-]+$/.test(chosen) ? chosen : safeUrl(chosen || otherwise);

/** The link to join, in the words of the community's status. */
export function joinAction({ community, messages, joinUrl, onOpen }: CardContext) {
  const url = targetOf(joinUrl, community.links.join);
  if (!url) return nothing;
  const status = Object.hasOwn(messages.join, community.status)
    ? (community.status as keyof CommunityMessages['join'])
    : 'on-request';
  return html`<p>
    <a
      class="button"
      part="join"
      href=${url}
      @click=${(click: Event) => onOpen('join', community.slug, click)}
      >${messages.join[status]}<span class="visually-hidden">
        (${langText(community.name, community.language)})</span
      ></a
    >
  </p>`;
}

/** Announces to the page where a reader goes from a card; false when it prevents it. */
export const emitOpen = (host: HTMLElement, target: OpenTarget, id: string): boolean =>
  target === 'session'
    ? emit(host, 'f3e-session-open', { session: id }, { cancelable: true })
    : emit(host, `f3e-${target}-open`, { community: id }, { cancelable: true });
