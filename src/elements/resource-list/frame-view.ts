import { html, nothing } from 'lit';
import { focusBeside } from '../../dom/focus-beside.js';
import type { ResourceListMessages } from '../../i18n/messages.js';
import { facetPanel } from '../../ui/facet-panel.js';

interface Frame {
  messages: ResourceListMessages;
  /** The search form; undefined when the page leaves it out. */
  form: unknown;
  hasFacets: boolean;
  facets: unknown;
  filterCount: number;
  isOpen: boolean;
  onFold: () => void;
  content: unknown;
}

/** The search form and the facets, which stay whatever stands beside them. */
export const frameView = ({
  messages,
  form,
  hasFacets,
  facets,
  filterCount,
  isOpen,
  onFold,
  content,
}: Frame) =>
  html`<div class="frame ${hasFacets ? 'split' : ''}">
    ${form}
    ${
      hasFacets
        ? html`<a class="visually-hidden" href="#found" @click=${toResults}>${messages.toResults}</a
            >${facetPanel(
              messages.filter(filterCount),
              isOpen,
              onFold,
              facets,
              form ? '' : messages.resources,
            )}`
        : nothing
    }
    <div class="results">${content}</div>
  </div>`;

/** The way past the facets; the page keeps its address. */
function toResults(click: Event): void {
  click.preventDefault();
  focusBeside(click, '#found, [part=error] button');
}
