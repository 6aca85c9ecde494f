import type { ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { emit } from '../../dom/emit.js';
import type { CalendarParts } from './lazy-parts.js';
import type {} from './session-calendar.events.js';

type Host = ReactiveControllerHost & HTMLElement & { endpoint?: string };

/** What a dialog shows: a session whole, or its form. */
export interface Dialog {
  session: SessionView;
  form?: HTMLElement;
}

/** Which session is open: unfolded in the list, or in a dialog, whole or with its form. */
export class Opening {
  /** Identifier of the session unfolded in the list. */
  unfolded = '';
  dialog: Dialog | null = null;

  #host: Host;
  #parts: CalendarParts;

  constructor(host: Host, parts: CalendarParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** In the list a session unfolds in its place; in the month it opens in a dialog. */
  open = (session: SessionView, event: Event): void => {
    if (event.type === 'click') {
      this.#inDialog('f3e-session-open', session, event as MouseEvent);
      return;
    }
    const details = event.target as HTMLDetailsElement;
    const isOpen = this.unfolded === session.id;
    if (details.open === isOpen) return;
    if (isOpen) this.unfolded = '';
    else if (emit(this.#host, 'f3e-session-open', { session: session.id }, { cancelable: true })) {
      this.unfolded = session.id;
    } else details.open = false;
    this.#host.requestUpdate();
  };

  register = (session: SessionView, event: Event): void =>
    this.#inDialog('f3e-register-open', session, event as MouseEvent);

  close = (): void => {
    this.dialog = null;
    this.#host.requestUpdate();
  };

  /** Follows the link only when the page, the reader's keys or a missing chunk want it so. */
  #inDialog(name: 'f3e-session-open' | 'f3e-register-open', session: SessionView, click: MouseEvent): void {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    if (!emit(this.#host, name, { session: session.id }, { cancelable: true })) return;
    const { href } = click.currentTarget as HTMLAnchorElement;
    void this.#parts.want('detail').then(() => {
      const { detail } = this.#parts;
      if (detail) this.dialog = detail.dialogOf(name, session, this.#host.endpoint);
      else location.assign(href);
      this.#host.requestUpdate();
    });
  }
}
