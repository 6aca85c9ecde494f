import { html, nothing, type TemplateResult } from 'lit';
import type { CommunityView, SessionBriefView } from '../../api/communities.js';
import { cityOf, dayAndTimes, inDays, languageName, sameClock, sameDay, times } from '../../i18n/format.js';
import type { CommunityCardStrings } from '../../i18n/strings.js';
import { foreign } from '../../internal/foreign.js';
import { safeUrl } from '../../internal/safe-url.js';

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
  onName: (click: Event) => void;
  onJoin: (click: Event) => void;
}

/** The phrase for a code; the code itself when a newer server knows more of them. */
const said = (phrases: object, code: string): string =>
  Object.hasOwn(phrases, code) ? (phrases as Record<string, string>)[code]! : code;

const link = (url: string, content: unknown, onClick?: (click: Event) => void) => {
  const safe = safeUrl(url);
  return safe ? html`<a href=${safe} @click=${onClick}>${content}</a>` : content;
};

/** Acronym and state, name, tagline. */
export function heading({ community, words, headingLevel, onName }: CardParts): TemplateResult {
  const { acronym, name, tagline, status, language, links } = community;
  return html`
    <p class="top">
      ${acronym ? html`<span class="acronym">${foreign(acronym, language)}</span>` : nothing}
      ${status ? html`<span class="state" data-status=${status}>${said(words.status, status)}</span>` : nothing}
    </p>
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${link(links.page, foreign(name, language), onName)}
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
    <p class="label" id="functions">${words.functions}</p>
    <ul part="functions" aria-labelledby="functions">
      ${sorted.map(
        ({ kind, weight }) => html`<li>
          <span>${said(words.functionKinds, kind)}</span>
          <span class="gauge" data-weight=${weight} aria-hidden="true"><i></i><i></i><i></i></span>
          <span class="quiet">${words.weights[weight - 1]}</span>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** The next session on the visitor's terms: how far, when, on whose clock, where, and what one can do. */
export function nextSession({ community, words, language, timeZone, now }: CardParts): TemplateResult {
  const session = community.nextSession;
  return html`<div class="next" part="next-session">
    <p class="label">${words.nextSession}</p>
    ${session
      ? html`
          <p class="session">${link(session.page, foreign(session.title, session.language))}</p>
          <p>
            <strong class="when">${inDays(language, session.start, now, timeZone)}</strong>
            <time datetime=${new Date(session.start).toISOString()}
              >${dayAndTimes(language, session.start, session.end, session.timezone)}</time
            >${clocks(session, words, language, timeZone)}
          </p>
          <p class="quiet">${sessionFacts(session, words)}</p>
        `
      : html`<p>${words.noNextSession}</p>`}
  </div>`;
}

function clocks({ start, end, timezone }: SessionBriefView, words: CommunityCardStrings, language: string, mine: string) {
  if (!timezone || sameClock(start, timezone, mine)) return nothing;
  const isOtherDay = !sameDay(start, timezone, mine);
  return html`, ${words.timeIn(cityOf(timezone))} –
    <span class="mine">${words.yourTime(times(language, start, end, mine, isOtherDay), cityOf(mine))}</span>`;
}

function sessionFacts(session: SessionBriefView, words: CommunityCardStrings): string {
  const { kind, mode, city, status, registrationState, seatsLeft } = session;
  const where = [said(words.modes, mode), city].filter(Boolean).join(', ');
  const facts = [
    kind && said(words.sessionKinds, kind),
    where,
    status === 'rescheduled' && words.rescheduled,
    registrationState && said(words.registration, registrationState),
    registrationState === 'open' && seatsLeft !== null && words.placesLeft(seatsLeft),
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Origin, need, audience, strands, rhythm, languages, facilitation, production, themes, counts and links. */
export function facts({ community, words, language }: CardParts): TemplateResult {
  const c = community;
  const own = (text: string) => foreign(text, c.language);
  const { members, nonMembers, note } = c.audience;
  const who =
    members && nonMembers
      ? words.audiences.both
      : members
        ? words.audiences.members
        : nonMembers
          ? words.audiences.nonMembers
          : '';
  const counts = [
    c.counts.upcomingSessions && words.upcoming(c.counts.upcomingSessions),
    c.counts.resources && words.resources(c.counts.resources),
    c.counts.organisations && words.organisations(c.counts.organisations),
  ].filter(Boolean);
  const english = (label: { fr: string; en: string }) =>
    language === 'en' && label.en ? label.en : own(label.fr);
  return html`
    <dl>
      ${fact(words.origin, c.origin.label && html`${own(c.origin.label)}${tag(c.origin.kind, words.originKinds)}`)}
      ${fact(words.need, c.need && said(words.needs, c.need))}
      ${fact(words.audience, (who || note) && html`${who}${who && note ? '. ' : nothing}${note ? own(note) : nothing}`)}
      ${fact(
        words.strands,
        c.strands.length > 0 &&
          html`<ul>
            ${c.strands.map(({ name, access }) => html`<li>${own(name)}${tag(access, words.access)}</li>`)}
          </ul>`,
      )}
      ${fact(words.cadence, c.cadence && own(c.cadence))}
      ${fact(
        words.languages,
        c.otherLanguages.length > 0 &&
          [c.language, ...c.otherLanguages].map((code) => languageName(language, code)).join(', '),
      )}
      ${fact(words.facilitation, c.facilitation && own(c.facilitation))}
      ${fact(words.productions, c.productions.length > 0 && joined(c.productions.map(own)))}
      ${fact(words.themes, c.themes.length > 0 && joined(c.themes.map(({ label }) => english(label))))}
      ${fact(
        words.goFurther,
        c.learningSpaces.length > 0 &&
          html`<ul>
            ${c.learningSpaces.map(
              ({ kind, label, url }) => html`<li>${link(url, own(label))}${tag(kind, words.spaces)}</li>`,
            )}
          </ul>`,
      )}
    </dl>
    ${counts.length ? html`<p class="counts quiet">${counts.join(' · ')}</p>` : nothing}
  `;
}

const fact = (label: string, value: unknown) =>
  value ? html`<div><dt class="label">${label}</dt><dd>${value}</dd></div>` : nothing;

const tag = (code: string, phrases: object) => (code ? html` <span class="quiet">(${said(phrases, code)})</span>` : nothing);

const joined = (items: readonly unknown[]) => items.map((item, i) => (i ? html`, ${item}` : item));

/** The way in, in the words of the community's state. */
export function joinAction({ community, words, joinUrl, onJoin }: CardParts) {
  const url = /^#[\w-]+$/.test(joinUrl) ? joinUrl : safeUrl(joinUrl || community.links.join);
  if (!url) return nothing;
  const label = Object.hasOwn(words.join, community.status)
    ? words.join[community.status as keyof typeof words.join]
    : words.join['on-request'];
  return html`<p>
    <a class="button" part="join" href=${url} @click=${onJoin}
      >${label}<span class="unseen"> (${foreign(community.name, community.language)})</span></a
    >
  </p>`;
}
