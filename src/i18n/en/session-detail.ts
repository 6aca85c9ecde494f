import type { SessionDetailStrings } from '../strings.js';

export const strings: SessionDetailStrings = {
  community: 'Community',
  days: 'Times',
  place: 'Place',
  map: 'See on a map',
  stepFree: 'step-free access',
  facilitation: 'Facilitation',
  cancelledBecause: (reason) => `Session cancelled. ${reason}`,
  movedFrom: (when) => `Session moved: it was planned ${when}.`,
  reserved: {
    members: 'This session is for member organisations of F3E.',
    participants: 'This session is for people who already take part in the group.',
  },
  approval: 'The F3E team reads each request and answers by e-mail.',
  opensOn: (when) => `Registration opens ${when}.`,
  closesOn: (when) => `Registration until ${when}.`,
  nobodyCanNow: {
    full: 'The session is full.',
    closed: 'Registration is closed.',
    cancelled: 'Registration is no longer possible.',
    'not-yet-open': 'Registration is not open yet.',
  },
  waiting: (count) => `${count} ${count === 1 ? 'person' : 'people'} waiting`,
  addTo: 'Add to my calendar',
  file: '.ics file',
  resources: 'What came out of it',
  noResources: 'Nothing has been published of this session yet.',
  series: (index, total, title) => `Session ${index} of ${total} in the series “${title}”`,
  otherDates: 'The other dates',
  clockChange: (day) => `Note: your time differs in another way from that of the sessions from ${day}.`,
  page: 'Page of the session',
};
