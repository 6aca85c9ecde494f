import { css, html, nothing } from 'lit';
import { count, fields, filled, instant, list, text } from '../../../api/read.js';
import { readSlot, sessionsQuestion, type SessionView } from '../../../api/sessions.js';
import { sessionDetailWords } from '../../../i18n/catalogues/session-detail.js';
import { dayAndTimes, dayName, isoDay } from '../../../i18n/dates.js';
import { dateFormat } from '../../../i18n/format.js';
import { said, wordsIn, type SessionDetailStrings } from '../../../i18n/strings.js';
import { foreign } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { clocksOf, factsOf, registerLink, stateOf, zoneOf, type Scene } from '../session-facts.js';
import { emit } from '../../../dom/emit.js';
import { dialogOf, showDialog } from './session-dialog.js';
import type { Dialog } from '../opening.js';

/** What a session unfolds, and its dialog: a chunk of its own, fetched when a reader opens one. */
export interface Detail {
  language: string;
  draw: (session: SessionView, scene: Scene) => unknown;
  /** The session whole, or its form, above the page. */
  dialog: (shown: Dialog, scene: Scene, onClose: () => void) => unknown;
  dialogOf: typeof dialogOf;
  show: typeof showDialog;
}

/** A resource that came out of a session: the link leads there, unless the page prevents it. */
function openResource(id: string, click: Event): void {
  const { host } = (click.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  if (!emit(host as HTMLElement, 'f3e-resource-open', { resource: id }, { cancelable: true }))
    click.preventDefault();
}

export async function partIn(language: string): Promise<Detail> {
  const words = await wordsIn(sessionDetailWords, language);
  const draw: Detail['draw'] = (session, scene) => detail(session, words, scene);
  return {
    language,
    draw,
    dialogOf,
    show: showDialog,
    dialog: ({ session, form }, scene, onClose) => {
      const day = dayName(scene.language, isoDay(session.start, zoneOf(scene, session)), true);
      const when = html`<span class="day-name">${day}</span>, ${clocksOf(scene, session, 0)}`;
      const close = (click: Event) => (click.target as HTMLElement).closest('dialog')?.close();
      return html`<dialog part="dialog" aria-labelledby="dialog-title" @close=${onClose}>
        <div class="top">
          <p class="title" id="dialog-title" role="heading" aria-level="2" tabindex="-1">
            ${form ? when : foreign(session.title, session.language)}
          </p>
          <button class="button" type="button" @click=${close}>${words.close}</button>
        </div>
        ${
          form ??
          html`<p>${when}</p>
            <p class="quiet">${factsOf(scene, session)}</p>
            <p class="state">${stateOf(scene, session)}</p>
            <p>${registerLink(scene, session)}</p>
            ${draw(session, scene)}`
        }
      </dialog>`;
    },
  };
}

const fact = (label: string, value: unknown) =>
  value
    ? html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

const pageLink = ({ page }: SessionView, words: SessionDetailStrings) =>
  safeUrl(page) ? html`<p>${link(page, words.page)}</p>` : nothing;

function detail(session: SessionView, words: SessionDetailStrings, scene: Scene) {
  const { language } = scene;
  const { more } = session;
  const community = scene.communities?.get(session.community);
  const own = (value: unknown) => (filled(value) ? foreign(text(value), session.language) : nothing);
  const when = (slot: { start: number; end: number }) =>
    dayAndTimes(language, slot.start, slot.end, session.timezone);
  const moved = readSlot(more['rescheduledFrom']);
  const reason = filled(more['cancellationReason']);
  return html`<div class="detail" part="detail">
    ${session.status === 'cancelled' && reason ? html`<p class="note">${words.cancelledBecause(reason)}</p>` : nothing}
    ${moved ? html`<p class="note">${words.movedFrom(when(moved))}</p>` : nothing}
    ${filled(more['summary']) ? html`<p class="summary">${own(more['summary'])}</p>` : nothing}
    ${registrationNote(session, words, scene)}
    <dl>
      ${fact(
        words.days,
        session.slots.length > 1 &&
          html`<ul>
            ${session.slots.map((slot) => html`<li>${when(slot)}</li>`)}
          </ul>`,
      )}
      ${fact(words.place, placeOf(more['place'], words))}
      ${fact(words.community, community && link(community.page, community.name))}
      ${fact(words.facilitation, filled(more['facilitation']) && own(more['facilitation']))}
    </dl>
    ${session.status === 'held' ? resources(session, words, scene) : calendarLinks(session, words)}
    ${series(session, words, scene)} ${pageLink(session, words)}
  </div>`;
}

/** What one can do now, beside the button. */
function registrationNote(session: SessionView, words: SessionDetailStrings, { language }: Scene) {
  const { registration, audience, status, more } = session;
  if (status === 'held' || status === 'cancelled') return nothing;
  const asked = fields(more['registration']);
  const on = (value: unknown) => {
    const at = instant(value);
    return at === undefined
      ? ''
      : dateFormat(language, {
          dateStyle: 'full',
          timeStyle: 'short',
          timeZone: session.timezone || undefined,
        }).format(at);
  };
  const opens = on(asked?.['opensAt']);
  const closes = on(asked?.['closesAt']);
  const waiting = count(more['waitingList']);
  const notes = [
    audience !== 'all' && Object.hasOwn(words.reserved, audience) && said(words.reserved, audience),
    more['requiresApproval'] === true && words.approval,
    registration === 'not-yet-open' && opens
      ? words.opensOn(opens)
      : Object.hasOwn(words.nobodyCanNow, registration) && said(words.nobodyCanNow, registration),
    (registration === 'open' || registration === 'waiting-list') && closes && words.closesOn(closes),
    registration === 'waiting-list' && waiting ? words.waiting(waiting) : false,
  ].filter(Boolean);
  return notes.length ? html`<p>${notes.map((note) => html`${note} `)}</p>` : nothing;
}

/** A place, with a link to a map that contacts nobody until it is followed. */
function placeOf(value: unknown, words: SessionDetailStrings) {
  const place = fields(value);
  if (!place) return undefined;
  const city = [text(place['postalCode']), text(place['city'])].filter(Boolean).join(' ');
  const address = [text(place['venue']), text(place['address']), city].filter(Boolean).join(', ');
  if (!address) return undefined;
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(
    [text(place['address']), city, text(place['country'])].filter(Boolean).join(', '),
  )}`;
  return html`${address}${place['stepFree'] === true ? ` (${words.stepFree})` : nothing}.
    <a href=${map} rel="noreferrer">${words.map}</a>`;
}

const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A file, and the two calendars on the web that take an address. */
function calendarLinks(session: SessionView, words: SessionDetailStrings) {
  if (session.status === 'cancelled') return nothing;
  const { start, end, title, page, more } = session;
  const links = fields(more['links']);
  const file = text(links?.['calendar']);
  const series = text(links?.['seriesCalendar']);
  const place = fields(more['place']);
  const where = [text(place?.['venue']), text(place?.['city'])].filter(Boolean).join(', ');
  const about = [text(more['summary']).slice(0, 500), page].filter(Boolean).join('\n\n');
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${stamp(start)}/${stamp(end)}`,
    details: about,
    location: where,
  });
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(start).toISOString(),
    enddt: new Date(end).toISOString(),
    body: about,
    location: where,
  });
  return html`<div class="ways">
    <p class="label">${words.addTo}</p>
    <ul>
      ${safeUrl(file) ? html`<li>${link(file, words.file)}</li>` : nothing}
      <li>
        <a href="https://calendar.google.com/calendar/render?${google.toString()}" rel="noreferrer">Google</a>
      </li>
      <li>
        <a href="https://outlook.live.com/calendar/0/deeplink/compose?${outlook.toString()}" rel="noreferrer"
          >Outlook</a
        >
      </li>
      ${safeUrl(series) ? html`<li>${link(series, words.seriesFile)}</li>` : nothing}
    </ul>
  </div>`;
}

/** What was asked for a session and what came of it, so that drawing it again asks nothing. */
const asked = new WeakMap<SessionView, { answer?: { value: unknown } | undefined; failedAt?: number }>();

/** After a failure, milliseconds until drawing it again asks again. */
const AGAIN_AFTER = 5_000;

/** What comes of a question, drawn in the language of the moment once it is there. */
function later<T>(
  session: SessionView,
  scene: Scene,
  ask: () => { value: T } | Promise<{ value: T }> | undefined,
  draw: (value: T) => unknown,
  otherwise: unknown,
): unknown {
  let known = asked.get(session);
  if (!known || (known.failedAt && Date.now() - known.failedAt > AGAIN_AFTER)) {
    const made: typeof known = (known = {});
    asked.set(session, made);
    const answered = async () => {
      made.answer = await ask();
    };
    void answered()
      .catch(() => (made.failedAt = Date.now()))
      .then(scene.redraw);
  }
  if (known.answer) return draw(known.answer.value as T);
  return known.failedAt ? otherwise : nothing;
}

/** A session that was held turns into what came out of it. */
function resources(session: SessionView, words: SessionDetailStrings, scene: Scene) {
  const ids = list(session.more['resources'], filled);
  if (!ids.length) return html`<p>${words.noResources}</p>`;
  const question = {
    path: `resources?id=${ids.map(encodeURIComponent).join(',')}`,
    read: (json: unknown) =>
      list(fields(json)?.['items'], (item) => {
        const it = fields(item);
        const title = filled(it?.['title']);
        return title
          ? { id: text(it?.['id']), title, url: text(it?.['url']), language: text(it?.['language']) || 'fr' }
          : undefined;
      }),
  };
  const shown = later(
    session,
    scene,
    () => scene.api?.ask(question),
    (found) =>
      html`<ul>
        ${found.map(({ id, title, url, language }) => {
          const name = foreign(title, language);
          return html`<li>${link(url, name, (click) => openResource(id, click))}</li>`;
        })}
      </ul>`,
    pageLink(session, words),
  );
  return html`<div class="ways">
    <p class="label">${words.resources}</p>
    ${shown}
  </div>`;
}

/** Where a session comes from, and the other dates of its series; it warns when the visitor's clock will change. */
function series(session: SessionView, words: SessionDetailStrings, scene: Scene) {
  const it = fields(session.more['series']);
  const id = filled(it?.['id']);
  const index = count(it?.['index']);
  const total = count(it?.['total']);
  if (!id || !index || !total) return nothing;
  const question = sessionsQuestion([
    ['series', id],
    ['limit', '100'],
  ]);
  const draw = ({ items }: { items: SessionView[] }) => {
    const coming = items.filter(
      (one) => one.id !== session.id && one.end >= session.start && one.status !== 'cancelled',
    );
    const change = firstChange([session, ...coming], scene.mine);
    const when = (one: SessionView) => dayAndTimes(scene.language, one.start, one.end, one.timezone);
    return html`${
      change
        ? html`<p class="note">
            ${words.clockChange(dayName(scene.language, isoDay(change, scene.mine), true))}
          </p>`
        : nothing
    }
    ${
      coming.length
        ? html`<details>
            <summary>${words.otherDates}</summary>
            <ul>
              ${coming.map((one) => html`<li>${link(one.page, when(one))}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
  };
  return html`<div class="series">
    <p>${words.series(index, total, text(it?.['title']))}</p>
    ${session.status === 'held' ? nothing : later(session, scene, () => scene.api?.ask(question), draw, nothing)}
  </div>`;
}

/** The first session at which the two clocks are further apart or closer than at the one before. */
export function firstChange(
  sessions: readonly { start: number; timezone: string }[],
  mine: string,
): number | undefined {
  let known: number | undefined;
  for (const { start, timezone } of sessions) {
    const apart = wall(start, timezone) - wall(start, mine);
    if (known !== undefined && apart !== known) return start;
    known = apart;
  }
  return undefined;
}

/** What the clock of a zone shows, in minutes, as if it were UTC. */
function wall(at: number, zone: string): number {
  const parts = dateFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone: zone || undefined,
  }).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.parse(isoDay(at, zone)) / 60_000 + part('hour') * 60 + part('minute');
}

/** Adopted when the first session is opened. */
export const styles = css`
  dialog {
    box-sizing: border-box;
    width: min(44em, calc(100% - 1.5em));
    max-height: calc(100% - 2em);
    padding: 1.2em;
    border: 1px solid;
    border-radius: var(--_radius);
    background: linear-gradient(var(--f3e-surface, transparent) 0 0) Canvas;
    color: var(--f3e-text, CanvasText);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 1em;
    margin-block-end: 0.8em;
  }
  dialog .title {
    font-size: 1.25em;
    font-weight: 650;
  }
  .day-name {
    display: inline-block;
  }
  .day-name::first-letter {
    text-transform: uppercase;
  }
  .detail {
    display: grid;
    gap: 0.9em;
    padding-block: 0.8em 0.4em;
    max-width: 65ch;
  }
  .detail dl,
  .ways ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.4em;
  }
  dt,
  .label {
    font-size: 0.875em;
    font-weight: 650;
  }
  .ways a,
  .detail dd a,
  .series a {
    display: inline-block;
    min-height: 24px;
  }
  .note {
    padding-inline-start: 0.8em;
    border-inline-start: 0.2em solid currentcolor;
  }
`;
