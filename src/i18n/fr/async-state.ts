import type { AsyncStateMessages } from '../messages.js';

export const messages: AsyncStateMessages = {
  stillLoading: 'Toujours en cours : la connexion semble lente.',
  retry: 'Réessayer',
  openPage: 'Ouvrir la page du F3E',
  errors: {
    offline: 'Le service n’a pas pu être joint. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le service met trop de temps à répondre.',
    'not-found': 'Ce contenu n’existe pas ou n’existe plus.',
    refused: 'Ce contenu ne peut pas être montré ici.',
    invalid: 'Le service a rencontré un problème. Réessayez dans quelques minutes.',
    busy: 'Le service est très demandé. Réessayez dans un instant.',
    server: 'Le service a rencontré un problème. Réessayez dans quelques minutes.',
    garbage: 'La réponse reçue n’est pas lisible. Un réseau public demande peut-être de s’identifier.',
  },
  asOf: (when) => `Informations du ${when} : la connexion ne permet pas de les mettre à jour.`,
};
