import { css, html, type TemplateResult } from 'lit';
import { dayParts } from '../i18n/format.js';

/** A day to find at a glance; the full date stands beside it for those who hear the page. */
export function dateBlock(language: string, day: string, today: string): TemplateResult {
  const { weekday, number, month } = dayParts(language, day, today);
  return html`<span class="date-block" aria-hidden="true"
    ><span>${weekday}</span><b>${number}</b><span>${month}</span></span
  >`;
}

export const dateBlockStyles = css`
  .date-block {
    display: grid;
    flex: none;
    align-content: start;
    justify-items: center;
    width: 3.4em;
    line-height: 1.1;
  }
  .date-block span {
    font-size: 0.8125em;
    text-align: center;
  }
  .date-block b {
    font-size: 1.75em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
`;
