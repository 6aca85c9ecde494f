import type { CommunityDetailsMessages } from '../messages.js';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const messages: CommunityDetailsMessages = {
  details: {
    need: 'Need',
    needs: { identified: 'identified by F3E', requested: 'requested by members' },
    strands: 'Strands',
    access: { open: 'open', closed: 'closed', 'on-request': 'on request' },
    cadence: 'Rhythm',
    languages: 'Languages',
    facilitation: 'Facilitation',
    productions: 'Production',
    themes: 'Themes',
    goFurther: 'Around the community',
    spaces: { training: 'training', study: 'study', meeting: 'meeting', research: 'research' },
    upcoming: (count) => some(count, 'session to come', 'sessions to come'),
    resources: (count) => some(count, 'resource', 'resources'),
    organisations: (count) => some(count, 'organisation taking part', 'organisations taking part'),
  },
  comparison: {
    title: 'Which one is for me?',
    hint: 'What tells them apart: their purpose, who is welcome, how often they meet and their next date.',
    community: 'Community',
    purpose: 'What it is for',
    audience: 'Who may come',
    cadence: 'How often',
    next: 'Next session',
    way: 'Way in',
    unknown: 'Not stated',
  },
};
