import { css } from 'lit';
import { themeStyles } from './theme.styles.js';

/**
 * The first box of every root: it resets what the page set on everything, then takes back what should come from it
 * (H09). Sizes are `em`, since the page's root size may be anything.
 */
const boxStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /*
   * The box below is contained in its inline size, so it lends its host no width. Where the container takes its width
   * from the content (a dialog, a table cell, a flex row, a float), these two invisible words do: about 24 em when there
   * is room, about 10 em when there is not.
   */
  :host::before {
    content: '\\a0\\a0\\20\\a0\\a0';
    display: block;
    height: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: clamp(14px, 1em, max(24px, 1.5rem));
    letter-spacing: 4.5em;
    line-height: 0;
    text-indent: 0;
    white-space: normal;
    word-spacing: 0;
  }
  .box {
    all: initial;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--f3e-text, inherit);
    background: var(--f3e-page, none);
    color-scheme: inherit;
    cursor: inherit;
    font-family: var(--f3e-font, inherit);
    font-size: clamp(14px, 1em, max(24px, 1.5rem));
    line-height: 1.5;
    /* A word longer than its line is broken; it is not broken so that a column can be narrower. */
    overflow-wrap: break-word;
    pointer-events: inherit;
    text-align: start;
    visibility: inherit;
    --_accent: var(--f3e-accent, currentcolor);
    --_line: var(--f3e-line, color-mix(in srgb, currentcolor 22%, transparent));
    --_radius: var(--f3e-radius, 0.5em);
    /* Of what stands alone; links in a line of words are as high as it (WCAG 2.2, 2.5.5 and 2.5.8). */
    --_target: 24px;
  }
  @media (pointer: coarse) {
    .box {
      --_target: 44px;
    }
  }
  .box *,
  .box ::before {
    box-sizing: border-box;
  }
  /* A long word widens no column: it is broken where the widget itself is narrower than it. */
  .box * {
    min-width: 0;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  ul {
    list-style: none;
  }
  [role='heading'],
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--f3e-heading-font, inherit);
  }
  select,
  input {
    max-width: 100%;
  }
  input:is([type='radio'], [type='checkbox']) {
    width: 1.25em;
    height: 1.25em;
  }
  a {
    max-width: 100%;
    color: var(--_accent);
    text-decoration-thickness: 0.07em;
    text-underline-offset: 0.2em;
  }
  /* A header of the page that stays in place does not cover what has focus. */
  :focus,
  [tabindex] {
    scroll-margin-block: 6em;
  }
  :focus-visible {
    outline: max(2px, 0.15em) solid var(--f3e-focus, currentcolor);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex-shrink: 0;
    max-width: 100%;
    min-height: 44px;
    padding: 0.45em 1.1em;
    border: 0.125em solid var(--_accent);
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: normal;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  /* The one main action of a widget. Where colours cannot be derived, it is as the others are. */
  @supports (color: oklch(from red l c h)) {
    .box {
      --_accent: var(--f3e-accent, oklch(from currentcolor clamp(0.36, l * 0.66 + 0.22, 0.82) 0.105 350 / 1));
      /* Black or white, whichever can be read on the accent. */
      --_on-accent: oklch(from var(--_accent) clamp(0, (0.565 - l) * 999, 1) 0 0 / 1);
    }
    /* The accent may follow the text: the button keeps its colour, and the words have one of their own. */
    .main {
      border-color: transparent;
      background: var(--f3e-fill, var(--_accent)) border-box;
      color: inherit;
    }
    .main > span {
      color: var(--f3e-on-fill, var(--_on-accent));
    }
  }
  .icon {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.18em;
  }
  .small {
    font-size: 0.8125em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 0.9em;
  }
  /* The sign stays beside the words, however many lines they take. */
  .fact {
    display: inline-flex;
    align-items: baseline;
    gap: 0.35em;
  }
  .fact > svg {
    transform: translateY(0.18em);
  }
  .fact > .mark {
    transform: translateY(0.05em);
  }
  .cased {
    display: inline-block;
  }
  .cased::first-letter {
    text-transform: uppercase;
  }
  .button:hover,
  a:hover {
    text-decoration: underline 0.12em;
  }
  .quiet {
    color: var(--f3e-quiet, color-mix(in srgb, currentcolor 78%, transparent));
  }
  .visually-hidden:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .status {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.9em 1.1em;
    border-inline-start: 0.25em solid currentcolor;
  }
  .status .actions {
    margin-block-start: 0.7em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.7em 1.1em;
  }
  /* What comes, in outline: each box of it is drawn with bars by its element. Nothing glimmers. */
  .skeleton {
    --_bar: linear-gradient(var(--_line) 0 0);
    display: grid;
    gap: 1em;
    opacity: 0.7;
  }
  .skeleton.none {
    visibility: hidden;
  }
  .skeleton i {
    background-repeat: no-repeat;
  }
  [dir='rtl'] .skeleton {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .box {
      --_accent: LinkText;
    }
  }
`;

/** The first box, and the presets that a page chooses by name. */
export const hostStyles = [boxStyles, themeStyles];
