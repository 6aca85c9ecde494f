import type { StatusStrings } from '../strings.js';

const server = 'The service met a problem. Try again in a few minutes.';

export const strings: StatusStrings = {
  loading: 'Loading…',
  stillLoading: 'Still loading: the connection seems slow.',
  retry: 'Try again',
  openPage: 'Open the F3E page',
  errors: {
    offline: 'The service could not be reached. Check your connection, then try again.',
    timeout: 'The service takes too long to answer.',
    'not-found': 'This content does not exist, or no longer does.',
    refused: 'This content cannot be shown here.',
    invalid: server,
    busy: 'The service is in great demand. Try again in a moment.',
    server,
    garbage: 'The answer cannot be read. A public network may be asking you to sign in.',
  },
  nothingHere: 'Nothing to show for now.',
  asOf: (when) => `As of ${when}: the connection does not allow an update.`,
};
