import { html, nothing, type TemplateResult } from 'lit';

/* eslint-disable lit-a11y/click-events-have-key-events -- what is clicked are the links inside, which have keys of their own */

/** The first box of every element: its language and direction, and whether an answer is on its way. */
export const box = (
  { language, dir, isBusy }: { language: string; dir: string; isBusy: boolean },
  content: unknown,
): TemplateResult =>
  html`<div
    class="box"
    part="base"
    lang=${language}
    dir=${dir}
    aria-busy=${isBusy}
    @click=${window === window.top ? nothing : leaveFrame}
  >
    ${content}
  </div>`;

/** Few pages may stand in a frame: from inside one, a link to another page opens a tab, and the widget stays. */
function leaveFrame(click: Event): void {
  const link = (click.target as Element).closest('a');
  if (link && !link.target && !link.getAttribute('href')?.startsWith('#')) link.target = '_blank';
}

/** The live region of an element: there and empty at first (D8). */
export const statusRegion = (message: string): TemplateResult =>
  html`<p class="visually-hidden" role="status">${message || nothing}</p>`;
