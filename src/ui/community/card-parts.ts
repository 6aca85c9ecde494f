import { html, nothing, type TemplateResult } from 'lit';
import type { CommunityView, SessionBriefView } from '../../api/communities.js';
import { cityOf, dayAndTimes, inDays, isoDay, sameDay, times } from '../../i18n/dates.js';
import { said, type CommunityCardStrings } from '../../i18n/strings.js';
import { emit } from '../../dom/emit.js';
import { foreign } from '../lang-text.js';
import type {} from '../open.events.js';
import { link } from '../link.js';
import { safeUrl } from '../../dom/safe-url.js';

/** What the pieces of a card are drawn from. */
export interface CardParts {
  community: CommunityView;
  words: CommunityCardStrings;
  language: string;
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
  headingLevel: number;
  joinUrl: string;
  /** What the card leads to: an event that the page may prevent. */
  onOpen: (what: Way, id: string, click: Event) => void;
}

/** Where a card leads. */
export type Way = 'community' | 'join' | 'sessions' | 'resources' | 'session';

/** Acronym and state, name, tagline. */
export function heading({ community, words, headingLevel, onOpen }: CardParts): TemplateResult {
  const { acronym, name, tagline, status, language, links } = community;
  return html`
    <p class="top">
      ${acronym ? html`<span class="acronym">${foreign(acronym, language)}</span>` : nothing}
      ${status ? html`<span class="state" data-status=${status}>${said(words.status, status)}</span>` : nothing}
    </p>
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${link(links.page, foreign(name, language), (click) => onOpen('community', community.slug, click))}
    </p>
    ${tagline ? html`<p class="tagline">${foreign(tagline, language)}</p>` : nothing}
  `;
}

export const about = ({ community: { description, language } }: CardParts) =>
  description ? html`<p class="about">${foreign(description, language)}</p>` : nothing;

/** The three functions, heaviest first: a gauge to see and a word to read. */
export function functions({ community, words }: CardParts) {
  if (!community.functions.length) return nothing;
  const sorted = [...community.functions].sort((a, b) => b.weight - a.weight);
  return html`<div class="functions">
    <p class="label">${words.functions}</p>
    <ul part="functions" aria-label=${words.functions}>
      ${sorted.map(
        ({ kind, weight }) =>
          html`<li>
            <span>${said(words.functionKinds, kind)}</span>
            <span class="gauge" data-weight=${weight} aria-hidden="true"><i></i><i></i><i></i></span>
            <span class="quiet">${words.weights[weight - 1]}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The next session on the visitor's terms: how far, when, on whose clock, where, and what one can do. */
export function nextSession({
  community,
  words,
  language,
  timeZone,
  now,
  onOpen,
}: CardParts): TemplateResult {
  const session = community.nextSession;
  return html`<div class="next" part="next-session">
    <p class="label">${words.nextSession}</p>
    ${
      session
        ? html`
            <p class="session">
              ${link(session.page, foreign(session.title, session.language), (click) => onOpen('session', session.id, click))}
            </p>
            <p>
              <strong class="when"
                >${inDays(language, isoDay(session.start, timeZone), isoDay(now, timeZone))}</strong
              >
              <time datetime=${new Date(session.start).toISOString()}
                >${dayAndTimes(language, session.start, session.end, session.timezone)}</time
              >${clocks(session, words, language, timeZone)}
            </p>
            <p class="quiet">${sessionFacts(session, words)}</p>
          `
        : html`<p>${words.noNextSession}</p>`
    }
  </div>`;
}

/** On whose clock the times are, and what they are on the visitor's. */
export function clocks(
  { start, end, timezone }: SessionBriefView,
  words: CommunityCardStrings,
  language: string,
  mine: string,
) {
  const isOtherDay = !sameDay(start, timezone || mine, mine);
  const here = times(language, start, end, mine, isOtherDay);
  if (!timezone || here === times(language, start, end, timezone, isOtherDay)) return nothing;
  return html` (${words.timeIn(cityOf(timezone))})<span class="when"
      >${words.yourTime(here, cityOf(mine))}</span
    >`;
}

function sessionFacts(session: SessionBriefView, words: CommunityCardStrings): string {
  const { mode, city, status, registrationState, seatsLeft } = session;
  const where = [said(words.modes, mode), city].filter(Boolean).join(', ');
  const facts = [
    where,
    status === 'rescheduled' && words.rescheduled,
    registrationState && said(words.registration, registrationState),
    registrationState === 'open' && seatsLeft !== null && words.placesLeft(seatsLeft),
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Where it comes from and who may come. */
export function gist({ community: { origin, audience, language }, words }: CardParts): TemplateResult {
  const { members, nonMembers, note } = audience;
  const { both, members: membersOnly, nonMembers: others } = words.audiences;
  const who = members ? (nonMembers ? both : membersOnly) : nonMembers ? others : '';
  return html`<dl>
    ${fact(
      words.origin,
      origin.label && html`${foreign(origin.label, language)} ${tag(origin.kind, words.originKinds)}`,
    )}
    ${fact(words.audience, (who || note) && html`${who}${who && note ? '. ' : nothing}${note && foreign(note, language)}`)}
  </dl>`;
}

export const fact = (label: string, value: unknown) =>
  value
    ? html`<div>
        <dt class="label">${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

export const tag = (code: string, phrases: object) =>
  code ? html`<span class="quiet">(${said(phrases, code)})</span>` : nothing;

/** Where a way leads: to a place in this page, to the page's own choice, else to what the API says. */
export const wayTo = (chosen: string, otherwise: string): string =>
  /^#[\w-]+$/.test(chosen) ? chosen : safeUrl(chosen || otherwise);

/** The way in, in the words of the community's state. */
export function joinAction({ community, words, joinUrl, onOpen }: CardParts) {
  const url = wayTo(joinUrl, community.links.join);
  if (!url) return nothing;
  const label = Object.hasOwn(words.join, community.status)
    ? words.join[community.status as keyof typeof words.join]
    : words.join['on-request'];
  return html`<p>
    <a
      class="button"
      part="join"
      href=${url}
      @click=${(click: Event) => onOpen('join', community.slug, click)}
      >${label}<span class="unseen"> (${foreign(community.name, community.language)})</span></a
    >
  </p>`;
}

/** Tells the page where a reader goes from a card; false when it prevents it. */
export const tellOpen = (host: HTMLElement, what: Way, id: string): boolean =>
  what === 'session'
    ? emit(host, 'f3e-session-open', { session: id }, { cancelable: true })
    : emit(host, `f3e-${what}-open`, { community: id }, { cancelable: true });
