import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createApiClient, type ApiClient } from '../api/client.js';
import { isFile } from '../api/endpoint.js';
import { pageSettings } from '../context/configure.js';
import { pageStart } from '../context/page.js';
import { settingsKey, type Settings } from '../context/settings.js';
import { sparesData } from '../dom/spares-data.js';
import { comingSettings } from './provider-settings.js';

const clients = new Map<string, ApiClient>();

/** The device's zone: asking the browser takes a millisecond. */
let deviceZone = '';

/** An element that may name its own endpoint. */
export type EndpointHost = ReactiveControllerHost & HTMLElement & { endpoint?: string };

/**
 * The settings of an element: its own attributes, then the nearest provider, `configure()`, and the script. It asks
 * providers by the context protocol of web components, with a `CustomEvent`, since old libraries replace `Event` (H13).
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
    this.#request();
    document.addEventListener('context-provider', this.#request);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#request);
    this.#leave?.();
    this.#leave = undefined;
  }

  get settings(): Settings {
    return { ...pageSettings(), ...this.#given };
  }

  /** The client of the element's endpoint; nothing when it has none. */
  get api(): ApiClient | undefined {
    const { api, endpoint } = this.settings;
    const own = this.#host.endpoint;
    if (api && !own) return api;
    const at = own || endpoint;
    if (!at) return undefined;
    if (!clients.has(at)) clients.set(at, createApiClient(at, pageStart()?.early));
    return clients.get(at);
  }

  /** Address of a hosted page; empty without an endpoint, or when that is a folder of static files. */
  hostedAt(path: string): string {
    const endpoint = this.#host.endpoint || this.api?.endpoint;
    return endpoint && !isFile(endpoint) ? `${endpoint.replace(/\/*$/, '/')}${path}` : '';
  }

  /** Address of a picture of the server; empty where data is spared. */
  pictureAt(path: string): string {
    return sparesData(this.#host) ? '' : this.hostedAt(path);
  }

  /** The visitor's zone. */
  get timeZone(): string {
    return this.settings.timeZone || (deviceZone ||= Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** Asks the nearest provider, and again when another one appears, which may be nearer. */
  #request = (): void => {
    this.#given = comingSettings(this.#host) ?? this.#given;
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
