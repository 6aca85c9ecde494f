import { css, html, type TemplateResult } from 'lit';

/** How many of the places are taken: a bar to see, beside its words. */
export function placesMeter(
  { capacity, seatsLeft }: { capacity: number; seatsLeft: number },
  words: unknown,
): TemplateResult {
  const taken = capacity > 0 ? Math.round((100 * (capacity - seatsLeft)) / capacity) : 100;
  return html`<span class="meter"
    ><i aria-hidden="true" .style=${`--_taken: ${taken}%`}></i><span class="cased">${words}</span></span
  >`;
}

export const meterStyles = css`
  .meter {
    display: grid;
    gap: 0.3em;
    font-size: 0.8125em;
  }
  .meter i {
    height: 0.4em;
    border-radius: 1em;
    background:
      linear-gradient(var(--_mark, var(--_accent)) 0 0) var(--_from, 0) 0 / var(--_taken) 100% no-repeat,
      color-mix(in srgb, currentcolor 16%, transparent);
  }
  [dir='rtl'] {
    --_from: 100%;
  }
  @media (forced-colors: active) {
    .meter i {
      border: 1px solid;
      background: linear-gradient(CanvasText 0 0) var(--_from, 0) 0 / var(--_taken) 100% no-repeat;
      forced-color-adjust: none;
    }
  }
`;
