/**
 * Places for elements in sites whose editors keep no custom element: a `<div data-f3e="session-calendar" data-community="…">`,
 * or a link to a hosted page that stands alone in its paragraph (H18). What stood there becomes the fallback of the element.
 */

import { elementNames } from '../contract/element-names.js';
import { elementOfPage, type ElementOfPage } from '../contract/hosted-pages.js';

const names: ReadonlySet<string> = new Set(elementNames);

type Wanted = ElementOfPage;

/** An editor lets anybody write `data-` attributes: none of them may run code, hide a style, or lead to another server. */
const isKept = (name: string): boolean => !/^(?:on.*|style|class|id|is|slot|part|f3e|endpoint)$/.test(name);

/** What a `div` asks for; undefined where it names no element. */
function wantedIn(place: HTMLElement): Wanted | undefined {
  const { f3e = '' } = place.dataset;
  if (!names.has(f3e)) return undefined;
  const said = [...place.attributes]
    .filter(({ name }) => name.startsWith('data-'))
    .map(({ name, value }) => [name.slice(5), value] as const)
    .filter(([name]) => isKept(name));
  return [f3e, Object.fromEntries(said)];
}

/** Whether a link is all that its paragraph says, outside of any element, and nobody said “off”. */
function isAlone(link: HTMLAnchorElement): boolean {
  const paragraph = link.parentElement;
  return (
    paragraph?.localName === 'p' &&
    paragraph.textContent.trim() === link.textContent.trim() &&
    !link.querySelector('img, picture, svg') &&
    !link.closest('[data-f3e="off"], nav, footer') &&
    !isInElement(link)
  );
}

const isInElement = (node: Element): boolean => {
  for (let one = node.parentElement; one; one = one.parentElement)
    if (one.localName.startsWith('f3e-')) return true;
  return false;
};

function made([name, attributes]: Wanted): Element {
  const element = document.createElement(`f3e-${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

/** Fills the places that are there, and those that come. */
export function watchPlaces(server: string): void {
  const fill = (places: Iterable<Element>) => {
    for (const place of places) fillPlace(place, server);
  };
  const wanted = 'a, [data-f3e]';
  fill(document.querySelectorAll(wanted));
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        const element = node as Element;
        if (element.matches(wanted)) fill([element]);
        fill(element.querySelectorAll(wanted));
      }
  }).observe(document, { childList: true, subtree: true });
}

/** Puts the element in its place, once; while the page is still being read, what follows a link is not known yet. */
export function fillPlace(place: Element, server: string): void {
  // What stands in a shadow root is drawn by somebody, an element of ours among them: no editor wrote it.
  if (place.getRootNode() !== document) return;
  if (document.readyState === 'loading')
    addEventListener('DOMContentLoaded', () => fillPlace(place, server), { once: true });
  else if (place.localName === 'a') fillLink(place as HTMLAnchorElement, server);
  else fillBox(place as HTMLElement);
}

function fillLink(link: HTMLAnchorElement, server: string): void {
  const wanted = isAlone(link) && elementOfPage(link.href, server);
  if (!wanted) return;
  const element = made(wanted);
  link.replaceWith(element);
  element.append(link);
}

function fillBox(box: HTMLElement): void {
  const wanted = wantedIn(box);
  if (!wanted || box.querySelector(`:scope > f3e-${wanted[0]}`)) return;
  const element = made(wanted);
  element.append(...box.childNodes);
  box.append(element);
}
