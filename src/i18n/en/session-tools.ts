import type { SessionToolsStrings } from '../strings.js';

export const strings: SessionToolsStrings = {
  words: 'Words',
  wordsHint: 'In the title, the place or the summary',
  names: {
    community: 'Community',
    kind: 'Kind of session',
    mode: 'Online or in person',
    language: 'Language',
    audience: 'For whom',
  },
  everyone: 'open to all',
  available: 'With places left',
  copyOrFollow:
    'Subscribing keeps your calendar up to date: changes and cancellations arrive by themselves. Downloading makes a copy that changes no more.',
  follow: 'Subscribe in my calendar',
  address: 'Address of the subscription',
  copy: 'Copy the address',
  copied: 'Address copied.',
  notCopied: 'The address could not be copied: it is selected, copy it with the keyboard.',
  download: 'Download a copy (.ics)',
  nothingIn: (from, to) => (to ? `No session from ${from} to ${to}.` : `No session in ${from}.`),
  nothingFits: 'No session fits these filters.',
  clearFilters: 'Clear all',
  nextOn: (day) => `Next session: ${day}`,
  lastOn: (day) => `Previous session: ${day}`,
  notAll: 'There are more sessions: choose a month or a filter to see them.',
  clock: 'Times shown',
  sessionClock: 'Time of the sessions',
  clockOf: (city) => `Time in ${city}`,
};
