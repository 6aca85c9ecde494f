import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { createApiClient, type ApiClient } from '../api/client.js';
import { pageSettings } from '../context/configure.js';
import { settingsContext, type Settings } from '../context/settings.js';

const clients = new Map<string, ApiClient>();

function clientFor(endpoint: string): ApiClient {
  let client = clients.get(endpoint);
  if (!client) clients.set(endpoint, (client = createApiClient(endpoint)));
  return client;
}

/** An element that may name its own endpoint. */
export type EndpointHost = ReactiveControllerHost & HTMLElement & { endpoint?: string };

/** What holds for an element: its own attributes, then the nearest provider, then the page, then the script. */
export class SettingsController {
  #host: EndpointHost;
  #consumer: ContextConsumer<typeof settingsContext, EndpointHost>;

  constructor(host: EndpointHost) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: settingsContext, subscribe: true });
  }

  get settings(): Settings {
    return { ...pageSettings(), ...this.#consumer.value };
  }

  /** The client to ask; nothing when no endpoint is known. */
  get api(): ApiClient | undefined {
    const { api, endpoint } = this.settings;
    if (this.#host.endpoint) return clientFor(this.#host.endpoint);
    return api ?? (endpoint ? clientFor(endpoint) : undefined);
  }

  /** The zone to show times in beside the session's own. */
  get timeZone(): string {
    return this.settings.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}
