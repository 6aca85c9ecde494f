import { pageStart } from './page.js';
import type { Settings } from './settings.js';

let defaults: Settings = {};

/** Sets what no provider and no attribute says. Elements that are already shown keep what they have. */
export function configure(settings: Settings): void {
  defaults = { ...defaults, ...settings };
}

/** What holds where nothing nearer says otherwise. */
export const pageSettings = (): Settings => {
  const endpoint = pageStart()?.endpoint;
  return { ...(endpoint && { endpoint }), ...defaults };
};
