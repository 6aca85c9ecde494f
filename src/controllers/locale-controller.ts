import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf } from '../i18n/format.js';
import type { Catalogue } from '../i18n/strings.js';

/** The nearest `lang` or `dir` above, through shadow roots. */
function nearest(element: Element, name: 'lang' | 'dir'): string {
  for (let node: Node | null = element; node;) {
    const found: Element | null = node.nodeType === 1 ? (node as Element).closest(`[${name}]`) : null;
    if (found) return found.getAttribute(name) ?? '';
    node = (node.getRootNode() as ShadowRoot).host ?? null;
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
    const load = this.#catalogue.others.get(wanted);
    const language = load ? wanted : 'fr';
    if (language !== this.#wanted) {
      this.#wanted = language;
      if (load) {
        this.isSettled = this.language === language;
        load().then(
          ({ strings }) => this.#wanted === language && this.#use(language, strings),
          () => this.#use('fr', this.#catalogue.fr),
        );
      } else {
        this.#use('fr', this.#catalogue.fr);
      }
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

  #use(language: string, strings: S): void {
    this.language = language;
    this.strings = strings;
    this.isSettled = true;
    this.#host.requestUpdate();
    this.#look();
  }
}
