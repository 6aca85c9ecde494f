import type { Settings } from './settings.js';

let defaults: Settings = {};
let fromScript = '';

/** Sets what no provider and no attribute says. Elements that are already shown keep what they have. */
export function configure(settings: Settings): void {
  defaults = { ...defaults, ...settings };
}

/** The endpoint that comes with the script: its `data-endpoint`, else where it was served from. */
export function setScriptEndpoint(endpoint: string): void {
  fromScript = endpoint;
}

/** What holds where nothing nearer says otherwise. */
export const pageSettings = (): Settings => ({ ...(fromScript && { endpoint: fromScript }), ...defaults });
