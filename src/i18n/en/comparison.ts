import type { ComparisonMessages } from '../messages.js';

export const messages: ComparisonMessages = {
  title: 'Which one is for me?',
  questions: {
    goal: 'I mostly want to',
    rhythm: 'How often?',
    place: 'The next session',
  },
  answers: {
    '': 'no matter',
    learning: 'learn',
    experimentation: 'experiment',
    networking: 'connect',
    often: 'about every month',
    sometimes: 'a few times a year',
    'in-person': 'in person',
    online: 'online',
  },
  sorted: (first) => `Sorted by your answers. The first: ${first}.`,
  unsorted: 'In the usual order.',
  all: {
    audience: {
      both: 'All welcome members and non-members of F3E.',
      members: 'All are for members of F3E.',
      nonMembers: 'All are for non-members of F3E.',
    },
    status: {
      open: 'All are open to everyone.',
      closed: 'All are closed for now.',
      'on-request': 'All are entered on request.',
    },
    purpose: (functions) => `All are mostly there to: ${functions}.`,
    cadence: 'All have the same rhythm:',
  },
  pair: 'The two communities compared',
  places: ['First community', 'Second community'],
  unlike: 'unlike the others',
  purpose: 'What it is for',
  tagline: 'In a sentence',
  audience: 'Who may come',
  status: 'Access',
  cadence: 'How often',
  next: 'Next session',
  way: 'Way in',
  unknown: 'Not stated',
};
