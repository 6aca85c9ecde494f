import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiClient } from '../../api/client.js';
import type { Format } from '../../api/endpoint.js';
import { providerSettings } from '../../controllers/provider-settings.js';
import { themeStyles } from '../../ui/theme.styles.js';
import { settingsContext } from '../../context/settings-context.js';

/**
 * Says once, for all the elements inside, where the API is and what the site is.
 *
 * @element f3e-provider
 *
 * @attr {'neutral' | 'f3e' | 'soft' | 'contrast'} theme - Preset of looks; `neutral`, the page’s own, by default.
 * @attr {boolean} no-marks - Leaves out the marks of communities.
 *
 * @slot - The elements that these settings are for.
 */
export class F3eProvider extends LitElement {
  static override styles = themeStyles;

  /** Address of the API, such as `https://communautes.example.org`. */
  @property() endpoint?: string;

  /** What is at the endpoint: `api`, or `json`, a folder of files; by the address when absent. */
  @property() format?: Format;

  /** Address of the site, such as `https://www.example.org`: told with what people submit when the page itself cannot tell. */
  @property() site?: string;

  /** IANA time zone in which visitors' times are shown, such as `Africa/Dakar`; the browser's when absent. */
  @property({ attribute: 'time-zone' }) timeZone?: string;

  /** A client to use as it is, instead of one made for the endpoint. */
  @property({ attribute: false }) api?: ApiClient;

  #provider = new ContextProvider(this, { context: settingsContext, initialValue: {} });

  override connectedCallback(): void {
    this.#provideSettings();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#provideSettings();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #provideSettings(): void {
    this.#provider.setValue(providerSettings(this));
  }
}
