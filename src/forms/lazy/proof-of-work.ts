import { ApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import { fields } from '../../api/read.js';
import type { Task } from './solve-challenge.js';

/** Challenges are good for ten minutes: one that is older than that is asked for again. */
const GOOD_FOR = 540_000;
/** What comes back sooner is taken for a robot's: whoever is that quick waits for the rest of it. */
const SOONEST = 2_100;

/**
 * The work that is done before a form is sent, from the first focus on, so that nobody waits for it. Where it cannot be done
 * the form is sent without, and somebody looks at it.
 */
export class ProofOfWork {
  #made: { at: number; text: Promise<string | null> } | undefined;

  constructor(
    readonly api: ApiClient,
    readonly form: string,
  ) {}

  /** Begins, or begins again when what was done is too old or was refused. */
  begin(isRefused = false): Promise<string | null> {
    const known = this.#made;
    if (known && !isRefused && Date.now() - known.at < GOOD_FOR) return known.text;
    const made = { at: Date.now(), text: this.#work() };
    this.#made = made;
    // What could not be done for want of a network is tried again when the form is sent.
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

  /** Nothing from an API that asks for no work; a network that fails is no reason to send without. */
  async #challenge(): Promise<unknown> {
    try {
      const path = `challenge?form=${encodeURIComponent(this.form)}`;
      return await this.api.request(path, { cache: 'no-store' });
    } catch (error) {
      if (error instanceof ApiError && ['offline', 'timeout', 'busy'].includes(error.kind)) throw error;
      return undefined;
    }
  }
}
