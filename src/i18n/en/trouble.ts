import type { TroubleStrings } from '../strings.js';
import { strings as status } from './status.js';

const server = 'The service met a problem. Try again in a few minutes.';

export const strings: TroubleStrings = {
  errors: {
    offline: status.offline,
    timeout: 'The service takes too long to answer.',
    'not-found': 'This content does not exist, or no longer does.',
    refused: 'This content cannot be shown here.',
    invalid: server,
    busy: 'The service is in great demand. Try again in a moment.',
    server,
    garbage: 'The answer cannot be read. A public network may be asking you to sign in.',
  },
  asOf: (when) => `As of ${when}: the connection does not allow an update.`,
};
