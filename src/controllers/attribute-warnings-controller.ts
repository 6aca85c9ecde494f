import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readableIn, valuesIn, type AttributeRules } from '../dom/attribute-values.js';

/** An attribute that names what does not exist, and what does. */
export interface UnknownNames {
  attribute: string;
  /** Names that exist. */
  existing: readonly string[];
}

type WarningsHost = ReactiveControllerHost & HTMLElement;

/**
 * Names in the console the attributes that could not be read, once for each value. Visitors see the element with its
 * defaults: a setting that cannot be read is no outage.
 */
export class AttributeWarningsController implements ReactiveController {
  #host: WarningsHost;
  #rules: AttributeRules;
  #unknown: () => readonly UnknownNames[];
  #warned = new Set<string>();
  #checked: string[] = [];

  /** `unknown` gives the names that exist, once an answer tells. */
  constructor(host: WarningsHost, rules: AttributeRules, unknown: () => readonly UnknownNames[] = () => []) {
    this.#host = host;
    this.#rules = rules;
    this.#unknown = unknown;
    host.addController(this);
  }

  hostUpdated(): void {
    const names = Object.keys(this.#rules);
    const values = names.map((name) => this.#valueOf(name));
    if (values.some((value, i) => value !== this.#checked[i])) {
      this.#checked = values;
      names.forEach((name, i) => this.#checkValue(name, values[i]!));
    }
    for (const { attribute, existing } of this.#unknown()) {
      const rule = this.#rules[attribute]!;
      const missing = readableIn(this.#valueOf(attribute), rule).filter((one) => !existing.includes(one));
      if (missing.length) this.#warn(attribute, missing, existing);
    }
  }

  /** The attribute; else the property, which frameworks set. */
  #valueOf(name: string): string {
    const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const value = (this.#host as unknown as Record<string, unknown>)[property];
    return this.#host.getAttribute(name) ?? (typeof value === 'string' ? value : '');
  }

  #checkValue(name: string, value: string): void {
    const rule = this.#rules[name]!;
    const unreadable = valuesIn(value, rule).filter((one) => !rule.accepts(one));
    if (unreadable.length) this.#warn(name, unreadable);
  }

  #warn(name: string, values: readonly string[], existing?: readonly string[]): void {
    const key = `${name} ${values.join()}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    // A chunk of its own, which working pages never fetch.
    import('./lazy/warn-of-attribute.js')
      .then(({ warnOfAttribute }) => warnOfAttribute(this.#host, name, values, this.#rules[name]!, existing))
      .catch(() => undefined);
  }
}
