import { css, html, type TemplateResult } from 'lit';
import type { CommunityView } from '../../../api/communities.js';
import { dayAndTimes, inDays, isoDay } from '../../../i18n/format.js';
import { translateCode, type CommunityDetailsMessages } from '../../../i18n/messages.js';
import { audienceOf } from '../../../ui/community/audience.js';
import { clocks, joinAction, type CardContext } from '../../../ui/community/card-parts.js';
import { langText } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import { mainFunctions } from '../filters.js';

export { communityDetailsCatalogue as catalogue } from '../../../i18n/catalogues/community-details.js';

type ComparisonMessages = CommunityDetailsMessages['comparison'];

interface Options {
  hasNextSession: boolean;
  hasJoin: boolean;
}

/**
 * A table that helps to choose. Where there is too little room for columns, each community is a block of its own: roles are
 * spelt out, since another `display` takes away those that elements have by themselves.
 */
export function comparisonTable(
  cards: readonly CardContext[],
  messages: ComparisonMessages,
  { hasNextSession, hasJoin }: Options,
): TemplateResult {
  const columns: [string, (card: CardContext) => unknown][] = [
    [messages.purpose, purpose],
    [messages.audience, (card) => audience(card, messages)],
    [messages.cadence, ({ community }) => own(community, community.cadence.label) ?? messages.unknown],
  ];
  if (hasNextSession) columns.push([messages.next, nextSession]);
  if (hasJoin) columns.push([messages.way, joinAction]);
  return html`<table role="table" part="comparison">
    <caption>
      <strong>${messages.title}</strong>
      <span class="quiet">${messages.hint}</span>
    </caption>
    <thead>
      <tr role="row">
        <th scope="col" role="columnheader">${messages.community}</th>
        ${columns.map(([label]) => html`<th scope="col" role="columnheader">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${cards.map((card) => {
        const { slug, name, language, links } = card.community;
        return html`<tr role="row">
          <th scope="row" role="rowheader">
            ${link(links.page, langText(name, language), (click) => card.onOpen('community', slug, click))}
          </th>
          ${columns.map(
            ([label, draw]) =>
              html`<td role="cell"><span class="label" aria-hidden="true">${label}</span>${draw(card)}</td>`,
          )}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

const own = ({ language }: CommunityView, text: string) => (text ? langText(text, language) : undefined);

function purpose({ community, messages }: CardContext) {
  const functions = mainFunctions(community).map((kind) => translateCode(messages.functionKinds, kind));
  return html`${functions.join(', ')}${
    community.tagline && html`<p class="quiet">${own(community, community.tagline)}</p>`
  }`;
}

function audience({ community, messages }: CardContext, { unknown }: ComparisonMessages) {
  const who = audienceOf(community.audience);
  return html`${who ? messages.audiences[who] : unknown}
    <p class="quiet">${translateCode(messages.status, community.status)}</p>`;
}

function nextSession({ community, messages, language, timeZone, now, onOpen }: CardContext) {
  const session = community.nextSession;
  if (!session) return messages.noNextSession;
  return html`${inDays(language, isoDay(session.start, timeZone), isoDay(now, timeZone))}
    <p>
      ${link(
        session.page,
        html`<time datetime=${new Date(session.start).toISOString()}
            >${dayAndTimes(language, session.start, session.end, session.timezone, isoDay(now, timeZone))}</time
          ><span class="visually-hidden"> (${langText(session.title, session.language)})</span>`,
        (click) => onOpen('session', session.id, click),
      )}${clocks(session, messages, language, timeZone)}
    </p>`;
}

export const styles = css`
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
