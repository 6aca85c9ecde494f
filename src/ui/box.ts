import { html, nothing, type TemplateResult } from 'lit';

/** The first box of every element: its language and direction, and whether an answer is on its way. */
export const box = (
  { language, dir, isBusy }: { language: string; dir: string; isBusy: boolean },
  content: unknown,
): TemplateResult =>
  html`<div class="box" part="base" lang=${language} dir=${dir} aria-busy=${isBusy}>${content}</div>`;

/** The live region of an element: there and empty at first (D8). */
export const statusRegion = (message: string): TemplateResult =>
  html`<p class="visually-hidden" role="status">${message || nothing}</p>`;
