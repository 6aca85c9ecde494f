import type { Resource, ResourcePage } from '../../src/contract/index.js';
import type { Language } from './language.js';

/** The words of the hosted pages of resources. */
export interface ResourcePageMessages {
  title: string;
  intro: string;
  search: string;
  go: string;
  facets: Record<keyof ResourcePage['facets'], string>;
  any: string;
  kinds: Record<Resource['kind'], string>;
  accesses: Record<Resource['access'], string>;
  found(total: number, page: number, pages: number): string;
  tooLong(most: number): string;
  nothing: string;
  try: string;
  loose: string;
  clear: string;
  pages: string;
  previous: string;
  next: string;
  follow: string;
  download: string;
  open: string;
  accessible: string;
  noAddress: string;
  from: string;
  publisher: string;
  collection: string;
  language: string;
  format: string;
  back: string;
  community(name: string): string;
}

const fr: ResourcePageMessages = {
  title: 'Ressources',
  intro: 'Guides, actes, études, fiches, vidéos et podcasts du réseau.',
  search: 'Chercher dans les ressources',
  go: 'Chercher',
  facets: {
    community: 'Communauté',
    theme: 'Thème',
    kind: 'Type',
    language: 'Langue',
    year: 'Année',
    access: 'Accès',
  },
  any: 'Indifférent',
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
  found: (total, page, pages) =>
    `${total} ${total < 2 ? 'ressource' : 'ressources'}${pages > 1 ? `, page ${page} sur ${pages}` : ''}`,
  tooLong: (most) =>
    `La recherche dépasse ${most} caractères : raccourcissez-la. Les ressources sont montrées sans elle.`,
  nothing: 'Aucune ressource ne répond à cette recherche.',
  try: 'Essayez avec\u00a0:',
  loose: 'Aucune ressource ne contient tous ces mots. Voici les plus proches.',
  clear: 'Toutes les ressources',
  pages: 'Pages de ressources',
  previous: 'Page précédente',
  next: 'Page suivante',
  follow: 'Suivre cette liste (RSS)',
  download: 'Télécharger la liste (CSV)',
  open: 'Ouvrir la ressource',
  accessible: 'Version accessible',
  noAddress: 'Cette ressource n’est pas en ligne\u00a0: demandez-la au F3E.',
  from: 'Issue de la séance',
  publisher: 'Publiée par',
  collection: 'Collection',
  language: 'Langue',
  format: 'Format',
  back: 'Toutes les ressources',
  community: (name) => `Ressources de la communauté (${name})`,
};

const en: ResourcePageMessages = {
  title: 'Resources',
  intro: 'Guides, proceedings, studies, sheets, videos and podcasts of the network.',
  search: 'Search the resources',
  go: 'Search',
  facets: {
    community: 'Community',
    theme: 'Theme',
    kind: 'Type',
    language: 'Language',
    year: 'Year',
    access: 'Access',
  },
  any: 'Any',
  kinds: {
    guide: 'Guide',
    proceedings: 'Proceedings',
    study: 'Study',
    sheet: 'Sheet',
    video: 'Video',
    podcast: 'Podcast',
    article: 'Article',
    'meeting-report': 'Report',
    tool: 'Tool',
    'web-page': 'Web page',
  },
  accesses: { public: 'Open access', members: 'Members only' },
  found: (total, page, pages) =>
    `${total} ${total === 1 ? 'resource' : 'resources'}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
  tooLong: (most) =>
    `The search has more than ${most} characters: shorten it. The resources are shown without it.`,
  nothing: 'No resource answers this search.',
  try: 'Try:',
  loose: 'No resource holds all these words. Here are the closest ones.',
  clear: 'All resources',
  pages: 'Pages of resources',
  previous: 'Previous page',
  next: 'Next page',
  follow: 'Follow this list (RSS)',
  download: 'Download the list (CSV)',
  open: 'Open the resource',
  accessible: 'Accessible version',
  noAddress: 'This resource is not online: ask F3E for it.',
  from: 'From the session',
  publisher: 'Published by',
  collection: 'Collection',
  language: 'Language',
  format: 'Format',
  back: 'All resources',
  community: (name) => `Resources of the community (${name})`,
};

export const resourcePageMessages = (language: Language): ResourcePageMessages =>
  language === 'en' ? en : fr;
