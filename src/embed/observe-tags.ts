/** Milliseconds before a file that failed is asked for again; they double each time. */
const RETRY_AFTER = 3_000;
const MAX_TRIES = 4;

/**
 * Finds F3E tags in the document and in shadow roots, now and later. Calls `onTag` for each tag not yet defined, and `load`
 * once for each name (`join-form` for `f3e-join-form`). A failed load is tried again when the network returns or another
 * tag of that name appears; until then the fallback content stays. `onPlace` is called for what may be the place of an
 * element: a link, or an element with `data-f3e`.
 */
export function observeTags(
  load: (name: string, first: Element) => Promise<unknown>,
  onTag: (tag: Element) => void,
  onPlace: (place: Element) => void,
): void {
  const loading = new Set<string>();
  let tries = 0;
  const observed = new WeakSet<Node>();

  const observe = (root: Document | ShadowRoot): void => {
    if (observed.has(root)) return;
    observed.add(root);
    const awaited = new Set<string>();

    const visit = (tag: Element): void => {
      const { localName, shadowRoot } = tag;
      if (shadowRoot) observe(shadowRoot);
      if (localName === 'a' || tag.hasAttribute('data-f3e')) onPlace(tag);
      if (!localName.startsWith('f3e-') || customElements.get(localName)) return;
      if (!awaited.has(localName)) {
        awaited.add(localName);
        // Once they are defined, their shadow roots are observed as well. A name with capitals (XHTML keeps them) is refused.
        customElements.whenDefined(localName).then(
          () => visitAll(root),
          () => undefined,
        );
      }
      onTag(tag);
      if (loading.has(localName)) return;
      loading.add(localName);
      load(localName.slice(4), tag).catch((error: unknown) => {
        console.warn(
          error,
          `<${localName}> could not be loaded; what stands between its tags is shown instead.`,
        );
        loading.delete(localName);
        addEventListener('online', () => visitAll(document), { once: true });
        // A server that was busy answers a moment later.
        if (tries < MAX_TRIES) setTimeout(() => visitAll(root), RETRY_AFTER * 2 ** tries++);
      });
    };
    const visitAll = (within: ParentNode): void => {
      for (const element of within.querySelectorAll('*')) visit(element);
    };

    visitAll(root);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          visit(node as Element);
          visitAll(node as Element);
        }
      }
    }).observe(root, { childList: true, subtree: true });
  };
  observe(document);
}
