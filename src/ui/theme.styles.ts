import { css } from 'lit';

/**
 * Presets, on an element or on a provider around it. They only set the properties that a page may set, so that what the page
 * sets on the element itself comes first.
 */
export const themeStyles = css`
  :host([theme='f3e']) {
    --f3e-accent: oklch(from currentcolor clamp(0.4, l * 0.66 + 0.22, 0.84) 0.14 352 / 1);
    --f3e-surface: color-mix(in srgb, currentcolor 3%, transparent);
  }
  :host([theme='soft']) {
    --f3e-line: color-mix(in srgb, currentcolor 8%, transparent);
    --f3e-radius: 0.9em;
    --f3e-shadow: 0 1px 3px rgb(0 0 0 / 16%);
    --f3e-surface: color-mix(in srgb, currentcolor 3%, transparent);
  }
  :host([theme='contrast']) {
    --f3e-accent: CanvasText;
    --f3e-line: CanvasText;
    --f3e-mark-color: CanvasText;
    --f3e-page: Canvas;
    --f3e-quiet: CanvasText;
    --f3e-radius: 0.2em;
    --f3e-surface: Canvas;
    --f3e-text: CanvasText;
  }
  /* Readers who ask for contrast get it, unless the page chose for them. */
  @media (prefers-contrast: more) {
    .box {
      --_line: var(--f3e-line, currentcolor);
    }
    .quiet {
      color: var(--f3e-quiet, currentcolor);
    }
  }
  :host([no-marks]) {
    --f3e-mark-color: var(--f3e-accent, currentcolor);
    --f3e-mark-display: none;
  }
`;
