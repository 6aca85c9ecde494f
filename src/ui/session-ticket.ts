import { css, html, nothing, type TemplateResult } from 'lit';
import type { SessionBriefView } from '../api/session-brief.js';
import { dayName, isoDay, times } from '../i18n/format.js';
import type { SessionMessages } from '../i18n/messages.js';
import { clocks } from './clocks.js';
import { dateBlock } from './date-block.js';
import { langText } from './lang-text.js';
import { link } from './link.js';
import { placeFact } from './place-fact.js';

export interface TicketContext {
  messages: Pick<SessionMessages, 'modes' | 'andOnline' | 'timeIn' | 'yourTime'>;
  language: string;
  /** The visitor's. */
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
  /** What else is known of it, in few words. */
  facts?: readonly string[];
  /** A reader follows its link. */
  onOpen?: (click: Event) => void;
}

/** A session as a ticket, under a label: its day, its title, when, on whose clock, and where. */
export function sessionTicket(
  session: SessionBriefView,
  label: unknown,
  context: TicketContext,
): TemplateResult {
  const { messages, language, timeZone, now, facts = [], onOpen } = context;
  const { start, end, timezone, title, language: own, page } = session;
  const day = isoDay(start, timezone);
  return html`<div class="ticket" part="next-session">
    ${dateBlock(language, day, isoDay(now, timeZone))}
    <div>
      ${label ? html`<p class="small quiet">${label}</p>` : nothing}
      <p class="session">${link(page, langText(title, own), onOpen)}</p>
      <p class="facts small">
        <span
          ><time datetime=${new Date(start).toISOString()}
            ><span class="visually-hidden">${dayName(language, day, true)}, </span
            >${times(language, start, end, timezone, false)}</time
          >${clocks(session, messages, language, timeZone)}</span
        >
        ${placeFact(session, messages)} ${facts.map((fact) => html`<span class="cased">${fact}</span>`)}
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
    flex: 1 1 10.5em;
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
    min-height: var(--_target);
    color: inherit;
  }
  .your-time {
    display: block;
  }
  @media (forced-colors: active) {
    .ticket {
      border: 1px solid;
    }
  }
`;
