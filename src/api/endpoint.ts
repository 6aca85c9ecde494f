/** `api`: this library's contract; `json`: a folder with `communities.json`, `sessions.json` and `resources.json`. */
export type Format = 'api' | 'json';

/** Whether an endpoint is a static file, which stands beside others, rather than an API. */
export const isFile = (endpoint: string): boolean => /\.json([?#]|$)/.test(endpoint);

/** The endpoint as elements know it: a folder of files is named by one of them. */
export const endpointOf = (address: string, format: string | undefined): string =>
  format === 'json' && !isFile(address) ? address.replace(/\/*$/, '/resources.json') : address;

/** The endpoint that the tag of a script says, else where the script at `address` was served from. */
export const endpointOfScript = ({ endpoint, format }: DOMStringMap, address: string): string =>
  endpointOf(endpoint || new URL('..', address).href.replace(/\/$/, ''), format);
