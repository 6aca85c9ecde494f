import type { SessionDetailsMessages } from '../messages.js';

export const messages: SessionDetailsMessages = {
  detail: {
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
    waiting: (count) => `${count} ${count === 1 ? 'person' : 'people'} waiting`,
    addTo: 'Add to my calendar',
    file: '.ics file',
    seriesFile: 'All the series (.ics file)',
    resources: 'What came out of it',
    noResources: 'Nothing from this session has been published yet.',
    series: (index, total, title) => `Session ${index} of ${total} in the series “${title}”`,
    otherDates: 'The other dates',
    clockChange: (day) =>
      `Note: from ${day}, the difference between your time and that of the sessions changes.`,
    page: 'Page of the session',
    close: 'Close',
  },
  filters: {
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
  },
  subscription: {
    copyOrFollow:
      'Subscribing keeps your calendar up to date: changes and cancellations arrive by themselves. Downloading makes a copy that changes no more.',
    follow: 'Subscribe in my calendar',
    address: 'Address of the subscription',
    copy: 'Copy the address',
    copied: 'Address copied.',
    notCopied: 'The address could not be copied: it is selected, copy it with the keyboard.',
    download: 'Download a copy (.ics)',
  },
};
