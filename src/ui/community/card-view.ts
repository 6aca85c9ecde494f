import { html, nothing, type TemplateResult } from 'lit';
import { chevronDownIcon } from '../../icons/chevron-down.js';
import { icon } from '../icon.js';
import { langText } from '../lang-text.js';
import { link } from '../link.js';
import {
  functions,
  heading,
  joinAction,
  nextSession,
  state,
  tagline,
  type CardContext,
} from './card-parts.js';
import { hueStyle } from '../mark.js';

/** How much room a card has: `row` beside one another, `card` in a column, `compact` in a narrow one. */
export type CardLayout = 'card' | 'row' | 'compact';

export interface CardOptions {
  layout: CardLayout;
  hasNextSession: boolean;
  hasJoin: boolean;
  /** What a card unfolds; undefined until it was fetched. */
  drawDetails: ((context: CardContext) => TemplateResult) | undefined;
  onUnfold: () => void;
}

/** A community as a card. */
export function cardView(context: CardContext, options: CardOptions): TemplateResult {
  const { community, messages } = context;
  const { slug, name, language, identity, links } = community;
  const { layout, hasNextSession, hasJoin, drawDetails, onUnfold } = options;
  return html`<article class="card hued ${layout}" .style=${hueStyle(slug, identity)}>
    ${heading(context)} ${layout === 'compact' ? nothing : [tagline(context), functions(context)]}
    ${hasNextSession ? nextSession(context) : nothing}
    <div class="foot">
      <p class="states">${state(context)}</p>
      <details @toggle=${onUnfold}>
        <summary>
          ${messages.more}<span class="visually-hidden"> (${langText(name, language)})</span
          >${icon(chevronDownIcon)}
        </summary>
        ${layout === 'compact' ? [tagline(context), functions(context)] : nothing}
        ${drawDetails?.(context) ?? html`<p>${link(links.page, messages.openPage)}</p>`}
      </details>
    </div>
    ${hasJoin ? joinAction(context) : nothing}
  </article>`;
}
