import { html, nothing } from 'lit';
import { monthName } from '../../i18n/dates.js';
import { agendaView } from './agenda-view.js';
import type { Held, Scene } from './session-facts.js';
import type { Shown } from './question.js';

/** “décembre 2026 : 8 séances”. */
export const toldOf = (months: readonly string[], held: Held, { words, language }: Scene): string =>
  words.told(
    months.map((month) => monthName(language, month)).join(', '),
    new Set(held.flat(2).map(({ session }) => session)).size,
  );

/** The list or the table, or why there is none. */
export function contentView(
  shown: Shown,
  /** Of its sessions that fit the filters, those of each month, by their days. */
  held: Held,
  scene: Scene,
  about: { view: 'agenda' | 'month'; hasFilters: boolean; showPast: boolean },
) {
  const { months, isWhole } = shown;
  const { month, tools } = scene.parts;
  const isEmpty = !held.flat()[0];
  return html`
    ${
      isEmpty
        ? (tools?.empty(shown, scene, about.hasFilters) ??
          html`<slot name="empty"><p>${toldOf(months, held, scene)}</p></slot>`)
        : nothing
    }
    ${
      about.view === 'month'
        ? month?.draw(months[0]!, held[0]!, scene)
        : isEmpty
          ? nothing
          : agendaView(months, held, scene, about.showPast)
    }
    ${isWhole ? nothing : html`<p class="quiet">${tools?.notAll}</p>`}
  `;
}
