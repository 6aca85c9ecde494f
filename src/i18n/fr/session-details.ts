import type { SessionDetailsMessages } from '../messages.js';

export const messages: SessionDetailsMessages = {
  detail: {
    community: 'Communauté',
    days: 'Horaires',
    place: 'Lieu',
    map: 'Voir sur une carte',
    stepFree: 'accès de plain-pied',
    facilitation: 'Animation',
    cancelledBecause: (reason) => `Séance annulée. ${reason}`,
    movedFrom: (when) => `Séance reportée : elle était prévue ${when}.`,
    reserved: {
      members: 'Cette séance est réservée aux organisations membres du F3E.',
      participants: 'Cette séance est réservée aux personnes qui participent déjà au groupe.',
    },
    approval: 'L’équipe du F3E lit chaque demande et répond par e-mail.',
    opensOn: (when) => `Les inscriptions ouvrent ${when}.`,
    closesOn: (when) => `Inscriptions jusqu’au ${when}.`,
    nobodyCanNow: {
      full: 'La séance est complète.',
      closed: 'Les inscriptions sont closes.',
      cancelled: 'On ne peut plus s’inscrire.',
      'not-yet-open': 'Les inscriptions ne sont pas encore ouvertes.',
    },
    waiting: (count) => `${count} personne${count > 1 ? 's' : ''} en attente`,
    addTo: 'Ajouter à mon agenda',
    file: 'Fichier .ics',
    seriesFile: 'Toute la série (fichier .ics)',
    resources: 'Ce qui en est sorti',
    noResources: 'Rien n’a encore été publié de cette séance.',
    series: (index, total, title) => `Séance ${index} sur ${total} de la série « ${title} »`,
    otherDates: 'Les autres dates',
    clockChange: (day) =>
      `Attention : votre heure change par rapport à celle des séances à partir du ${day}.`,
    page: 'Page de la séance',
    close: 'Fermer',
  },
  filters: {
    words: 'Mots cherchés',
    wordsHint: 'Dans le titre, le lieu ou la présentation',
    names: {
      community: 'Communauté',
      kind: 'Type de séance',
      mode: 'En ligne ou sur place',
      language: 'Langue',
      audience: 'Pour qui',
    },
    everyone: 'ouverte à toutes et tous',
    available: 'Avec des places disponibles',
  },
  subscription: {
    copyOrFollow:
      'S’abonner tient votre agenda à jour : reports et annulations y arrivent seuls. Télécharger n’en fait qu’une copie, qui ne change plus.',
    follow: 'S’abonner dans mon agenda',
    address: 'Adresse de l’abonnement',
    copy: 'Copier l’adresse',
    copied: 'Adresse copiée.',
    notCopied: 'L’adresse n’a pas pu être copiée : elle est sélectionnée, copiez-la avec le clavier.',
    download: 'Télécharger une copie (.ics)',
  },
};
