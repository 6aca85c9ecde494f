/**
 * The embed: loads what shows the `f3e-*` tags of the page, which then watches the page for more. On a page that has none
 * yet, only what watches.
 */
import { companions } from './companions.js';
import type { start } from './start.js';

const address = import.meta.url;
const kinds = [...document.querySelectorAll(':not(:defined)')].flatMap(
  ({ localName }) => /^f3e-(?!provider)(.+)/.exec(localName)?.[1] ?? [],
);
/** The kind of element whose file holds what all of them share; none where the page has several that go apart. */
const [main] = kinds.filter((kind) => kinds.every((one) => one === kind || one === companions.get(kind)));

const fetched = (file: string) =>
  import(/* @vite-ignore */ new URL(`${file}.js`, address).href) as Promise<{ start: typeof start }>;

// What cannot be fetched leaves what stands between the tags as it is.
void Promise.any(main ? [fetched(`solo/${main}`)] : kinds.map((kind) => fetched(`elements/${kind}`)))
  .catch(() => fetched('watch'))
  .then(({ start }) => {
    const own = [...document.scripts].filter(({ src }) => src === address);
    start(own[0]?.dataset ?? {}, address);
  });
