import { css, html, nothing, type TemplateResult } from 'lit';
import { text } from '../../../api/read.js';
import type { SessionView } from '../../../api/sessions.js';
import { sessionToolsWords } from '../../../i18n/catalogues/session-tools.js';
import { cityOf, dayName, isoDay, monthName, sameDay, times } from '../../../i18n/dates.js';
import { languageName } from '../../../i18n/language-name.js';
import { said, wordsIn, type SessionToolsStrings } from '../../../i18n/strings.js';
import { countOf, noFilters, type Filters } from '../filters.js';
import { heldIn, zoneOf, type Scene } from '../session-facts.js';
import { facetNames, filtersOf, type FacetName, type Scope, type Shown } from '../question.js';
import type { Button } from '../toolbar.js';

/** Filters, subscription, both clocks, and ways out of an empty calendar: a chunk of its own, fetched when one of them is wanted. */
export interface Tools {
  language: string;
  /** The sessions that fit what the reader chose. */
  narrowed: (sessions: readonly SessionView[], filters: Filters) => readonly SessionView[];
  filters: (
    sessions: readonly SessionView[],
    filters: Filters | undefined,
    scene: Scene,
    onChange: (filters: Filters | undefined) => void,
  ) => unknown;
  countOf: (filters: Filters) => number;
  /** What is held in the scope, as a feed at `base`. */
  subscription: (scope: Scope, base: string, onCopied: (message: string) => void) => unknown;
  /** Why there is nothing, and ways out of it. */
  empty: (shown: Shown, scene: Scene, hasFilters: boolean) => unknown;
  /** What stands after the time of a stretch where the clocks differ: whose it is, and the time on the other. */
  clocks: (scene: Scene, session: SessionView, slot: number) => string;
  /** Which of them comes first. */
  clockChoice: (scene: Scene, button: Button, onClock: (clock: Scene['clock']) => void) => TemplateResult;
  /** Said where there are more sessions than those shown. */
  notAll: string;
}

export async function partIn(language: string): Promise<Tools> {
  const words = await wordsIn(sessionToolsWords, language);
  return {
    language,
    narrowed: (sessions, filters) => sessions.filter((session) => fits(session, filters)),
    filters: (sessions, filters, scene, onChange) =>
      filterForm(sessions, filters ?? noFilters, scene, words, (next) =>
        onChange(countOf(next) ? next : undefined),
      ),
    countOf,
    subscription: (scope, base, onCopied) => subscription(feedOf(scope, base, language), words, onCopied),
    empty: (shown, scene, hasFilters) => emptyView(shown, scene, hasFilters, words),
    notAll: words.notAll,
    clocks,
    clockChoice: ({ clock, mine }, button, onClock) =>
      html`<div role="group" aria-label=${words.clock}>
        ${button(words.sessionClock, () => onClock('session'), clock === 'session')}
        ${button(words.clockOf(cityOf(mine)), () => onClock('visitor'), clock === 'visitor')}
      </div>`,
  };
}

function clocks(scene: Scene, session: SessionView, slot: number): string {
  const { words, language, mine, clock } = scene;
  const { start, end } = session.slots[slot]!;
  const own = session.timezone;
  const isOtherDay = !sameDay(start, own, mine);
  const other = (zone: string) => times(language, start, end, zone, isOtherDay);
  const timeIn = (zone: string) => `(${words.timeIn(cityOf(zone))})`;
  return clock === 'session'
    ? ` ${timeIn(own)}, ${words.yourTime(other(mine), cityOf(mine))}`
    : ` ${timeIn(mine)}, ${other(own)} ${timeIn(own)}`;
}

/** Case, accents and marks aside, as a reader types. */
const fold = (value: string) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isAvailable = ({ registration, status, audience }: SessionView) =>
  registration === 'open' && status !== 'cancelled' && status !== 'held' && audience !== 'participants';

/** Any of the values within one filter, all of the filters together. */
function fits(session: SessionView, filters: Filters, except?: FacetName | 'available'): boolean {
  const words = fold(filters.words).split(/\s+/).filter(Boolean);
  const content = words.length
    ? fold(`${session.title} ${text(session.more['summary'])} ${session.city}`)
    : '';
  return (
    facetNames.every((name) => {
      const chosen = filters.chosen.get(name);
      return name === except || !chosen?.size || chosen.has(session[name]);
    }) &&
    (except === 'available' || !filters.available || isAvailable(session)) &&
    words.every((word) => content.includes(word))
  );
}

function filterForm(
  sessions: readonly SessionView[],
  filters: Filters,
  scene: Scene,
  words: SessionToolsStrings,
  onChange: (filters: Filters) => void,
) {
  const label = (name: FacetName, value: string) => {
    const { communities, language } = scene;
    if (name === 'community') return communities?.get(value)?.name ?? value;
    if (name === 'language') return languageName(language, value);
    if (name === 'audience') return value === 'all' ? words.everyone : said(scene.words.audiences, value);
    return said(name === 'kind' ? scene.words.kinds : scene.words.modes, value);
  };
  const pick = (name: FacetName, value: string, isChosen: boolean) => {
    const values = new Set(filters.chosen.get(name));
    if (isChosen) values.add(value);
    else values.delete(value);
    onChange({ ...filters, chosen: new Map(filters.chosen).set(name, values) });
  };
  const facet = (name: FacetName) => {
    const values = new Map<string, number>();
    for (const session of sessions) {
      if (session[name])
        values.set(session[name], (values.get(session[name]) ?? 0) + (fits(session, filters, name) ? 1 : 0));
    }
    for (const value of filters.chosen.get(name) ?? []) if (!values.has(value)) values.set(value, 0);
    if (values.size < 2 && !filters.chosen.get(name)?.size) return nothing;
    return html`<fieldset>
      <legend>${words.names[name]}</legend>
      ${[...values].map(([value, number]) => box(`${label(name, value)} (${number})`, filters.chosen.get(name)?.has(value), (on) => pick(name, value, on)))}
    </fieldset>`;
  };
  const available = sessions.filter(
    (session) => isAvailable(session) && fits(session, filters, 'available'),
  ).length;
  return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <div>
      <label for="words">${words.words}</label>
      <input
        id="words"
        type="search"
        aria-describedby="words-hint"
        .value=${filters.words}
        @input=${(event: Event) => onChange({ ...filters, words: (event.target as HTMLInputElement).value })}
      />
      <p class="quiet" id="words-hint">${words.wordsHint}</p>
      ${box(`${words.available} (${available})`, filters.available, (on) => onChange({ ...filters, available: on }))}
    </div>
    ${facetNames.map(facet)}
    ${
      countOf(filters)
        ? html`<button
            class="button"
            type="button"
            @click=${(click: Event) => {
              // The button is about to go: focus stays in the form.
              ((click.target as HTMLElement).getRootNode() as ShadowRoot)
                .querySelector<HTMLElement>('#words')
                ?.focus();
              onChange(noFilters);
            }}
          >
            ${words.clearFilters}
          </button>`
        : nothing
    }
  </form>`;
}

const box = (label: string, isOn: boolean | undefined, onPick: (isOn: boolean) => void) =>
  html`<label class="choice"
    ><input
      type="checkbox"
      .checked=${Boolean(isOn)}
      @change=${(event: Event) => onPick((event.target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;

/** Address of the feed that holds the scope. */
function feedOf(scope: Scope, base: string, language: string): string {
  const query = new URLSearchParams(filtersOf(scope).filter(([, value]) => value));
  if (language !== 'fr') query.set('lang', language);
  return query.size ? `${base}?${query.toString()}` : base;
}

function subscription(feed: string, words: SessionToolsStrings, onCopied: (message: string) => void) {
  const copy = async (click: Event) => {
    const input = ((click.target as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLInputElement>(
      '#feed',
    );
    try {
      await navigator.clipboard.writeText(feed);
      onCopied(words.copied);
    } catch {
      input?.focus();
      input?.select();
      onCopied(words.notCopied);
    }
  };
  return html`<div class="subscription">
    <p>${words.copyOrFollow}</p>
    <p class="actions">
      <a class="button" href=${feed.replace(/^https?:/, 'webcal:')}>${words.follow}</a>
      <a href=${feed}>${words.download}</a>
    </p>
    <label for="feed">${words.address}</label>
    <div class="actions">
      <input id="feed" readonly dir="ltr" .value=${feed} />
      <button class="button" type="button" @click=${copy}>${words.copy}</button>
    </div>
  </div>`;
}

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

/** Nothing to show, and a way out of it: without the filters, or to the nearest session. */
function emptyView(shown: Shown, scene: Scene, hasFilters: boolean, words: SessionToolsStrings) {
  const { months, items } = shown;
  const { language, onClear, goTo } = scene;
  const { before, after } = nearest(shown, scene);
  /** The filters leave nothing of what there is. */
  const isNarrowed = hasFilters && heldIn(months, items, scene).flat().length > 0;
  const at = after ?? before;
  const day = at === undefined ? '' : isoDay(at, scene.mine);
  /** What is pressed is about to go: focus moves to what stays. */
  const way = (label: string, stays: string, act: () => void) => {
    const press = (click: Event) => {
      const root = (click.target as HTMLElement).getRootNode() as ShadowRoot;
      root.querySelector<HTMLElement>(stays)?.focus();
      act();
    };
    return html`<button class="button" type="button" @click=${press}>${label}</button>`;
  };
  const last = months.length > 1 ? monthName(language, months[months.length - 1]!) : '';
  return html`<slot name="empty">
    <div class="status">
      <p>${isNarrowed ? words.nothingFits : words.nothingIn(monthName(language, months[0]!), last)}</p>
      <p class="actions">
        ${
          isNarrowed
            ? way(words.clearFilters, '[aria-expanded]', onClear)
            : day
              ? way(
                  (after === undefined ? words.lastOn : words.nextOn)(dayName(language, day, true)),
                  'select',
                  () => goTo({ month: day.slice(0, 7) }),
                )
              : nothing
        }
      </p>
    </div>
  </slot>`;
}

/** Adopted when one of them is first wanted. */
export const styles = css`
  .filters,
  .subscription {
    display: grid;
    gap: 0.9em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @container (min-width: 40em) {
    .filters {
      align-items: start;
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    }
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  label:not(.choice) {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.2em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    min-width: 18px;
    min-height: 18px;
    margin: 0;
    accent-color: var(--f3e-accent, auto);
  }
  input:not([type='checkbox']) {
    flex: 1 1 14em;
    width: 100%;
    min-height: 44px;
    padding: 0.5em 0.7em;
    border: 1px solid color-mix(in srgb, currentcolor 68%, transparent);
    border-radius: var(--_radius);
    background: var(--f3e-field, transparent);
    color: inherit;
    font: inherit;
  }
`;
