import { html, nothing } from 'lit';
import { dayName, isoDay } from '../../../i18n/format.js';
import type { ShownMonths } from '../sessions-request.js';
import type { RenderContext } from '../render-context.js';
import { zoneOf } from '../session-facts.js';

/** The starts of the nearest sessions on either side: among those that were asked for besides, else from the server. */
function nearest({ months, items, before, after }: ShownMonths, context: RenderContext) {
  const near: { before: number | undefined; after: number | undefined } = { before, after };
  for (const session of items) {
    const month = isoDay(session.start, zoneOf(context, session)).slice(0, 7);
    if (month < months[0]!) near.before = Math.max(session.start, near.before ?? session.start);
    if (month > months[months.length - 1]!) near.after = Math.min(session.start, near.after ?? session.start);
  }
  return near;
}

/** A way on from months without a session: to the nearest one. */
export function nearestSession(shown: ShownMonths, context: RenderContext, onMonth: (month: string) => void) {
  const { messages, language, visitorZone } = context;
  const { before, after } = nearest(shown, context);
  const at = after ?? before;
  if (at === undefined) return nothing;
  const day = isoDay(at, visitorZone);
  const label = (after === undefined ? messages.lastOn : messages.nextOn)(dayName(language, day, true));
  /** The button is removed by what it does: focus moves first to what stays. */
  const press = (click: Event) => {
    const root = (click.target as HTMLElement).getRootNode() as ShadowRoot;
    root.querySelector('select')?.focus();
    onMonth(day.slice(0, 7));
  };
  return html`<button class="button" type="button" @click=${press}>${label}</button>`;
}
