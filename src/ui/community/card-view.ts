import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../../i18n/strings.js';
import { foreign } from '../lang-text.js';
import { link } from '../link.js';
import type { Facts } from './lazy/community-facts.js';
import {
  about,
  fact,
  functions,
  gist,
  heading,
  joinAction,
  nextSession,
  tag,
  type CardParts,
} from './card-parts.js';

/** How much room a card has: `row` beside one another, `card` in a column, `compact` in a narrow one. */
export type CardLayout = 'card' | 'row' | 'compact';

export interface CardOptions {
  layout: CardLayout;
  hasNextSession: boolean;
  hasJoin: boolean;
  /** What it unfolds; nothing until somebody wants it. */
  facts: Facts | undefined;
  onMore: () => void;
}

/** A community as a card. */
export function cardView(
  parts: CardParts,
  { layout, hasNextSession, hasJoin, facts, onMore }: CardOptions,
): TemplateResult {
  const { community, words } = parts;
  const isCompact = layout === 'compact';
  return html`<article class="card ${layout}">
    <div class="lead">${heading(parts)} ${layout === 'card' ? about(parts) : nothing}</div>
    ${isCompact ? nothing : functions(parts)}
    <div class="way">
      ${hasNextSession ? nextSession(parts) : nothing} ${hasJoin ? joinAction(parts) : nothing}
    </div>
    ${layout === 'card' ? gist(parts) : nothing}
    <details @toggle=${onMore}>
      <summary>${words.more}<span class="unseen"> (${community.name})</span></summary>
      ${isCompact ? functions(parts) : nothing}
      ${layout === 'card' ? nothing : html`${about(parts)}${gist(parts)}`}
      ${facts?.draw(parts) ?? html`<p>${link(community.links.page, words.openPage)}</p>`}
    </details>
  </article>`;
}

/** Fetches what cards unfold, in a language: nothing when it cannot be had. */
export const factsFor = (language: string): Promise<Facts | undefined> =>
  import('./lazy/community-facts.js').then(
    ({ factsIn }) => factsIn(language, { fact, foreign, said, tag }),
    () => undefined,
  );
