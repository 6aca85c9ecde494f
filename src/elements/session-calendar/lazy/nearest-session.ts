import { css, html, nothing } from 'lit';
import { focusBeside } from '../../../dom/focus-beside.js';
import { dayName, inDays, isoDay, monthName, times } from '../../../i18n/format.js';
import { clocks } from '../../../ui/clocks.js';
import { dateBlock } from '../../../ui/date-block.js';
import { langText } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import { hueStyle, mark } from '../../../ui/mark.js';
import { placeFact } from '../../../ui/place-fact.js';
import { nextAfter } from '../next-session.js';
import type { RenderContext } from '../render-context.js';
import { registerLink, zoneOf } from '../session-facts.js';
import type { ShownMonths } from '../sessions-request.js';

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
  return goTo(day, label, onMonth);
}

function goTo(day: string, label: string, onMonth: (month: string) => void) {
  /** The button is removed by what it does: focus moves first to what stays. */
  const press = (click: Event) => {
    focusBeside(click, 'select');
    onMonth(day.slice(0, 7));
  };
  return html`<button class="button" type="button" @click=${press}>${label}</button>`;
}

/** The next session, where nothing is left of the months shown. */
export function bridge(shown: ShownMonths, context: RenderContext, onMonth: (month: string) => void) {
  const { messages, language, today, visitorZone } = context;
  const { months } = shown;
  const last = months[months.length - 1]!;
  const after = nextAfter(shown, context);
  if (!after) return nothing;
  const { brief: next, session } = after;
  const zone = zoneOf(context, next);
  const day = isoDay(next.start, zone);
  const community = shown.communities.get(next.community);
  return html`<div class="next hued" .style=${hueStyle(next.community, community?.identity)}>
    ${dateBlock(language, day, today)}
    <div>
      <p class="small">
        ${messages.nothingLeft(
          monthName(language, months[0]!),
          months.length > 1 ? monthName(language, last) : '',
          inDays(language, isoDay(next.start, visitorZone), today),
        )}
      </p>
      <p class="title">${link(next.page, langText(next.title, next.language))}</p>
      <p class="facts small">
        ${
          context.hasCommunities && community
            ? html`<span class="fact">${mark(next.community, community.identity)}${community.name}</span>`
            : nothing
        }
        <span
          ><span class="visually-hidden">${dayName(language, day, true)}, </span
          >${times(language, next.start, next.end, zone, false)}${
            context.clock === 'session' ? clocks(next, messages, language, visitorZone) : nothing
          }</span
        >
        ${placeFact(next, messages)}
      </p>
    </div>
    <p class="actions">
      ${session ? registerLink(context, session, true) : nothing}
      ${goTo(day, messages.see(monthName(language, day.slice(0, 7))), onMonth)}
    </p>
  </div>`;
}

export const styles = css`
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1.1em;
    padding: 0.75em 1em;
    border: 1px solid color-mix(in srgb, var(--_mark, currentcolor) 35%, transparent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .next > div {
    flex: 1 1 11em;
  }
  .next .title {
    font-weight: 600;
    line-height: 1.3;
  }
  .your-time {
    display: block;
  }
  .next .title a {
    display: inline-block;
    min-height: var(--_target);
    color: inherit;
  }
`;
