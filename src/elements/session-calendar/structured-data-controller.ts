import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionView } from '../../api/sessions.js';

/** Keeps structured data of the sessions shown in the head of the page while the calendar is in it. */
export class StructuredDataController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #sessions: () => readonly SessionView[] | undefined;
  #published: readonly SessionView[] | undefined;
  #remove = (): void => undefined;

  /** `sessions` gives what to publish; nothing while there is none, or the page does not want it. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    sessions: () => readonly SessionView[] | undefined,
  ) {
    this.#host = host;
    this.#sessions = sessions;
    host.addController(this);
  }

  hostUpdated(): void {
    const sessions = this.#sessions();
    // An update may come after the element has left the page.
    if (!sessions || sessions === this.#published || !this.#host.isConnected) return;
    this.#published = sessions;
    // Without this part, search engines read the hosted pages.
    void this.#publish(sessions).catch(() => undefined);
  }

  hostDisconnected(): void {
    this.#published = undefined;
    this.#remove();
  }

  async #publish(sessions: readonly SessionView[]): Promise<void> {
    const { publishSessions } = await import('./lazy/structured-data.js');
    if (sessions !== this.#published) return;
    this.#remove();
    this.#remove = publishSessions(sessions);
  }
}
