import { html, nothing } from 'lit';

/** A term and its value in a list of definitions; nothing without a value. */
export const definition = (term: string, value: unknown) =>
  value
    ? html`<div>
        <dt class="label">${term}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;
