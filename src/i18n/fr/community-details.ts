import type { CommunityDetailsMessages } from '../messages.js';

const some = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const messages: CommunityDetailsMessages = {
  details: {
    need: 'Besoin',
    needs: { identified: 'repéré par le F3E', requested: 'exprimé par les membres' },
    strands: 'Volets',
    access: { open: 'ouvert', closed: 'fermé', 'on-request': 'sur demande' },
    cadence: 'Rythme',
    languages: 'Langues',
    facilitation: 'Animation',
    productions: 'Production',
    themes: 'Thèmes',
    goFurther: 'Autour de la communauté',
    spaces: { training: 'formation', study: 'étude', meeting: 'rencontre', research: 'recherche-action' },
    upcoming: (count) => some(count, 'séance à venir', 'séances à venir'),
    resources: (count) => some(count, 'ressource', 'ressources'),
    organisations: (count) => some(count, 'organisation participante', 'organisations participantes'),
  },
};
