import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import type { FakeApi } from './fake-api.js';
import { textOf } from './text.js';
import { waitForText } from './wait.js';

export { textOf, waitForText };

/** Puts an element in the page, inside a provider of the fake client. */
export async function mount<T extends HTMLElement>(
  template: TemplateResult,
  api: FakeApi,
  lang = 'fr',
  dir = 'ltr',
): Promise<T> {
  const provider = await fixture<HTMLElement>(
    html`<f3e-provider .api=${api} time-zone="Europe/Paris" lang=${lang} dir=${dir}
      >${template}</f3e-provider
    >`,
  );
  return provider.firstElementChild as T;
}

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
