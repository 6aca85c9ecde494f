/** What each tag loads. */
const loaders = new Map<string, () => Promise<unknown>>([
  ['f3e-provider', () => import('./elements/provider/provider.define.js')],
  ['f3e-community-card', () => import('./elements/community-card/community-card.define.js')],
  ['f3e-community-directory', () => import('./elements/community-directory/community-directory.define.js')],
  ['f3e-join-form', () => import('./elements/join-form/join-form.define.js')],
  ['f3e-proposal-form', () => import('./elements/proposal-form/proposal-form.define.js')],
  ['f3e-registration-form', () => import('./elements/registration-form/registration-form.define.js')],
  ['f3e-resource-list', () => import('./elements/resource-list/resource-list.define.js')],
  ['f3e-session-calendar', () => import('./elements/session-calendar/session-calendar.define.js')],
]);

/** Watches the document, and the shadow roots of what it loads, for tags to load. Safe to start twice. */
export function start(): void {
  const waiting = new Map<string, Element[]>();
  const want = (element: Element): void => {
    const tag = element.localName;
    const load = loaders.get(tag);
    const others = waiting.get(tag);
    if (others) others.push(element);
    if (!load || others || customElements.get(tag)) return;
    const all = [element];
    waiting.set(tag, all);
    load()
      .then(
        () => all.forEach(({ shadowRoot }) => shadowRoot && watch(shadowRoot)),
        () => console.warn(`<${tag}> is missing.`),
      )
      .finally(() => {
        // Where it could not be, the fallback stays, and another tag of the same name tries again.
        waiting.delete(tag);
      });
  };

  const selector = [...loaders.keys()].join(',');
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
