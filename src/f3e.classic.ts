/** The embed as one classic script: the same as `f3e.ts`, everything inside. */
import { setScriptEndpoint } from './context/configure.js';
import { endpointOf } from './context/settings.js';
import { start } from './loader.js';

let own = document.currentScript as HTMLScriptElement | null;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src*="/f3e.classic.js"]'))
  own ??= script;
if (own) {
  const { endpoint, format } = own.dataset;
  setScriptEndpoint(endpointOf(endpoint || new URL('..', own.src).href.replace(/\/$/, ''), format));
}

start();
