import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiClient, ReadRequest } from '../../api/client.js';
import { outcomesRequest, sessionsRequest, type OutcomeView, type SessionView } from '../../api/sessions.js';

/** Milliseconds after a failure before an update asks again. */
const RETRY_AFTER = 5_000;

/** What belongs to a session that is open. */
export interface Related {
  /** Resources that came out of a held session. */
  outcomes?: OutcomeView[];
  /** The sessions of its series. */
  series?: SessionView[];
  /** When it could not be fetched, in milliseconds since 1970. */
  failedAt?: number;
}

const nothingYet: Related = {};

/** Fetches what belongs to the sessions that are open: what came out of them, or the other dates of their series. */
export class RelatedController implements ReactiveController {
  #host: ReactiveControllerHost;
  #api: () => ApiClient | undefined;
  #open: () => readonly SessionView[];
  #known = new WeakMap<SessionView, Related>();

  constructor(
    host: ReactiveControllerHost,
    api: () => ApiClient | undefined,
    open: () => readonly SessionView[],
  ) {
    this.#host = host;
    this.#api = api;
    this.#open = open;
    host.addController(this);
  }

  /** Nothing until it was asked for. */
  of(session: SessionView): Related {
    return this.#known.get(session) ?? nothingYet;
  }

  hostUpdate(): void {
    for (const session of this.#open()) {
      const known = this.#known.get(session);
      if (!known || (known.failedAt && Date.now() - known.failedAt > RETRY_AFTER)) void this.#fetch(session);
    }
  }

  async #fetch(session: SessionView): Promise<void> {
    this.#known.set(session, {});
    this.#known.set(session, await this.#relatedTo(session).catch(() => ({ failedAt: Date.now() })));
    this.#host.requestUpdate();
  }

  async #relatedTo(session: SessionView): Promise<Related> {
    const { status, resources, series } = session;
    if (status === 'held') {
      return resources.length ? { outcomes: await this.#read(outcomesRequest(session)) } : {};
    }
    if (!series) return {};
    const request = sessionsRequest([
      ['series', series.id],
      ['limit', '100'],
    ]);
    return { series: (await this.#read(request)).items };
  }

  async #read<T>(request: ReadRequest<T>): Promise<T> {
    const api = this.#api();
    if (!api) throw new Error('no endpoint');
    return (await api.get(request)).value;
  }
}
