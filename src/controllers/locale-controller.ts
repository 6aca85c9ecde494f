import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf } from '../i18n/format.js';
import { loadMessages, type Catalogue } from '../i18n/messages.js';

/** The nearest `lang` or `dir` above an element, through shadow roots. */
function nearestAttribute(element: Element, name: 'lang' | 'dir'): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const found = at.closest(`[${name}]`);
    if (found) return found.getAttribute(name)!;
  }
  return '';
}

/** Gives an element its messages in the nearest language, and follows when `lang` or `dir` changes above it. */
export class LocaleController<M> implements ReactiveController {
  messages: M;
  /** The language of the messages. */
  language = 'fr';
  /** The page's own tag for that language, such as `en-GB`. */
  tag = 'fr';
  /** The direction of the messages: that of the page when it is in the same language. */
  dir: 'rtl' | 'ltr' = 'ltr';
  /** False while messages of another language are on their way. */
  isSettled = true;

  #host: ReactiveControllerHost & HTMLElement;
  #catalogue: Catalogue<M>;
  #wanted = 'fr';
  #observer = new MutationObserver(() => this.#update());

  constructor(host: ReactiveControllerHost & HTMLElement, catalogue: Catalogue<M>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.messages = catalogue.fr;
    host.addController(this);
  }

  /** The language in which messages will be, while they are on their way: requests to the API need not wait. */
  get comingLanguage(): string {
    return this.isSettled ? this.language : this.#wanted;
  }

  hostConnected(): void {
    this.#observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['lang', 'dir'],
      subtree: true,
    });
    this.#update();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #update(): void {
    const tag = nearestAttribute(this.#host, 'lang');
    const pageLanguage = tag.toLowerCase().split('-')[0]!;
    const language = this.#catalogue.others.has(pageLanguage) ? pageLanguage : 'fr';
    if (language !== this.#wanted) {
      this.#wanted = language;
      this.isSettled = language === 'fr' || language === this.language;
      void this.#load(language);
    }
    this.tag = pageLanguage === language ? tag : language;
    const isOurs = !pageLanguage || pageLanguage === language;
    const dir = isOurs ? nearestAttribute(this.#host, 'dir').toLowerCase() : directionOf(language);
    const next = dir === 'rtl' ? 'rtl' : 'ltr';
    if (next !== this.dir) {
      this.dir = next;
      this.#host.requestUpdate();
    }
  }

  async #load(language: string): Promise<void> {
    const messages = await loadMessages(this.#catalogue, language);
    if (language !== this.#wanted) return;
    this.messages = messages;
    this.language = messages === this.#catalogue.fr ? 'fr' : language;
    this.isSettled = true;
    this.#host.requestUpdate();
    this.#update();
  }
}
