/** The only call of `fetch`: no credentials, no redirects, no referrer (P10). */
export const request = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });

/** Where the paths of an endpoint begin. */
export const baseOf = (endpoint: string): string => endpoint.replace(/\/*$/, '/v1/');
