import type { TroubleStrings } from '../strings.js';
import { strings as status } from './status.js';

const server = 'Le service a rencontré un problème. Réessayez dans quelques minutes.';

export const strings: TroubleStrings = {
  errors: {
    offline: status.offline,
    timeout: 'Le service met trop de temps à répondre.',
    'not-found': 'Ce contenu n’existe pas ou n’existe plus.',
    refused: 'Ce contenu ne peut pas être montré ici.',
    invalid: server,
    busy: 'Le service est très demandé. Réessayez dans un instant.',
    server,
    garbage: 'La réponse reçue n’est pas lisible. Un réseau public demande peut-être de s’identifier.',
  },
  asOf: (when) => `Informations du ${when} : la connexion ne permet pas de les mettre à jour.`,
};
