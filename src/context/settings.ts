import type { ApiClient } from '../api/client.js';

/** What a page can say once for all the elements inside. */
export interface Settings {
  /** Address of the API, such as `https://communautes.example.org`, or of the `resources.json` of a folder of files. */
  endpoint?: string | undefined;
  /** Address of the site, such as `https://www.example.org`: told with what people submit when the page itself cannot tell. */
  site?: string | undefined;
  /** IANA zone to show times in, instead of the visitor's. */
  timeZone?: string | undefined;
  /** A client to use as it is, in tests and stories. */
  api?: ApiClient | undefined;
}

/** Registered by name, so that two copies of the library on a page understand each other. */
export const settingsKey = Symbol.for('f3e/api@1');
