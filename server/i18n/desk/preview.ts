import type { Language } from '../language.js';

const fr = {
  title: 'Aperçu',
  summary: 'Voir dans les vrais widgets, avant de publier',
  frame: 'La séance telle qu’une page la montrera',
  width: 'Largeur',
  widths: { '360': 'téléphone', '640': 'colonne', '1000': 'page' },
  light: 'Couleurs',
  lights: { clair: 'claires', sombre: 'sombres' },
  language: 'Langue',
  zone: 'Horloge',
  zones: { 'Europe/Paris': 'Paris', 'Africa/Dakar': 'Dakar', 'Indian/Antananarivo': 'Antananarivo' },
  looks: 'Allure',
  themes: { neutral: 'de la page', f3e: 'F3E', soft: 'douce', contrast: 'contrastée' },
  page: 'La page de la séance, sans JavaScript',
};
const en: typeof fr = {
  title: 'Preview',
  summary: 'See it in the real widgets before publishing',
  frame: 'The session as a page will show it',
  width: 'Width',
  widths: { '360': 'phone', '640': 'column', '1000': 'page' },
  light: 'Colours',
  lights: { clair: 'light', sombre: 'dark' },
  language: 'Language',
  zone: 'Clock',
  zones: { 'Europe/Paris': 'Paris', 'Africa/Dakar': 'Dakar', 'Indian/Antananarivo': 'Antananarivo' },
  looks: 'Looks',
  themes: { neutral: 'of the page', f3e: 'F3E', soft: 'soft', contrast: 'contrast' },
  page: 'The page of the session, without JavaScript',
};

/** Words of the preview of a session. */
export const previewMessages = (language: Language): typeof fr => ({ fr, en })[language];
