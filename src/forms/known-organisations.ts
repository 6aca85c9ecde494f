import type { ApiClient } from '../api/client.js';
import {
  MAX_ORGANISATIONS,
  organisationsPath,
  organisationsRequest,
  type OrganisationView,
} from '../api/forms.js';

/** Milliseconds after the last key before organisations are asked for. */
const TYPING = 250;

/** The organisations that are offered while one types. */
export class KnownOrganisations {
  list: readonly OrganisationView[] = [];

  #api: () => ApiClient | undefined;
  #onFound: () => void;
  /** All are known, rather than the first of many. */
  #hasAll = false;
  #typing = 0;
  /** Answers may come in another order than they were asked for: the last question wins. */
  #asked = 0;

  constructor(api: () => ApiClient | undefined, onFound: () => void) {
    this.#api = api;
    this.#onFound = onFound;
  }

  named(name: unknown): OrganisationView | undefined {
    return this.list.find((one) => one.name === name);
  }

  /** The first of them, once. */
  askFirst(): void {
    if (!this.list.length) void this.ask();
  }

  async ask(text = ''): Promise<void> {
    const path = organisationsPath(text);
    const asked = ++this.#asked;
    try {
      const found = await this.#api()?.get({ ...organisationsRequest, path });
      if (!found || this.#hasAll || asked !== this.#asked) return;
      this.list = found.value;
      this.#hasAll = !text && found.value.length < MAX_ORGANISATIONS;
      this.#onFound();
    } catch {
      // Without them, one types.
    }
  }

  /** Where there are more than the list holds, those that have what was typed are asked for, once no key comes. */
  search(text: string): void {
    clearTimeout(this.#typing);
    const words = text.trim();
    if (this.#hasAll || words.length < 2) return;
    this.#typing = window.setTimeout(() => void this.ask(words), TYPING);
  }

  stop(): void {
    clearTimeout(this.#typing);
  }
}
