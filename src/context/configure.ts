import { pageStart } from './page.js';
import type { Settings } from './settings.js';

let defaults: Settings = {};

/** Sets defaults that providers and attributes override. Call it early: elements already shown keep their settings. */
export function configure(settings: Settings): void {
  defaults = { ...defaults, ...settings };
}

/** Defaults for elements without a provider or an attribute of their own. */
export const pageSettings = (): Settings => {
  const endpoint = pageStart()?.endpoint;
  return { ...(endpoint && { endpoint }), ...defaults };
};
