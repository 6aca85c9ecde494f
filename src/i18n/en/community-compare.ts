import type { CommunityCompareStrings } from '../strings.js';

export const strings: CommunityCompareStrings = {
  title: 'Which one is for me?',
  hint: 'What tells them apart: their purpose, who is welcome, how often they meet and their next date.',
  community: 'Community',
  purpose: 'What it is for',
  audience: 'Who may come',
  cadence: 'How often',
  next: 'Next session',
  way: 'Way in',
  unknown: 'Not told',
};
