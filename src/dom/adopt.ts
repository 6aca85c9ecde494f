import type { CSSResult } from 'lit';

/** Adds a stylesheet to an element, once. */
export function adopt({ shadowRoot }: HTMLElement, { styleSheet }: CSSResult): void {
  if (styleSheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
}
