import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import type { LazyPartController } from '../../controllers/lazy-part-controller.js';
import { emit } from '../../dom/emit.js';
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

  register = (session: SessionView, click: Event): void =>
    void this.#openDialog('f3e-register-open', { session, isForm: true }, click as MouseEvent);

  /** The sessions whose details are displayed; a dialog with the form displays none. */
  sessionsIn(items: readonly SessionView[]): SessionView[] {
    const inList = items.find(({ id }) => id === this.unfolded);
    const { dialog } = this;
    return [inList, dialog && !dialog.isForm ? dialog.session : undefined].filter((one) => one !== undefined);
  }

  close = (): void => {
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
