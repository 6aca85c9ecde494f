import type { ApiClient } from '../api/client.js';
import {
  MAX_ORGANISATIONS,
  organisationsPath,
  organisationsRequest,
  type OrganisationView,
} from '../api/forms.js';

/** Milliseconds after the last key before organisations are asked for. */
const TYPING = 250;

/** The organisations that are offered while one types. Without them, one types. */
export class KnownOrganisations {
  list: readonly OrganisationView[] = [];

  #api: () => ApiClient | undefined;
  #onFound: () => void;
  /** All are known, rather than the first of many. */
  #hasAll = false;
  #typing = 0;

  constructor(api: () => ApiClient | undefined, onFound: () => void) {
    this.#api = api;
    this.#onFound = onFound;
  }

  named(name: unknown): OrganisationView | undefined {
    return this.list.find((one) => one.name === name);
  }

  /** The first of them, once. */
  fetchFirst(): void {
    if (!this.list.length) void this.fetch();
  }

  async fetch(text = ''): Promise<void> {
    const path = organisationsPath(text);
    try {
      const found = await this.#api()?.get({ ...organisationsRequest, path });
      if (!found || this.#hasAll) return;
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
    this.#typing = window.setTimeout(() => void this.fetch(words), TYPING);
  }

  stop(): void {
    clearTimeout(this.#typing);
  }
}
