/**
 * The embed as modules (`f3e.js`): fetches the code of each element whose tag the page holds, now or later. What all
 * elements share (`core.js`) is fetched beside it, so that one does not wait for the other.
 */
import { endpointOfScript } from '../api/endpoint.js';
import { startPage } from '../context/page.js';
import { observeTags } from './observe-tags.js';

const address = import.meta.url;
const [tag] = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(
  ({ src }) => src === address,
);
startPage({ endpoint: endpointOfScript(tag?.dataset ?? {}, address) });

/** The three forms share almost all of their code, and one file. */
const fileOf = (name: string): string => (name.endsWith('-form') ? 'forms' : name);
const fetchFile = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(path, address).href);

observeTags((name) => Promise.all([fetchFile('core.js'), fetchFile(`elements/${fileOf(name)}.js`)]));
