/**
 * The embed: watches the page for `f3e-*` tags and loads what it finds, each once. Nothing is fetched before a tag is
 * there; a chunk that cannot be fetched leaves what stands between the tags as it is.
 */
import { setScriptEndpoint } from './context/configure.js';
import { endpointOf } from './context/settings.js';
import { start } from './loader.js';

const address = import.meta.url;
let own: HTMLScriptElement | undefined;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
  if (script.src === address) own = script;
}
setScriptEndpoint(
  endpointOf(
    own?.dataset['endpoint'] || new URL('..', address).href.replace(/\/$/, ''),
    own?.dataset['format'],
  ),
);

start();
