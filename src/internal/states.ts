const internals = new WeakMap<HTMLElement, ElementInternals>();

/** Makes `:state(name)` match, instead of the name before; for browsers that know it. */
export function setState(host: HTMLElement, name: string): void {
  let inner = internals.get(host);
  if (!inner) internals.set(host, (inner = host.attachInternals()));
  try {
    inner.states.clear();
    inner.states.add(name);
  } catch {
    // Older browsers take only names that begin with two hyphens, or none.
  }
}
