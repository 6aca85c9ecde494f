import { html, nothing } from 'lit';
import { heading, nextSession, state, tagline, type CardContext } from '../../ui/community/card-parts.js';
import { hueStyle } from '../../ui/mark.js';

/** A community in a few lines: for long directories and narrow columns. */
export const compactView = (context: CardContext, hasNextSession: boolean) =>
  html`<div class="line hued" .style=${hueStyle(context.community.slug, context.community.identity)}>
    <div>
      ${heading(context)} ${tagline(context)}
      <p class="states">${state(context)}</p>
    </div>
    ${hasNextSession ? nextSession(context) : nothing}
  </div>`;
