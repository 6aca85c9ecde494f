import type { StatusStrings } from '../strings.js';

export const strings: StatusStrings = {
  loading: 'Chargement…',
  stillLoading: 'Toujours en cours : la connexion semble lente.',
  retry: 'Réessayer',
  openPage: 'Ouvrir la page du F3E',
  offline: 'Le service n’a pas pu être joint. Vérifiez votre connexion, puis réessayez.',
};
