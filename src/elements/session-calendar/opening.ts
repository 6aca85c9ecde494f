import type { ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../api/sessions.js';
import { emit } from '../../internal/emit.js';
import type { CalendarChunks } from './chunks.js';
import type {} from './session-calendar.events.js';

type Host = ReactiveControllerHost & HTMLElement & { endpoint?: string };

/** Which session is open: unfolded in the list, or in a dialog, whole or with its form. */
export class Opening {
  /** Identifier of the session unfolded in the list. */
  unfolded = '';
  dialog: { session: SessionView; form?: HTMLElement } | null = null;

  #shown: Opening['dialog'] = null;
  #host: Host;
  #chunks: CalendarChunks;
  #language: () => string;

  constructor(host: Host, chunks: CalendarChunks, language: () => string) {
    this.#host = host;
    this.#chunks = chunks;
    this.#language = language;
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
      void this.#chunks.want('detail', this.#language());
    } else details.open = false;
    this.#host.requestUpdate();
  };

  register = (session: SessionView, event: Event): void =>
    this.#inDialog('f3e-register-open', session, event as MouseEvent);

  /** A resource that came out of a session: the link leads there, unless the page prevents it. */
  resource = (id: string, click: Event): void => {
    if (!emit(this.#host, 'f3e-resource-open', { resource: id }, { cancelable: true }))
      click.preventDefault();
  };

  close = (): void => {
    this.dialog = this.#shown = null;
    this.#host.requestUpdate();
  };

  /** Shows the dialog as soon as it is drawn; focus goes to its title (TRUST D4). */
  show(dialog: HTMLDialogElement | null): void {
    if (!dialog || this.#shown === this.dialog) return;
    this.#shown = this.dialog;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('.title')?.focus();
  }

  /** Follows the link only when the page, the reader's keys or a missing chunk want it so. */
  #inDialog(name: 'f3e-session-open' | 'f3e-register-open', session: SessionView, click: MouseEvent): void {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    if (!emit(this.#host, name, { session: session.id }, { cancelable: true })) return;
    const { href } = click.currentTarget as HTMLAnchorElement;
    void this.#chunks.want('detail', this.#language()).then(() => {
      const { detail } = this.#chunks;
      if (!detail) location.assign(href);
      else if (name === 'f3e-session-open') this.dialog = { session };
      else this.dialog = { session, form: detail.form(session, this.#host.endpoint) };
      this.#host.requestUpdate();
    });
  }
}
