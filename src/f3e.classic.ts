/** The embed as one classic script: the same as `f3e.ts`, everything inside. */
import { setScriptEndpoint } from './context/configure.js';
import { start } from './loader.js';

let own = document.currentScript as HTMLScriptElement | null;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src*="/f3e.classic.js"]'))
  own ??= script;
if (own) setScriptEndpoint(own.dataset['endpoint'] || new URL('..', own.src).href.replace(/\/$/, ''));

start();
