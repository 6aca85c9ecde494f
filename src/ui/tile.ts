import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PictureView } from '../api/identity.js';

/** A square before a name: a picture of the server, which makes room for the sign when it does not come; else the sign. */
export function tile(
  sign: TemplateResult,
  picture?: PictureView,
  pictureAt?: (path: string) => string,
): TemplateResult {
  const src = picture && pictureAt?.(picture.src);
  return html`<span class="tile ${src ? 'pictured' : ''}"
    >${
      src
        ? keyed(
            src,
            html`<img
              src=${src}
              alt=${picture.alt}
              width=${picture.width}
              height=${picture.height}
              loading="lazy"
              @error=${hide}
            />`,
          )
        : nothing
    }${sign}</span
  >`;
}

/** A picture that does not come, because of a policy of the page or a wrong path, makes room for the sign. */
function hide({ target }: Event): void {
  (target as HTMLImageElement).hidden = true;
}

export const tileStyles = css`
  .tile {
    display: var(--f3e-mark-display, grid);
    flex: none;
    place-items: center;
    width: 2.9em;
    height: 2.9em;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_tint);
    overflow: hidden;
  }
  .tile .mark {
    width: 1.35em;
    height: 1.35em;
  }
  .tile img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .tile img:not([hidden]) + svg {
    display: none;
  }
  @media (forced-colors: active) {
    .tile {
      border: 1px solid;
    }
  }
`;
