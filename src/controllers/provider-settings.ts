import { endpointOf } from '../api/endpoint.js';
import type { ApiClient } from '../api/client.js';
import type { Settings } from '../context/settings.js';

/** What a provider says, in its attributes or properties. */
interface Said {
  endpoint?: string | null | undefined;
  format?: string | null | undefined;
  site?: string | null | undefined;
  timeZone?: string | null | undefined;
  api?: ApiClient | undefined;
}

/** The settings of what a provider says; what it leaves out is not among them. */
export const providerSettings = ({ endpoint, format, site, timeZone, api }: Said): Settings => ({
  ...(endpoint && { endpoint: endpointOf(endpoint, format ?? undefined) }),
  ...(site && { site }),
  ...(timeZone && { timeZone }),
  ...(api && { api }),
});

/** The settings of the nearest provider whose code is still on its way: the first request is already the right one. */
export function comingSettings(element: Element): Settings | undefined {
  const provider = element.closest('f3e-provider:not(:defined)');
  const said = (name: string) => provider?.getAttribute(name);
  return (
    (provider &&
      providerSettings({
        endpoint: said('endpoint'),
        format: said('format'),
        site: said('site'),
        timeZone: said('time-zone'),
      })) ??
    undefined
  );
}
