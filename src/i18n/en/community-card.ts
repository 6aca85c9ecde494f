import type { CommunityCardStrings } from '../strings.js';
import { strings as status } from './status.js';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const strings: CommunityCardStrings = {
  ...status,
  status: { open: 'Open to all', closed: 'Closed for now', 'on-request': 'Joining on request' },
  functions: 'What it is for',
  functionKinds: { experimentation: 'Experimentation', learning: 'Learning', networking: 'Networking' },
  weights: ['in support', 'important', 'at the heart'],
  origin: 'Born of',
  originKinds: { training: 'training', programme: 'programme' },
  audience: 'For whom',
  audiences: {
    both: 'Members and non-members of F3E',
    members: 'Members of F3E',
    nonMembers: 'Non-members of F3E',
  },
  more: 'Find out more',
  nextSession: 'Next session',
  noNextSession: 'No session planned for now.',
  modes: { online: 'online', 'in-person': 'in person', hybrid: 'online and in person' },
  rescheduled: 'New date',
  registration: {
    'not-yet-open': 'registration opens soon',
    open: 'registration open',
    'waiting-list': 'full, waiting list open',
    full: 'full',
    closed: 'registration closed',
    cancelled: 'cancelled',
  },
  placesLeft: (count) => some(count, 'place left', 'places left'),
  yourTime: (time, city) => `${time} for you (${city})`,
  timeIn: (city) => `${city} time`,
  join: { open: 'Join the community', closed: 'Hear when it reopens', 'on-request': 'Ask to join' },
};
