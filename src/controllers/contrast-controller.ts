import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Colours that a page may give, of text or of what text stands on. */
const given = ['--f3e-accent', '--f3e-fill', '--f3e-on-fill', '--f3e-alert'];

/**
 * Keeps text readable whatever colours the page gives (A09): what has too little contrast is moved towards the colour of the
 * text, and the text of buttons follows their fill. A page that gives no colour fetches none of it.
 */
export class ContrastController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #isChecked = false;
  #sheet: CSSStyleSheet | undefined;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  /** Themes are switched by a class or an attribute of the page. */
  #observer = new MutationObserver(() => this.#check());

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#scheme.addEventListener('change', this.#check);
    document.addEventListener('transitionend', this.#onFaded);
    for (const one of [document.documentElement, document.body, this.#host])
      this.#observer.observe(one, {
        attributes: true,
        attributeFilter: ['class', 'style', 'theme', 'data-theme', 'data-bs-theme'],
      });
  }

  hostDisconnected(): void {
    this.#scheme.removeEventListener('change', this.#check);
    document.removeEventListener('transitionend', this.#onFaded);
    this.#observer.disconnect();
    this.#isChecked = false;
  }

  hostUpdated(): void {
    if (!this.#isChecked) this.#check();
  }

  /** A theme may fade in: its colours are there at the end. */
  #onFaded = ({ target }: Event): void => {
    if (target === document.body || target === document.documentElement) this.#check();
  };

  #check = (): void => {
    this.#isChecked = true;
    const style = getComputedStyle(this.#host);
    const hasColours = given.some((name) => style.getPropertyValue(name).trim());
    if (!hasColours && !this.#sheet) return;
    import('./lazy/contrast-guard.js')
      .then(({ readableColours }) => {
        // What it set before is not what the page gives.
        this.#sheet?.replaceSync('');
        this.#adopt(readableColours(this.#host));
      })
      // Without this part, the colours are those of the page.
      .catch(() => undefined);
  };

  #adopt(rules: string): void {
    const root = this.#host.shadowRoot;
    if (!root || (!rules && !this.#sheet)) return;
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
    this.#sheet.replaceSync(rules);
  }
}
