/** The one place that asks the network: no credentials, no redirect, and the page's address is told to nobody (P10). */
export const request = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });

/** Where the paths of an endpoint begin. */
export const baseOf = (endpoint: string): string => endpoint.replace(/\/*$/, '/v1/');
