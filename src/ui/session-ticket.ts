import { css, html, type TemplateResult } from 'lit';
import type { SessionBriefView } from '../api/session-brief.js';
import { dayName, isoDay, times } from '../i18n/format.js';
import type { SessionMessages } from '../i18n/messages.js';
import { dateBlock } from './date-block.js';
import { langText } from './lang-text.js';
import { link } from './link.js';
import { placeFact } from './place-fact.js';

/** A session in few words, under a label: its day, its title, when and where. */
export function sessionTicket(
  { start, end, timezone, title, language: own, page, mode, city }: SessionBriefView,
  label: string,
  { language, ...messages }: Pick<SessionMessages, 'modes' | 'andOnline'> & { language: string },
): TemplateResult {
  const day = isoDay(start, timezone);
  return html`<div class="ticket">
    ${dateBlock(language, day, day)}
    <div>
      <p class="small quiet">${label}</p>
      <p class="session">${link(page, langText(title, own))}</p>
      <p class="facts small">
        <time datetime=${new Date(start).toISOString()}
          ><span class="visually-hidden">${dayName(language, day, true)}, </span
          >${times(language, start, end, timezone, false)}</time
        >
        ${placeFact({ mode, city }, messages)}
      </p>
    </div>
  </div>`;
}

export const ticketStyles = css`
  .ticket {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.8em;
    padding: 0.7em 0.8em;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_tint);
  }
  .ticket > div {
    flex: 1 1 8em;
  }
  .ticket .date-block {
    width: 2.9em;
  }
  .session {
    font-weight: 600;
    line-height: 1.3;
  }
  .session a {
    display: inline-block;
    min-height: 24px;
    color: inherit;
  }
  @media (forced-colors: active) {
    .ticket {
      border: 1px solid;
    }
  }
`;
