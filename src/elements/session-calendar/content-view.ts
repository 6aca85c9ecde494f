import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { monthName } from '../../i18n/dates.js';
import { agendaView } from './agenda-view.js';
import type { Scene } from './entry.js';
import type { Shown } from './scope.js';

/** “décembre 2026 : 8 séances”. */
export const toldOf = (
  months: readonly string[],
  count: number,
  { words, language }: Pick<Scene, 'words' | 'language'>,
): string => words.told(months.map((month) => monthName(language, month)).join(', '), count);

/** The list or the table, or why there is none. */
export function contentView(
  shown: Shown,
  /** Those of its sessions that are held in its months and fit the filters. */
  items: readonly SessionView[],
  scene: Scene,
  about: { view: 'agenda' | 'month'; hasFilters: boolean; showPast: boolean },
) {
  const { months, isWhole } = shown;
  const { month, tools } = scene.parts;
  const isEmpty = !items.length;
  return html`
    ${
      isEmpty
        ? (tools?.empty(shown, scene, about.hasFilters) ??
          html`<slot name="empty"><p>${toldOf(months, 0, scene)}</p></slot>`)
        : nothing
    }
    ${
      about.view === 'month'
        ? month?.draw(months[0]!, items, scene)
        : isEmpty
          ? nothing
          : agendaView(months, items, scene, about.showPast)
    }
    ${isWhole ? nothing : html`<p class="quiet">${tools?.notAll}</p>`}
  `;
}
