import { fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import type { FakeApi } from './fake-api.js';

/** Puts an element in the page, inside a provider of the fake client. */
export async function mount<T extends HTMLElement>(template: TemplateResult, api: FakeApi, lang = 'fr', dir = 'ltr'): Promise<T> {
  const provider = await fixture<HTMLElement>(html`<f3e-provider .api=${api} time-zone="Europe/Paris" lang=${lang} dir=${dir}>${template}</f3e-provider>`);
  return provider.firstElementChild as T;
}

/** What a reader sees: visible text, shadow roots and slotted fallback included, white space folded. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (one: Node): void => {
    if (one instanceof Text) parts.push(one.data);
    else if (one instanceof HTMLSlotElement && one.assignedNodes().length) one.assignedNodes().forEach(walk);
    else if (one instanceof Element && (one.localName === 'style' || one.localName === 'datalist')) return;
    else {
      const children = (one instanceof Element && one.shadowRoot) || one;
      children.childNodes.forEach(walk);
    }
  };
  walk(node);
  return parts.join(' ').replace(/[\s\u00A0\u202F]+/g, ' ').replace(/ ([.,)])/g, '$1').replace(/\( /g, '(').trim();
}

export const sees = (element: Element, words: string | RegExp, timeout = 5_000): Promise<void> =>
  waitUntil(
    () => (typeof words === 'string' ? textOf(element).includes(words) : words.test(textOf(element))),
    `“${String(words)}” is not in: ${textOf(element).slice(0, 600)}`,
    { timeout },
  );

/** The part of the inside that a selector finds. */
export const inside = <E extends Element = HTMLElement>(element: Element, selector: string): E | null =>
  element.shadowRoot!.querySelector<E>(selector);

/** Which element inside has focus. */
export const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;

/** Freezes the clock; timers go on. */
export function freeze(iso: string): () => void {
  const now = Date.now;
  const at = Date.parse(iso);
  Date.now = () => at;
  return () => {
    Date.now = now;
  };
}
