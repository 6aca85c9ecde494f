/** Watches the document, and the shadow roots of what it loads, for `f3e-*` tags to load. Safe to start twice. */
export function watchPage(load: (name: string) => Promise<unknown>): void {
  const asked = new Set<string>();
  const watched = new WeakSet<Node>();

  const watch = (root: Document | ShadowRoot): void => {
    if (watched.has(root)) return;
    watched.add(root);
    const awaited = new Set<string>();
    const visit = (element: Element): void => {
      const { localName, shadowRoot } = element;
      if (shadowRoot) watch(shadowRoot);
      if (!localName.startsWith('f3e-') || customElements.get(localName)) return;
      if (!awaited.has(localName)) {
        awaited.add(localName);
        // Their roots are watched once they have one; a name that none can have (XHTML keeps capitals) waits for nothing.
        customElements.whenDefined(localName).then(
          () => look(root),
          () => undefined,
        );
      }
      if (asked.has(localName)) return;
      asked.add(localName);
      void load(localName.slice(4))
        .catch(() => console.warn(`<${localName}> is missing.`))
        // Where it could not be, the fallback stays, and another tag of the same name tries again.
        .then(() => asked.delete(localName));
    };
    const look = (within: ParentNode): void => {
      for (const element of within.querySelectorAll('*')) visit(element);
    };
    look(root);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (node.nodeType !== 1) continue;
          visit(node as Element);
          look(node as Element);
        }
      }
    }).observe(root, { childList: true, subtree: true });
  };
  watch(document);
}
