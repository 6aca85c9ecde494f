import { css, html, type TemplateResult } from 'lit';
import type { IdentityView } from '../api/identity.js';
import { shapeOf } from '../icons/community-shapes.js';

/** The shape of a community, beside its name. */
export const mark = (slug: string, identity: IdentityView | undefined): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${shapeOf(slug, identity?.shape)}></path>
  </svg>`;

/**
 * The hue of a community as the `.style` of an element with the class `hued`: the page’s own (`--f3e-hue-genre`), else the
 * community’s, else that of the accent.
 */
export function hueStyle(slug: string, identity: IdentityView | undefined): string {
  const own = typeof identity?.hue === 'number' ? `, ${identity.hue}` : '';
  return /^[a-z\d-]+$/.test(slug) ? `--_hue: var(--f3e-hue-${slug}${own})` : '';
}

/** Lightness follows the text of the page, so that marks can be seen on any page that can be read. */
export const markStyles = css`
  @supports (color: oklch(from red l c h)) {
    .hued {
      --_mark: var(
        --f3e-mark-color,
        oklch(from currentcolor clamp(0.4, l * 0.62 + 0.27, 0.84) 0.115 var(--_hue) / 1)
      );
    }
  }
  @media (prefers-contrast: more) {
    .hued {
      --_mark: var(--f3e-mark-color, currentcolor);
    }
  }
  .hued {
    --_tint: color-mix(in oklab, var(--_mark, var(--_accent)) 11%, transparent);
  }
  .mark {
    display: var(--f3e-mark-display, inline-block);
    flex: none;
    width: 0.75em;
    height: 0.75em;
    fill: var(--_mark, var(--_accent));
  }
  @media (forced-colors: active) {
    .mark {
      fill: CanvasText;
    }
  }
`;
