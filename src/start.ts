import { endpointOfScript } from './api/endpoint.js';
import { watchPage } from './watch.js';

/** What the file of an element says: it defines the element, once told the endpoint. */
export interface Entry {
  begin: (endpoint: string) => void;
}

/** What came beside a file without a second copy of what they share. */
export type Others = Map<string, () => Promise<Entry>>;

/**
 * Begins with the element of the file that came first, if any; then loads what else the page holds, now or later. `address` is
 * the loader's own, `tag` what its tag says.
 */
export function start(tag: DOMStringMap, address: string, begin?: Entry['begin'], others?: Others): void {
  const known = endpointOfScript(tag, address);
  begin?.(known);
  watchPage(async (name) => {
    const entry = await (others?.get(name)?.() ??
      (import(/* @vite-ignore */ new URL(`elements/${name}.js`, address).href) as Promise<Entry>));
    entry.begin(known);
  });
}
