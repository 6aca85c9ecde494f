import { html } from 'lit';
import { dayName, isoDay } from '../../../i18n/format.js';
import type { SessionDetailsMessages } from '../../../i18n/messages.js';
import { langText } from '../../../ui/lang-text.js';
import type { SessionDialog } from '../open-session-controller.js';
import type { Related } from '../related-controller.js';
import type { RenderContext } from '../render-context.js';
import { bothClocks, factsOf, registerLink, stateView, zoneOf } from '../session-facts.js';
import { sessionDetail } from './session-detail.js';

export { sessionDetailsCatalogue as catalogue } from '../../../i18n/catalogues/session-details.js';
export { styles } from './session-detail.styles.js';

/** A session, or the form to register for it, above the page. */
export function sessionDialog(
  { session, isForm }: SessionDialog,
  context: RenderContext,
  messages: SessionDetailsMessages['detail'],
  related: Related,
  form: HTMLElement | undefined,
  onClose: (close: Event) => void,
) {
  const day = dayName(context.language, isoDay(session.start, zoneOf(context, session)), true);
  const when = html`<span class="day-name">${day}</span>, ${bothClocks(context, session, 0)}`;
  const close = (click: Event) => (click.target as HTMLElement).closest('dialog')?.close();
  return html`<dialog part="dialog" aria-labelledby="dialog-title" @close=${onClose}>
    <div class="top">
      <p class="title" id="dialog-title" role="heading" aria-level="2" tabindex="-1">
        ${isForm ? when : langText(session.title, session.language)}
      </p>
      <button class="button" type="button" @click=${close}>${messages.close}</button>
    </div>
    ${
      isForm
        ? form
        : html`<p>${when}</p>
            <p class="quiet">${factsOf(context, session)}</p>
            <p><span class="cased">${stateView(context, session)}</span></p>
            <p>${registerLink(context, session, true)}</p>
            ${sessionDetail(session, context, messages, related)}`
    }
  </dialog>`;
}
