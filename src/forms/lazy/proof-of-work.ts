import { isApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import { fields } from '../../api/read.js';
import type { Task } from './solve-challenge.js';

/** Challenges expire after ten minutes: an older proof is made again. In milliseconds. */
const GOOD_FOR = 540_000;
/** Milliseconds to wait after the challenge: the server treats a faster submission as a robot's. */
const SOONEST = 2_100;

/**
 * The proof of work of a form, made from the first focus on so that nobody waits for it. Where none can be made the form is
 * sent without, and the team reviews it.
 */
export class ProofMaker {
  #made: { at: number; text: Promise<string | null> } | undefined;

  constructor(
    readonly api: ApiClient,
    readonly form: string,
  ) {}

  /** Begins, or begins again when the proof is too old or was refused. */
  begin(isRefused = false): Promise<string | null> {
    const known = this.#made;
    if (known && !isRefused && Date.now() - known.at < GOOD_FOR) return known.text;
    const made = { at: Date.now(), text: this.#work() };
    this.#made = made;
    // What failed for want of a network is tried again when the form is sent.
    made.text.catch(() => {
      if (this.#made === made) this.#made = undefined;
    });
    return made.text;
  }

  async #work(): Promise<string | null> {
    const challenge = await this.#challenge();
    const task = fields(fields(challenge)?.['parameters']);
    if (!task) return null;
    const soonest = new Promise((go) => setTimeout(go, SOONEST));
    // Not in a worker: pages of another origin cannot start one from here, a blob breaks strict policies, and Trusted Types
    // report either. The browser derives each key off the main thread anyway.
    const { solve } = await import('./solve-challenge.js');
    const solution = await solve(task as unknown as Task).catch(() => undefined);
    if (!solution) return null;
    await soonest;
    return btoa(JSON.stringify({ challenge, solution }));
  }

  /** Undefined when the API has no challenges. Throws network errors: they are no reason to send without a proof. */
  async #challenge(): Promise<unknown> {
    try {
      const path = `challenge?form=${encodeURIComponent(this.form)}`;
      return await this.api.request(path, { cache: 'no-store' });
    } catch (error) {
      if (isApiError(error) && ['offline', 'timeout', 'busy'].includes(error.kind)) throw error;
      return undefined;
    }
  }
}
