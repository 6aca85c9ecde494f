import { html, nothing, type TemplateResult } from 'lit';
import { link } from '../link.js';
import {
  description,
  functions,
  heading,
  joinAction,
  nextSession,
  originAndAudience,
  type CardContext,
} from './card-parts.js';
import { langText } from '../lang-text.js';

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
  const { layout, hasNextSession, hasJoin, drawDetails, onUnfold } = options;
  const isCard = layout === 'card';
  const isCompact = layout === 'compact';
  return html`<article class="card ${layout}">
    <div class="lead">${heading(context)} ${isCard ? description(context) : nothing}</div>
    ${isCompact ? nothing : functions(context)}
    <div class="way">
      ${hasNextSession ? nextSession(context) : nothing} ${hasJoin ? joinAction(context) : nothing}
    </div>
    ${isCard ? originAndAudience(context) : nothing}
    <details @toggle=${onUnfold}>
      <summary>
        ${messages.more}<span class="visually-hidden">
          (${langText(community.name, community.language)})</span
        >
      </summary>
      ${isCompact ? functions(context) : nothing}
      ${isCard ? nothing : html`${description(context)}${originAndAudience(context)}`}
      ${drawDetails?.(context) ?? html`<p>${link(community.links.page, messages.openPage)}</p>`}
    </details>
  </article>`;
}
