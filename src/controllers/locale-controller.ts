import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf } from '../i18n/format.js';
import { wordsIn, type Catalogue } from '../i18n/strings.js';

/** The nearest `lang` or `dir` above, through shadow roots. */
function nearest(element: Element, name: 'lang' | 'dir'): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const found = at.closest(`[${name}]`);
    if (found) return found.getAttribute(name)!;
  }
  return '';
}

/** Gives an element its words in the nearest language, and follows when it changes. */
export class LocaleController<S> implements ReactiveController {
  /** The words to show. */
  strings: S;
  /** The language of those words. */
  language = 'fr';
  /** The page's own tag for that language, such as `en-GB`. */
  tag = 'fr';
  /** Their direction: that of the page when it speaks the same language. */
  dir: 'rtl' | 'ltr' = 'ltr';
  /** False while the words of another language are on their way. */
  isSettled = true;

  #host: ReactiveControllerHost & HTMLElement;
  #catalogue: Catalogue<S>;
  #wanted = 'fr';
  /** `lang` and `dir` may change on any element above. */
  #watch = new MutationObserver(() => this.#look());

  constructor(host: ReactiveControllerHost & HTMLElement, catalogue: Catalogue<S>) {
    this.#host = host;
    this.#catalogue = catalogue;
    this.strings = catalogue.fr;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['lang', 'dir'],
      subtree: true,
    });
    this.#look();
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  #look(): void {
    const tag = nearest(this.#host, 'lang');
    const wanted = tag.toLowerCase().split('-')[0]!;
    const catalogue = this.#catalogue;
    const language = catalogue.others.has(wanted) ? wanted : 'fr';
    if (language !== this.#wanted) {
      this.#wanted = language;
      this.isSettled = language === 'fr' || language === this.language;
      void wordsIn(catalogue, language).then((strings) => {
        if (language !== this.#wanted) return;
        this.strings = strings;
        // French where the others cannot be had.
        this.language = strings === catalogue.fr ? 'fr' : language;
        this.isSettled = true;
        this.#host.requestUpdate();
        this.#look();
      });
    }
    const isOurs = !wanted || wanted === language;
    this.tag = wanted === language ? tag : language;
    const dir =
      (isOurs ? nearest(this.#host, 'dir').toLowerCase() : directionOf(language)) === 'rtl' ? 'rtl' : 'ltr';
    if (dir !== this.dir) {
      this.dir = dir;
      this.#host.requestUpdate();
    }
  }
}
