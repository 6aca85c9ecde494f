import type { StatusStrings } from '../strings.js';

export const strings: StatusStrings = {
  loading: 'Loading…',
  stillLoading: 'Still loading: the connection seems slow.',
  retry: 'Try again',
  openPage: 'Open the F3E page',
  offline: 'The service could not be reached. Check your connection, then try again.',
};
