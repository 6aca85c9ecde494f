import type { CommunityCompareStrings } from '../strings.js';

export const strings: CommunityCompareStrings = {
  title: 'Laquelle est pour moi ?',
  hint: 'Ce qui les distingue : leur objet, les personnes attendues, leur rythme et leur prochaine date.',
  community: 'Communauté',
  purpose: 'À quoi elle sert',
  audience: 'Pour qui',
  cadence: 'Rythme',
  next: 'Prochaine séance',
  way: 'Entrer',
  unknown: 'Non précisé',
};
