import { html, type TemplateResult } from 'lit';

/** A sign from `src/icons`, beside the word that it stands for. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
