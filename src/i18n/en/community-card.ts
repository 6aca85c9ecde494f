import type { CommunityCardStrings } from '../strings.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

export const strings: CommunityCardStrings = {
  ...status,
  ...session,
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
  join: { open: 'Join the community', closed: 'Hear when it reopens', 'on-request': 'Ask to join' },
};
