/**
 * What the embed holds in place of lit: the same names, for as much of lit as the elements use. Templates
 * become nodes without any HTML text, so that no Trusted Types policy is needed. The npm modules keep lit itself; the tests of
 * the elements run with both.
 */
import { Slot } from './template.js';

export { html, noChange, nothing } from './template.js';
export type { Result as TemplateResult } from './template.js';

/** A stylesheet, made once. */
export const css = (texts: TemplateStringsArray): { styleSheet: CSSStyleSheet } => {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(texts[0]!);
  return { styleSheet };
};

export interface ReactiveController {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
  hostUpdated?(): void;
}

interface Property {
  type?: unknown;
  attribute?: string | false;
}

type Changed = Map<PropertyKey, unknown>;

/** An element that draws itself again, once, after its properties changed. */
export abstract class LitElement extends HTMLElement {
  static styles: { styleSheet: CSSStyleSheet }[] = [];
  /** The property, and how it is read, by the name of its attribute; by one that cannot be where it has none. */
  static known?: Map<string, [name: string, type: unknown]>;

  static get observedAttributes(): string[] {
    return [...(this.known?.keys() ?? [])];
  }

  static createProperty(name: string, { type, attribute }: Property = {}): void {
    if (!Object.hasOwn(this, 'known')) this.known = new Map();
    // The build leaves out what follows from the name.
    const own = name.replace(/[A-Z]/g, '-$&').toLowerCase();
    this.known!.set(attribute === false ? ` ${name}` : (attribute ?? own), [name, type]);
    Object.defineProperty(this.prototype, name, {
      get(this: LitElement) {
        return this.#values[name];
      },
      set(this: LitElement, value: unknown) {
        const old = this.#values[name];
        this.#values[name] = value;
        if (old !== value) this.requestUpdate(name, old);
      },
    });
  }

  updateComplete!: Promise<boolean>;
  renderRoot!: ShadowRoot;

  #values: Record<string, unknown> = {};
  #early: [string, unknown][] = [];
  #controllers: ReactiveController[] = [];
  #changed: Changed = new Map();
  #isPending = false;
  #root = new Slot();
  #enable!: () => void;
  #enabled = new Promise<void>((enable) => (this.#enable = enable));

  constructor() {
    super();
    // What the page set before the element was known stands in the way of the property (HOSTS R2).
    const own = this as unknown as Record<string, unknown>;
    for (const [name] of (this.constructor as typeof LitElement).known?.values() ?? []) {
      if (Object.hasOwn(own, name)) {
        this.#early.push([name, own[name]]);
        Reflect.deleteProperty(own, name);
      }
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      this.renderRoot = this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = (this.constructor as typeof LitElement).styles.map(
        ({ styleSheet }) => styleSheet,
      );
    }
    this.#enable();
    for (const one of this.#controllers) one.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const one of this.#controllers) one.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    const [name, type] = (this.constructor as typeof LitElement).known!.get(attribute)!;
    (this as unknown as Record<string, unknown>)[name] =
      type === Boolean ? text !== null : type === Number && text !== null ? Number(text) : text;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  requestUpdate(name?: PropertyKey, old?: unknown): void {
    if (name && !this.#changed.has(name)) this.#changed.set(name, old);
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = this.#soon();
  }

  async #soon(): Promise<boolean> {
    await this.#enabled;
    const changed = this.#changed;
    let drawn: unknown;
    try {
      for (const [name, value] of this.#early) (this as unknown as Record<string, unknown>)[name] = value;
      this.#early = [];
      this.willUpdate(changed);
      for (const one of this.#controllers) one.hostUpdate?.();
      drawn = this.render();
    } finally {
      this.#changed = new Map();
      this.#isPending = false;
    }
    this.#root.set(drawn, this.renderRoot, null);
    for (const one of this.#controllers) one.hostUpdated?.();
    this.updated(changed);
    return !this.#isPending;
  }

  protected willUpdate(changed: Changed): unknown {
    return changed;
  }

  protected updated(changed: Changed): unknown {
    return changed;
  }

  protected abstract render(): unknown;
}
