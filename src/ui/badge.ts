import { css, html, type TemplateResult } from 'lit';
import { icon } from './icon.js';

/** How a state feels: open, with a condition, closed, or a plain fact. */
export type Tone = 'good' | 'careful' | 'off' | 'neutral';

/** A state in a word, with its sign. */
export const badge = (tone: Tone, path: string, words: unknown): TemplateResult =>
  html`<span class="badge ${tone}">${icon(path)}<span class="cased">${words}</span></span>`;

export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.1em 0.5em;
    border: 1px solid transparent;
    border-radius: 0.9em;
    background: color-mix(in srgb, currentcolor 6%, transparent);
    font-size: 0.8125em;
    font-weight: 600;
  }
  /* Among facts that are small already. */
  .small .badge {
    font-size: 1em;
  }
  .good {
    color: oklch(from currentcolor clamp(0.38, l * 0.62 + 0.22, 0.84) 0.1 150);
  }
  .careful {
    color: oklch(from currentcolor clamp(0.38, l * 0.62 + 0.22, 0.84) 0.1 70);
  }
  .off {
    border: 1px dashed;
    background: none;
  }
  @media (forced-colors: active) {
    .badge {
      border-color: currentcolor;
    }
  }
`;
