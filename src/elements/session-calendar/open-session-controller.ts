import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import type { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { emit } from '../../dom/emit.js';
import { safeUrl } from '../../dom/safe-url.js';
import { directionOf } from '../../i18n/format.js';
import type {} from './session-calendar.events.js';

type OpenSessionHost = ReactiveControllerHost & HTMLElement;

/** What the dialog shows: a session, or the form to register for it. */
export interface SessionDialog {
  session: SessionView;
  isForm: boolean;
}

/** Which session is open: unfolded in the list, or in a dialog, itself or its form. */
export class OpenSessionController implements ReactiveController {
  /** Identifier of the session unfolded in the list; empty for none. */
  unfolded = '';
  dialog: SessionDialog | null = null;

  #host: OpenSessionHost;
  #part: LazyPartController<object>;
  #shown: SessionDialog | null = null;
  /** Forms that were opened, by session: what was typed stays while the calendar lives. */
  #forms = new Map<string, HTMLElement>();
  /** Those that were sent: the next one begins anew. */
  #sent = new Set<string>();

  /** `part` draws the dialog. */
  constructor(host: OpenSessionHost, part: LazyPartController<object>) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  /** Opens the dialog once it is drawn; focus goes to its title (D4). */
  hostUpdated(): void {
    const dialog = this.dialog && this.#host.shadowRoot!.querySelector('dialog');
    if (this.#shown === this.dialog || (this.dialog && !dialog)) return;
    this.#shown = this.dialog;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('.title')?.focus();
  }

  /** In the list a session unfolds in its place; in the month it opens in the dialog. */
  open = (session: SessionView, event: Event): void => {
    if (event.type === 'click') {
      void this.#openDialog('f3e-session-open', { session, isForm: false }, event as MouseEvent);
      return;
    }
    const details = event.target as HTMLDetailsElement;
    const isUnfolded = this.unfolded === session.id;
    if (details.open === isUnfolded) return;
    if (isUnfolded) this.unfolded = '';
    else if (emit(this.#host, 'f3e-session-open', { session: session.id }, { cancelable: true })) {
      this.unfolded = session.id;
    } else details.open = false;
    this.#host.requestUpdate();
  };

  register = (session: SessionView, click: Event): void => {
    for (const id of this.#sent) this.#forms.delete(id);
    this.#sent.clear();
    void this.#openDialog('f3e-register-open', { session, isForm: true }, click as MouseEvent);
  };

  /** The sessions whose details are displayed; a dialog with the form displays none. */
  sessionsIn(items: readonly SessionView[]): SessionView[] {
    const inList = items.find(({ id }) => id === this.unfolded);
    const { dialog } = this;
    return [inList, dialog && !dialog.isForm ? dialog.session : undefined].filter((one) => one !== undefined);
  }

  /** The form of a session, with the answers that were typed before. */
  formOf({ id, title, language, links }: SessionView, endpoint: string | undefined): HTMLElement {
    let form = this.#forms.get(id);
    if (!form) {
      form = document.createElement('f3e-registration-form');
      form.setAttribute('session', id);
      if (endpoint) form.setAttribute('endpoint', endpoint);
      // Until the code of the form is there, a link.
      const link = document.createElement('a');
      link.href = safeUrl(links.register);
      link.textContent = title;
      link.lang = language;
      link.dir = directionOf(language);
      form.append(link);
      form.addEventListener('f3e-registration-accepted', () => this.#sent.add(id));
      this.#forms.set(id, form);
    }
    return form;
  }

  close = ({ target }: Event): void => {
    // The event comes a moment after the act: the dialog may have been opened again.
    if ((target as HTMLDialogElement).open) return;
    this.dialog = null;
    this.#host.requestUpdate();
  };

  /** Follows the link only for a modifier key or when the dialog cannot load; a prevented event opens nothing. */
  async #openDialog(
    name: 'f3e-session-open' | 'f3e-register-open',
    dialog: SessionDialog,
    click: MouseEvent,
  ): Promise<void> {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    if (!emit(this.#host, name, { session: dialog.session.id }, { cancelable: true })) return;
    const { href } = click.currentTarget as HTMLAnchorElement;
    if (await this.#part.request()) {
      this.dialog = dialog;
      this.#host.requestUpdate();
    } else location.assign(href);
  }
}
