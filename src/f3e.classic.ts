/** The embed as one classic script: the same as `f3e.ts`, everything inside. */
import { endpointOfScript } from './api/endpoint.js';
import { setScriptEndpoint } from './context/configure.js';
import { watchPage } from './watch.js';

/** What defines each element. */
const definitions = new Map<string, () => Promise<unknown>>([
  ['provider', () => import('./elements/provider/provider.define.js')],
  ['community-card', () => import('./elements/community-card/community-card.define.js')],
  ['community-directory', () => import('./elements/community-directory/community-directory.define.js')],
  ['join-form', () => import('./elements/join-form/join-form.define.js')],
  ['proposal-form', () => import('./elements/proposal-form/proposal-form.define.js')],
  ['registration-form', () => import('./elements/registration-form/registration-form.define.js')],
  ['resource-list', () => import('./elements/resource-list/resource-list.define.js')],
  ['session-calendar', () => import('./elements/session-calendar/session-calendar.define.js')],
]);

let own = document.currentScript as HTMLScriptElement | null;
for (const script of document.querySelectorAll<HTMLScriptElement>('script[src*="/f3e.classic.js"]'))
  own ??= script;
if (own) setScriptEndpoint(endpointOfScript(own.dataset, own.src));

watchPage((name) => definitions.get(name)?.() ?? Promise.reject(new Error(name)));
