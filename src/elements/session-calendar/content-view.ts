import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { agendaView } from './agenda-view.js';
import { daysIn } from './dates.js';
import { emptyView } from './empty-view.js';
import { zoneOf, type Scene } from './entry.js';
import type { Month } from './month-view.js';
import type { Shown } from './scope.js';

/** The sessions that take place in the months, on the clock shown: the same for the list and for the table. */
export const heldIn = (
  months: readonly string[],
  sessions: readonly SessionView[],
  clocks: Pick<Scene, 'clock' | 'mine'>,
): readonly SessionView[] =>
  sessions.filter((session) =>
    months.some((month) => daysIn(session, month, zoneOf(clocks, session)).length),
  );

/** The list or the table, or why there is none. */
export function contentView(about: {
  shown: Shown;
  /** Those of its sessions that are held in its months and fit the filters. */
  items: readonly SessionView[];
  scene: Scene;
  view: 'agenda' | 'month';
  /** Nothing while it is on its way. */
  month: Month | undefined;
  tag: string;
  isNarrowed: boolean;
  showPast: boolean;
  unfolded: ReadonlySet<string>;
  onUnfold: (day: string) => void;
  onClear: () => void;
  onMonth: (month: string) => void;
}) {
  const { shown, items, scene, view, month } = about;
  const isEmpty = !items.length;
  return html`
    ${isEmpty ? emptyView({ ...about, ...shown, ...scene }) : nothing}
    ${
      view === 'month'
        ? month?.draw({ ...about, month: shown.months[0]!, sessions: items })
        : isEmpty
          ? nothing
          : agendaView(shown.months, items, scene, about.showPast)
    }
    ${shown.isWhole ? nothing : html`<p class="quiet">${scene.words.notAll}</p>`}
  `;
}
