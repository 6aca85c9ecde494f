import { html, nothing } from 'lit';
import { heading, nextSession, type CardParts } from '../../ui/community/card-parts.js';

/** A community in a few lines: for many of them, or for little room. */
export const compactView = (parts: CardParts, hasNextSession: boolean) =>
  html`<div class="line">
    <div>${heading(parts)}</div>
    ${hasNextSession ? nextSession(parts) : nothing}
  </div>`;
