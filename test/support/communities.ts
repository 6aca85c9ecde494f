import { genre } from './data.js';

const site = 'https://communautes.example.org';
const community = (slug: string, more: object = {}) => ({
  ...genre,
  slug,
  links: {
    page: `${site}/communautes/${slug}`,
    join: `${site}/communautes/${slug}/rejoindre`,
    sessions: `${site}/communautes/${slug}#seances`,
    resources: `${site}/ressources?community=${slug}`,
  },
  ...more,
});
/** Three of different kinds. */
export const communities = {
  items: [
    community('aoc', {
      shortName: 'Approches orientées changement',
      acronym: 'CP AOC',
      functions: [{ kind: 'learning', weight: 3 }],
      themes: [{ slug: 'changement', label: { fr: 'Changement social', en: 'Social change' } }],
      status: 'closed',
      nextSession: null,
    }),
    community('genre', { shortName: 'Genre' }),
    community('ecsi', {
      shortName: 'Effets et impact de l’ECSI',
      functions: [{ kind: 'learning', weight: 3 }],
      audience: { members: true, nonMembers: false, note: '' },
      status: 'on-request',
      nextSession: {
        ...genre.nextSession,
        id: 'ecsi-1',
        start: '2026-11-23T10:00:00+01:00',
        end: '2026-11-23T12:00:00+01:00',
      },
    }),
  ],
  themes: [],
};
/** As many as wanted. */
export const manyCommunities = (count: number) => ({
  items: Array.from({ length: count }, (_, n) => community(`c${n}`, { shortName: `Communauté ${n}` })),
  themes: [],
});
