import { css, html, nothing, type TemplateResult } from 'lit';
import type { CommunityView } from '../../../api/communities.js';
import { readDetails } from '../../../api/community-details.js';
import type { CardParts, clocks, joinAction } from '../../../ui/community/card-parts.js';
import { communityCompareWords } from '../../../i18n/catalogues/community-compare.js';
import type { dayAndTimes, inDays, isoDay } from '../../../i18n/dates.js';
import { said, wordsIn, type CommunityCompareStrings } from '../../../i18n/strings.js';
import { foreign } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import { audienceOf, mainFunctions } from '../filters.js';

/** What the comparison draws with, handed over rather than imported: this chunk stays apart from the element's. */
export interface Kit {
  clocks: typeof clocks;
  joinAction: typeof joinAction;
  dayAndTimes: typeof dayAndTimes;
  inDays: typeof inDays;
  isoDay: typeof isoDay;
}

/** What of it the page wants. */
export interface Shown {
  hasNextSession: boolean;
  hasJoin: boolean;
}

/** Helps to choose among communities: a chunk of its own, fetched when a reader asks which one is for them. */
export interface Comparison {
  language: string;
  draw: (all: readonly CardParts[], about: Shown) => TemplateResult;
}

export async function comparisonIn(language: string, kit: Kit): Promise<Comparison> {
  const words = await wordsIn(communityCompareWords, language);
  return { language, draw: (all, about) => table(all, about, words, kit) };
}

/**
 * A table where there is room for one. Where there is not, each community is a block of its own: roles are spelt out,
 * since another `display` takes away those that elements have by themselves.
 */
function table(
  all: readonly CardParts[],
  { hasNextSession, hasJoin }: Shown,
  words: CommunityCompareStrings,
  kit: Kit,
): TemplateResult {
  const columns: [string, (parts: CardParts) => unknown][] = [
    [words.purpose, (parts) => purpose(parts)],
    [words.audience, (parts) => audience(parts, words)],
    [
      words.cadence,
      ({ community }) => own(community, readDetails(community.more).cadence.label) ?? words.unknown,
    ],
  ];
  if (hasNextSession) columns.push([words.next, (parts) => next(parts, kit)]);
  if (hasJoin) columns.push([words.way, (parts) => kit.joinAction(parts)]);
  return html`<table role="table" part="comparison">
    <caption>
      <strong>${words.title}</strong>
      <span class="quiet">${words.hint}</span>
    </caption>
    <thead>
      <tr role="row">
        <th scope="col" role="columnheader">${words.community}</th>
        ${columns.map(([label]) => html`<th scope="col" role="columnheader">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${all.map(
        (parts) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">
              ${link(parts.community.links.page, foreign(parts.community.name, parts.community.language), (click) => parts.onOpen('community', parts.community.slug, click))}
            </th>
            ${columns.map(
              ([label, draw]) =>
                html`<td role="cell">
                  <span class="label" aria-hidden="true">${label}</span>${draw(parts)}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const own = ({ language }: CommunityView, text: string) => (text ? foreign(text, language) : undefined);

function purpose({ community, words }: CardParts) {
  const functions = mainFunctions(community).map((kind) => said(words.functionKinds, kind));
  return html`${functions.join(', ')}${
    community.tagline ? html`<p class="quiet">${own(community, community.tagline)}</p>` : nothing
  }`;
}

function audience({ community, words }: CardParts, { unknown }: CommunityCompareStrings) {
  const code = audienceOf(community);
  const who = code ? words.audiences[code as keyof typeof words.audiences] : unknown;
  return html`${who}
    <p class="quiet">${said(words.status, community.status)}</p>`;
}

function next({ community, words, language, timeZone, now, onOpen }: CardParts, kit: Kit) {
  const session = community.nextSession;
  if (!session) return words.noNextSession;
  return html`${kit.inDays(language, kit.isoDay(session.start, timeZone), kit.isoDay(now, timeZone))}
    <p>
      ${link(
        session.page,
        html`<time datetime=${new Date(session.start).toISOString()}
            >${kit.dayAndTimes(language, session.start, session.end, session.timezone)}</time
          ><span class="unseen"> (${session.title})</span>`,
        (click) => onOpen('session', session.id, click),
      )}${kit.clocks(session, words, language, timeZone)}
    </p>`;
}

/** Adopted when the comparison is first opened. */
export const comparisonStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 0.8em;
    text-align: start;
  }
  caption strong {
    display: block;
    font-size: 1.25em;
  }
  th,
  td {
    padding-block: 0.8em;
    padding-inline: 0 1em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  th {
    font-weight: 650;
  }
  thead th {
    font-size: 0.875em;
  }
  td .label {
    display: none;
  }
  td a {
    display: inline-block;
    min-height: 24px;
  }
  td .button {
    display: inline-flex;
    padding-inline: 0.7em;
  }
  @container (max-width: 51.99em) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    tr {
      padding: 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      margin-block-end: 1em;
    }
    th,
    td {
      padding: 0.35em 0;
      border: 0;
    }
    tbody th {
      font-size: 1.125em;
    }
    td .label {
      display: block;
    }
  }
`;
