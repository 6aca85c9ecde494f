/** Answers such as the reference server gives, for element tests and stories. */
export const genre = {
  id: 'cp-genre',
  slug: 'genre',
  acronym: 'CP genre',
  name: 'Communauté de pratiques genre',
  shortName: 'Genre',
  tagline: 'Déconstruire, outiller, transformer : le genre se travaille à plusieurs.',
  description:
    'La communauté genre offre deux portes d’entrée : un volet ouvert pour échanger, découvrir et se rassurer, et un volet pour les personnes déjà aguerries qui veulent expérimenter.',
  origin: {
    kind: 'programme',
    label: 'Espaces pluri-actrices-acteurs Genre du programme « Transversalisation du genre »',
  },
  need: 'requested',
  functions: [
    { kind: 'experimentation', weight: 2 },
    { kind: 'learning', weight: 2 },
    { kind: 'networking', weight: 3 },
  ],
  objectives: ['exploration'],
  themes: [
    { slug: 'genre', label: { fr: 'Genre', en: 'Gender' } },
    { slug: 'inclusion', label: { fr: 'Inclusion et participation', en: 'Inclusion and participation' } },
  ],
  audience: { members: true, nonMembers: true, note: 'Volet « Échanges » ouvert à toutes et tous.' },
  strands: [
    { slug: 'echanges', name: 'Échanges', access: 'open' },
    { slug: 'approfondissement', name: 'Approfondissement', access: 'on-request' },
  ],
  status: 'open',
  cadence: { label: 'Une séance tous les un à deux mois', sessionsPerYear: 7 },
  language: 'fr',
  otherLanguages: ['es', 'ar'],
  facilitation: 'Équipe F3E, avec des référent·e·s genre du réseau',
  productions: ['Fiches pratiques genre'],
  learningSpaces: [
    {
      kind: 'study',
      label: 'Étude 2025 sur le genre dans les associations',
      url: 'https://reseauf3e.org/ressource/genre',
    },
    { kind: 'training', label: 'Formation sans adresse', url: null },
  ],
  nextSession: {
    id: 'genre-2026-11-26',
    title: 'Échanges : répondre aux attaques sans s’épuiser',
    kind: 'practice-exchange',
    status: 'scheduled',
    start: '2026-11-26T10:00:00+01:00',
    end: '2026-11-26T12:00:00+01:00',
    timezone: 'Europe/Paris',
    mode: 'online',
    language: 'fr',
    audience: 'all',
    city: null,
    registrationState: 'open',
    seatsLeft: 3,
    page: 'https://communautes.example.org/communautes/genre#seance-genre-2026-11-26',
  },
  counts: { upcomingSessions: 9, heldSessions: 10, resources: 31, organisations: 7 },
  links: {
    page: 'https://communautes.example.org/communautes/genre',
    join: 'https://communautes.example.org/communautes/genre/rejoindre',
  },
};

const field = (name: string, kind: string, label: string, more = {}) => ({
  name,
  kind,
  label,
  hint: null,
  required: false,
  autocomplete: null,
  maxLength: null,
  options: [] as { value: string; label: string }[],
  condition: null,
  sensitive: null,
  ...more,
});

const part = (name: string) => `Phrase sur : ${name}.`;

export const joinForm = {
  id: 'join:genre',
  kind: 'join',
  version: 'v1',
  language: 'fr',
  community: { slug: 'genre', name: 'Genre' },
  session: null,
  title: 'Rejoindre « Genre »',
  intro: 'Cette communauté est ouverte à toutes et tous.',
  submitLabel: 'Envoyer ma demande',
  strands: [
    { slug: 'echanges', name: 'Échanges' },
    { slug: 'approfondissement', name: 'Approfondissement' },
  ],
  fields: [
    field('givenName', 'text', 'Prénom', { autocomplete: 'given-name', maxLength: 100 }),
    field('familyName', 'text', 'Nom', { autocomplete: 'family-name', maxLength: 100 }),
    field('email', 'email', 'Adresse e-mail', {
      hint: 'Par exemple : prenom.nom@organisation.org',
      required: true,
      autocomplete: 'email',
      maxLength: 254,
    }),
    field('organisation', 'organisation', 'Organisation', { autocomplete: 'organization', maxLength: 200 }),
    field('membership', 'choice', 'Votre organisation est-elle membre du F3E ?', {
      options: [
        { value: 'member', label: 'Oui, membre' },
        { value: 'non-member', label: 'Non, pas membre' },
        { value: 'unsure', label: 'Je ne sais pas' },
      ],
    }),
    field('role', 'choice', 'Votre rôle', {
      options: ['employee', 'volunteer', 'board', 'student', 'other'].map((value) => ({
        value,
        label: `Rôle ${value}`,
      })),
    }),
    field('motivation', 'long-text', 'Ce qui vous amène', {
      hint: 'Quelques phrases suffisent.',
      maxLength: 1000,
    }),
    field('topics', 'several-choices', 'Sujets', {
      options: [
        { value: 'a', label: 'Sujet A' },
        { value: 'b', label: 'Sujet B' },
      ],
    }),
    field('otherTopic', 'text', 'Lequel ?', {
      condition: { field: 'role', equals: ['other'] },
      required: true,
    }),
  ],
  notice: Object.fromEntries(
    [
      'controller',
      'purposes',
      'basis',
      'mandatory',
      'recipients',
      'retention',
      'rights',
      'contact',
      'complaint',
      'transfers',
    ].map((name) => [name, part(name)]),
  ),
  consents: [
    {
      purpose: 'newsletter',
      text: 'Je souhaite recevoir la lettre d’information.',
      textSha256: 'a'.repeat(64),
    },
  ],
  page: 'https://communautes.example.org/communautes/genre/rejoindre',
};

export const organisations = {
  items: [
    { name: 'Rivages en commun', membership: 'member' },
    { name: 'Bée Conseil', membership: 'non-member' },
  ],
};
