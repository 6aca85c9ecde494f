/** Pixels from the edge of the window within which an element is loaded. */
const NEAR = 1_500;

/** Whether the tag, or something around it, asks to be loaded at once. */
const isEager = (tag: Element): boolean => Boolean(tag.closest('[loading="eager"]'));

/** A provider has no box; in a tab in the background nothing comes near before somebody looks at it. */
const isNear = (tag: Element): boolean => {
  if (tag.localName === 'f3e-provider' || document.hidden) return true;
  const [box] = tag.getClientRects();
  return box !== undefined && box.top < innerHeight + NEAR && box.bottom > -NEAR;
};

/** Milliseconds before a file that failed is asked for again; they double each time. */
const RETRY_AFTER = 3_000;
const MAX_TRIES = 4;

/**
 * Finds F3E tags in the document and in shadow roots, now and later. For each tag not yet defined that comes near the window
 * (at once with `loading="eager"` or `isAllEager`), calls `onTag`, and `load` once for each name (`join-form` for `f3e-join-form`). A failed load is tried again when the network returns or another
 * tag of that name appears; until then the fallback content stays. `onPlace` is called for what may be the place of an
 * element: a link, or an element with `data-f3e`.
 */
export function observeTags(
  load: (name: string, first: Element) => Promise<unknown>,
  onTag: (tag: Element) => void,
  onPlace: (place: Element) => void,
  isAllEager: boolean,
): void {
  const loading = new Set<string>();
  let tries = 0;
  const observed = new WeakSet<Node>();

  const loadFor = (tag: Element): void => {
    const { localName } = tag;
    if (customElements.get(localName)) return;
    onTag(tag);
    if (loading.has(localName)) return;
    loading.add(localName);
    load(localName.slice(4), tag).catch((error: unknown) => {
      console.warn(
        error,
        `<${localName}> could not be loaded; what stands between its tags is shown instead.`,
      );
      loading.delete(localName);
      const loadAgain = () => loadFor(tag);
      addEventListener('online', loadAgain, { once: true });
      // A server that was busy answers a moment later.
      if (tries < MAX_TRIES) setTimeout(loadAgain, RETRY_AFTER * 2 ** tries++);
    });
  };
  const approaching = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        approaching.unobserve(target);
        loadFor(target);
      }
    },
    { rootMargin: `${NEAR}px` },
  );

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
      if (isAllEager || isEager(tag) || isNear(tag)) loadFor(tag);
      else approaching.observe(tag);
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
