/** The names of the elements, as their tags have them behind `f3e-`. */
const names = [
  'provider',
  'community-card',
  'community-directory',
  'join-form',
  'proposal-form',
  'registration-form',
  'resource-list',
  'session-calendar',
];
const selector = names.map((name) => `f3e-${name}`).join();

/** The kinds of elements that the page holds, without those that show nothing. */
export const kindsIn = (root: ParentNode): string[] =>
  names.slice(1).filter((name) => root.querySelector(`f3e-${name}`));

/** Watches the document, and the shadow roots of what it loads, for tags to load. Safe to start twice. */
export function start(load: (name: string) => Promise<unknown>): void {
  const waiting = new Map<string, Element[]>();
  const want = (element: Element): void => {
    const tag = element.localName;
    const others = waiting.get(tag);
    if (others) others.push(element);
    if (others || customElements.get(tag)) return;
    const all = [element];
    waiting.set(tag, all);
    load(tag.slice(4))
      .then(
        () => all.forEach(({ shadowRoot }) => shadowRoot && watch(shadowRoot)),
        () => console.warn(`<${tag}> is missing.`),
      )
      .finally(() => {
        // Where it could not be, the fallback stays, and another tag of the same name tries again.
        waiting.delete(tag);
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
          if ((node as Element).matches(selector)) want(node as Element);
          if ((node as Element).shadowRoot) watch((node as Element).shadowRoot!);
          look(node as Element);
        }
      }
    }).observe(root, { childList: true, subtree: true });
  };
  watch(document);
}
