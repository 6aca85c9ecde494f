/** What the browser does not know yet. */
const selector = ':not(:defined)';

/** The name of one of our elements that is not known yet, as its tag has it behind `f3e-`; empty for any other. */
const nameOf = ({ localName }: Element): string =>
  localName.startsWith('f3e-') && !customElements.get(localName) ? localName.slice(4) : '';

/** The kinds of elements that the page holds and does not know yet, without the one that shows nothing. */
export const kindsIn = (root: ParentNode): string[] => [
  ...new Set([...root.querySelectorAll(selector)].map(nameOf).filter((name) => name && name !== 'provider')),
];

/** Watches the document, and the shadow roots of what it loads, for tags to load. Safe to start twice. */
export function start(load: (name: string) => Promise<unknown>): void {
  const waiting = new Map<string, Element[]>();
  const want = (element: Element): void => {
    const name = nameOf(element);
    const others = waiting.get(name);
    if (others) others.push(element);
    if (others || !name) return;
    const all = [element];
    waiting.set(name, all);
    load(name)
      .then(
        () => all.forEach(({ shadowRoot }) => shadowRoot && watch(shadowRoot)),
        () => console.warn(`<f3e-${name}> is missing.`),
      )
      .finally(() => {
        // Where it could not be, the fallback stays, and another tag of the same name tries again.
        waiting.delete(name);
      });
  };

  const look = (root: Document | ShadowRoot | Element): void => {
    for (const element of root.querySelectorAll(selector)) want(element);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) watch(element.shadowRoot);
  };
  const watched = new WeakSet<Node>();
  const watch = (root: Document | ShadowRoot): void => {
    if (watched.has(root)) return;
    watched.add(root);
    look(root);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (node.nodeType !== 1) continue;
          want(node as Element);
          if ((node as Element).shadowRoot) watch((node as Element).shadowRoot!);
          look(node as Element);
        }
      }
    }).observe(root, { childList: true, subtree: true });
  };
  watch(document);
}
