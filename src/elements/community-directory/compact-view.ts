import { html, nothing } from 'lit';
import { heading, nextSession, type CardContext } from '../../ui/community/card-parts.js';

/** A community in a few lines: for long directories and narrow columns. */
export const compactView = (context: CardContext, hasNextSession: boolean) =>
  html`<div class="line">
    <div>${heading(context)}</div>
    ${hasNextSession ? nextSession(context) : nothing}
  </div>`;
