import type { SessionCalendarStrings } from '../strings.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

const sessions = (count: number) => `${count || 'no'} session${count === 1 ? '' : 's'}`;

export const strings: SessionCalendarStrings = {
  ...status,
  ...session,
  sessions: 'Sessions',
  skip: 'Skip the calendar',
  agenda: 'List',
  month: 'Month',
  previous: 'Earlier months',
  next: 'Later months',
  today: 'Today',
  pickMonth: 'Go to month',
  kinds: {
    workshop: 'workshop',
    webinar: 'webinar',
    'practice-exchange': 'practice exchange',
    'working-group': 'working group',
    plenary: 'plenary',
    meeting: 'meeting',
  },
  audiences: { members: 'members only', participants: 'participants only' },
  access: {
    captions: 'captions',
    lsf: 'French sign language',
    'step-free': 'step-free access',
    childcare: 'childcare',
    'interpretation-fr': 'interpretation into French',
    'interpretation-en': 'interpretation into English',
    'interpretation-es': 'interpretation into Spanish',
  },
  statuses: { cancelled: 'cancelled', held: 'past', rescheduled: 'moved' },
  inLanguage: (name) => `in ${name}`,
  dayOf: (nth, of) => `day ${nth} of ${of}`,
  pastSessions: (count) => `${sessions(count)} earlier this month`,
  told: (period, count) => `${period}: ${sessions(count)}`,
  filter: (count) => (count ? `Filter (${count})` : 'Filter'),
  subscribe: 'Subscribe',
  register: { open: 'Register', 'waiting-list': 'Waiting list' },
  movedFrom: (day) => `first planned on ${day}`,
};
