import type { ResourceListStrings } from '../strings.js';
import { strings as status } from './status.js';

const some = (count: number) => `${count} ${count < 2 ? 'ressource' : 'ressources'}`;

export const strings: ResourceListStrings = {
  ...status,
  resources: 'Ressources',
  words: 'Chercher dans les ressources',
  search: 'Chercher',
  sort: 'Trier par',
  sorts: { relevance: 'pertinence', date: 'date', title: 'titre' },
  filter: (count) => (count ? `Filtrer (${count})` : 'Filtrer'),
  facets: {
    community: 'Communauté',
    theme: 'Thème',
    kind: 'Type',
    language: 'Langue',
    year: 'Année',
    access: 'Accès',
  },
  more: (count) => (count < 2 ? '1 autre' : `Les ${count} autres`),
  kinds: {
    guide: 'Guide',
    proceedings: 'Actes',
    study: 'Étude',
    sheet: 'Fiche',
    video: 'Vidéo',
    podcast: 'Podcast',
    article: 'Article',
    'meeting-report': 'Compte rendu',
    tool: 'Outil',
    'web-page': 'Page web',
  },
  accesses: { public: 'Accès libre', members: 'Réservé aux membres' },
  formats: { html: 'page web', video: 'vidéo', audio: 'audio' },
  found: (total, page, pages) => some(total) + (pages > 1 ? `, page ${page} sur ${pages}` : ''),
  pages: 'Pages de ressources',
  page: (number) => `Page ${number}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  showMore: (count) => (count < 2 ? 'Montrer la suivante' : `Montrer les ${count} suivantes`),
  accessible: 'Version accessible',
  from: 'Issue de la séance',
  follow: 'Suivre cette liste (RSS)',
  download: 'Télécharger la liste (CSV)',
};
