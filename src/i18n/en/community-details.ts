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
};
