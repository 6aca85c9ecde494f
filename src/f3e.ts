/**
 * The embed: loads what shows the `f3e-*` tags of the page, which then watches the page for more. On a page that has none
 * yet, only what watches.
 */
import { companions } from './companions.js';
import type { start } from './start.js';

const address = import.meta.url;
// Now: the page may take its tag away.
const [own] = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(
  ({ src }) => src === address,
);
const kinds = [...document.querySelectorAll(':not(:defined)')].flatMap(
  ({ localName }) => /^f3e-(?!provider)(.+)/.exec(localName)?.[1] ?? [],
);
/** The kind of element whose file holds what all of them share; none where the page has several that go apart. */
const [main] = kinds.filter((kind) => kinds.every((one) => one === kind || one === companions.get(kind)));

const fetched = (file: string) =>
  import(/* @vite-ignore */ new URL(`${file}.js`, address).href) as Promise<{ start: typeof start }>;

// What cannot be fetched leaves what stands between the tags as it is, and is tried again with the network.
const begin = (): void => {
  Promise.any(main ? [fetched(`solo/${main}`)] : kinds.map((kind) => fetched(`elements/${kind}`)))
    .catch(() => fetched('watch'))
    .then(
      ({ start }) => start(own?.dataset ?? {}, address),
      () => addEventListener('online', begin, { once: true }),
    );
};
begin();
