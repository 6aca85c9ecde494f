import type { CommunityDirectoryStrings } from '../strings.js';
import { strings as card } from './community-card.js';

export const strings: CommunityDirectoryStrings = {
  ...card,
  communities: 'Communautés de pratiques',
  filter: (count) => (count ? `Filtrer (${count})` : 'Filtrer'),
  found: (total) => `${total} ${total < 2 ? 'communauté' : 'communautés'}`,
  sort: 'Trier par',
  sorts: { '': 'ordre du F3E', next: 'prochaine séance', name: 'nom' },
  sorted: (by) => `Triées par : ${by}`,
  compare: 'Laquelle est pour moi ?',
  cards: 'Revenir aux communautés',
  missing: 'Il manque une communauté sur votre sujet ?',
  propose: 'Proposer une communauté',
  nothingHere: 'Rien à montrer pour l’instant.',
};
