import { html, nothing } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { isoDay, monthName } from '../../i18n/dates.js';
import { agendaView } from './agenda-view.js';
import { daysIn } from './dates.js';
import { zoneOf, type Scene } from './entry.js';
import type { Month } from './month-view.js';
import type { Shown } from './scope.js';
import type { Tools } from './tools.js';

/** The sessions that take place in the months, on the clock shown: the same for the list and for the table. */
export const heldIn = (
  months: readonly string[],
  sessions: readonly SessionView[],
  clocks: Pick<Scene, 'clock' | 'mine'>,
): readonly SessionView[] =>
  sessions.filter((session) =>
    months.some((month) => daysIn(session, month, zoneOf(clocks, session)).length),
  );

/** Starts of the nearest sessions on either side: of those asked for beside the months, else as the server says. */
function nearest({ months, items, before, after }: Shown, scene: Scene) {
  const near: { before: number | undefined; after: number | undefined } = { before, after };
  for (const session of items) {
    const month = isoDay(session.start, zoneOf(scene, session)).slice(0, 7);
    if (month < months[0]!) near.before = Math.max(session.start, near.before ?? session.start);
    if (month > months[months.length - 1]!) near.after = Math.min(session.start, near.after ?? session.start);
  }
  return near;
}

/** “décembre 2026 : 8 séances”. */
export const toldOf = (
  months: readonly string[],
  count: number,
  { words, language }: Pick<Scene, 'words' | 'language'>,
): string => words.told(months.map((month) => monthName(language, month)).join(', '), count);

/** The list or the table, or why there is none. */
export function contentView(about: {
  shown: Shown;
  /** Those of its sessions that are held in its months and fit the filters. */
  items: readonly SessionView[];
  scene: Scene;
  view: 'agenda' | 'month';
  /** Nothing while they are on their way. */
  month: Month | undefined;
  tools: Tools | undefined;
  tag: string;
  hasFilters: boolean;
  showPast: boolean;
  unfolded: ReadonlySet<string>;
  onUnfold: (day: string) => void;
  onClear: () => void;
  onMonth: (month: string) => void;
}) {
  const { shown, items, scene, view, month, tools } = about;
  const isEmpty = !items.length;
  const isNarrowed = about.hasFilters && heldIn(shown.months, shown.items, scene).length > 0;
  return html`
    ${
      isEmpty
        ? (tools?.empty({ ...about, ...scene, ...nearest(shown, scene), months: shown.months, isNarrowed }) ??
          html`<p>${toldOf(shown.months, 0, scene)}</p>`)
        : nothing
    }
    ${
      view === 'month'
        ? month?.draw({ ...about, month: shown.months[0]!, sessions: items })
        : isEmpty
          ? nothing
          : agendaView(shown.months, items, scene, about.showPast)
    }
    ${shown.isWhole ? nothing : html`<p class="quiet">${tools?.notAll}</p>`}
  `;
}
