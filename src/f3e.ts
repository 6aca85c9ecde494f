/**
 * The embed: watches the page for `f3e-*` tags and loads what it finds, each once. Nothing is fetched before a tag is
 * there; what cannot be fetched leaves what stands between the tags as it is.
 */
import { companions } from './companions.js';
import { endpointOf } from './context/settings.js';
import { kindsIn, start } from './loader.js';

/** What the file of an element says: how it begins, and what comes beside it without a second copy of what they share. */
interface Entry {
  begin: (endpoint: string) => void;
  others: Map<string, () => Promise<Entry>>;
}

const address = import.meta.url;
let own: HTMLScriptElement | undefined;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
  if (script.src === address) own = script;
}
const endpoint = endpointOf(
  own?.dataset['endpoint'] || new URL('..', address).href.replace(/\/$/, ''),
  own?.dataset['format'],
);

const fetched = (folder: string, name: string) =>
  import(/* @vite-ignore */ new URL(`${folder}/${name}.js`, address).href) as Promise<Entry>;

/** The kind of element whose file holds what all of them share; none where the page has several that go apart. */
let main: { name: string; entry: Promise<Entry | undefined> } | undefined;

start(async (name) => {
  if (!main) {
    const kinds = kindsIn(document);
    if (!kinds.length) kinds.push(name);
    const [first = ''] = kinds.filter((kind) =>
      kinds.every((one) => one === kind || one === companions.get(kind)),
    );
    main = {
      name: first,
      entry: first ? fetched('solo', first).catch(() => undefined) : Promise.resolve(undefined),
    };
  }
  const shared = await main.entry;
  const entry =
    shared && name === main.name ? shared : await (shared?.others.get(name)?.() ?? fetched('elements', name));
  entry.begin(endpoint);
});
