import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createApiClient, type ApiClient } from '../api/client.js';
import { isFile } from '../api/endpoint.js';
import { pageSettings } from '../context/configure.js';
import { settingsKey, type Settings } from '../context/settings.js';

const clients = new Map<string, ApiClient>();

/** The device's zone, which is dear to ask. */
let zone = '';

/** An element that may name its own endpoint. */
export type EndpointHost = ReactiveControllerHost & HTMLElement & { endpoint?: string };

/**
 * What holds for an element: its own attributes, then the nearest provider, then the page, then the script. It asks by
 * the context protocol of web components, with an event that survives pages which replace `Event` (HOSTS R13).
 */
export class SettingsController implements ReactiveController {
  #host: EndpointHost;
  #given: Settings = {};
  #leave?: (() => void) | undefined;

  constructor(host: EndpointHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
    document.addEventListener('context-provider', this.#ask);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#leave?.();
    this.#leave = undefined;
  }

  get settings(): Settings {
    return { ...pageSettings(), ...this.#given };
  }

  /** The client to ask; nothing when no endpoint is known. */
  get api(): ApiClient | undefined {
    const { api, endpoint } = this.settings;
    const own = this.#host.endpoint;
    if (api && !own) return api;
    const at = own || endpoint;
    if (!at) return undefined;
    if (!clients.has(at)) clients.set(at, createApiClient(at));
    return clients.get(at);
  }

  /** Address of a hosted page; empty when no endpoint is known, or nothing is hosted there. */
  hostedAt(path: string): string {
    const endpoint = this.#host.endpoint || this.api?.endpoint;
    return endpoint && !isFile(endpoint) ? `${endpoint.replace(/\/*$/, '/')}${path}` : '';
  }

  /** The zone to show times in beside the session's own. */
  get timeZone(): string {
    return this.settings.timeZone || (zone ||= Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** Asks the nearest provider; again when another one appears, which may be nearer. */
  #ask = (): void => {
    const request = new CustomEvent('context-request', { bubbles: true, composed: true });
    this.#host.dispatchEvent(
      Object.assign(request, {
        context: settingsKey,
        contextTarget: this.#host,
        subscribe: true,
        callback: (given: Settings, leave?: () => void) => {
          if (leave !== this.#leave) this.#leave?.();
          this.#leave = leave;
          this.#given = given;
          this.#host.requestUpdate();
        },
      }),
    );
  };
}
