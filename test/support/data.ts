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
    page: 'https://communautes.example.org/seances/genre-2026-11-26',
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

const site = 'https://communautes.example.org';

/** A session as the API gives it, changed as asked. */
export const session = (id: string, start: string, more: Record<string, unknown> = {}) => ({
  id,
  community: 'genre',
  strand: null,
  title: `Séance ${id}`,
  summary: `Ce que nous ferons (${id}).`,
  kind: 'practice-exchange',
  status: 'scheduled',
  start,
  end: start.replace(
    /T(\d\d)/,
    (_, hour: string) => `T${String(Math.min(23, Number(hour) + 2)).padStart(2, '0')}`,
  ),
  timezone: 'Europe/Paris',
  days: [] as { start: string; end: string }[],
  mode: 'online',
  place: null as object | null,
  language: 'fr',
  facilitation: 'Équipe F3E',
  audience: 'all',
  requiresApproval: false,
  accessibility: [] as string[],
  capacity: 40,
  registered: 37,
  waitingList: 0,
  registration: { state: 'open', opensAt: null, closesAt: '2026-12-01T18:00:00+01:00' } as object,
  series: null as object | null,
  rescheduledFrom: null as object | null,
  cancellationReason: null as string | null,
  resources: [] as string[],
  links: {
    page: `${site}/seances/${id}`,
    register: `${site}/seances/${id}/inscription`,
    calendar: `${site}/v1/sessions/${id}.ics`,
    seriesCalendar: null as string | null,
  },
  updatedAt: '2026-11-01T09:00:00+01:00',
  ...more,
});

const state = (code: string) => ({ registration: { state: code, opensAt: null, closesAt: null } });

/** Sessions of every state and shape around 22 November 2026. */
export const sessions = [
  session('tenue', '2026-11-10T12:30:00+01:00', {
    ...{ status: 'held', resources: ['guide'] },
    ...state('closed'),
  }),
  session('echanges', '2026-11-26T10:00:00+01:00', { title: 'Échanges : répondre aux attaques' }),
  session('anglais', '2026-12-03T15:00:00+01:00', {
    title: 'An introduction for partners',
    language: 'en',
    community: 'aoc',
    kind: 'webinar',
    capacity: null,
    accessibility: ['captions'],
  }),
  session('complete', '2026-12-08T12:30:00+01:00', { ...state('full') }),
  session('attente', '2026-12-08T14:00:00+01:00', { ...state('waiting-list'), waitingList: 6 }),
  session('reportee', '2026-12-17T09:30:00+01:00', {
    status: 'rescheduled',
    rescheduledFrom: { start: '2026-12-10T09:30:00+01:00', end: '2026-12-10T12:30:00+01:00' },
    mode: 'in-person',
    place: {
      venue: 'Maison des associations',
      address: '1 rue des Essais',
      postalCode: '44000',
      city: 'Nantes',
      country: 'FR',
      stepFree: true,
    },
  }),
  session('annulee', '2027-01-19T09:30:00+01:00', {
    status: 'cancelled',
    cancellationReason: 'Salle indisponible.',
    ...state('cancelled'),
  }),
  session('membres', '2027-01-21T10:00:00+01:00', { audience: 'members', mode: 'hybrid' }),
  session('jours', '2027-01-28T09:00:00+01:00', {
    title: 'Formation en trois jours',
    end: '2027-02-04T17:00:00+01:00',
    days: [
      { start: '2027-01-28T09:00:00+01:00', end: '2027-01-28T17:00:00+01:00' },
      { start: '2027-01-29T09:00:00+01:00', end: '2027-01-29T17:00:00+01:00' },
      { start: '2027-02-04T09:00:00+01:00', end: '2027-02-04T17:00:00+01:00' },
    ],
  }),
].map((one) => ({ ...one }));

/** Answers `sessions?…` as the server would, over a range. */
export const answerSessions =
  (all: readonly Record<string, unknown>[] = sessions, more: Record<string, unknown> = {}) =>
  (path: string) => {
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const at = (value: unknown) => Date.parse(String(value));
    const from = at(query.get('from'));
    const to = at(query.get('to'));
    const items = all.filter((one) => {
      const start = at(one['start']);
      const end = at(one['end']);
      return !(end <= from) && !(start >= to);
    });
    const before = all.filter((one) => at(one['end']) <= from).at(-1);
    const after = all.find((one) => at(one['start']) >= to);
    return {
      items,
      next: null,
      total: items.length,
      facets: {},
      communities: [
        { slug: 'genre', name: 'Genre', page: `${site}/communautes/genre` },
        { slug: 'aoc', name: 'Approches orientées changement', page: `${site}/communautes/aoc` },
      ],
      around: { before: before?.['start'] ?? null, after: after?.['start'] ?? null },
      ...more,
    };
  };

export const registrationForm = {
  ...joinForm,
  id: 'register:echanges',
  kind: 'registration',
  session: { id: 'echanges', title: 'Échanges : répondre aux attaques' },
  title: 'S’inscrire : Échanges',
  intro: 'Votre place est réservée dès que vous avez confirmé votre adresse.',
  submitLabel: 'M’inscrire',
  strands: [],
  fields: joinForm.fields.filter(({ name }) => ['givenName', 'email', 'organisation'].includes(name)),
};

export const proposalForm = {
  ...joinForm,
  id: 'proposal',
  kind: 'proposal',
  community: null,
  title: 'Proposer une communauté de pratiques',
  intro: 'Une communauté naît d’un besoin partagé par plusieurs organisations.',
  submitLabel: 'Envoyer ma proposition',
  strands: [],
  fields: [
    field('title', 'text', 'Sur quoi porterait la communauté ?', { required: true, maxLength: 200 }),
    field('functions', 'several-choices', 'À quoi servirait-elle surtout ?', {
      options: [
        { value: 'experimentation', label: 'Expérimenter' },
        { value: 'learning', label: 'Apprendre' },
        { value: 'networking', label: 'Se mettre en réseau' },
      ],
    }),
    field('whyNow', 'long-text', 'Pourquoi maintenant ?', { maxLength: 2000 }),
    ...joinForm.fields.filter(({ name }) => ['email', 'organisation'].includes(name)),
  ],
  page: 'https://communautes.example.org/proposer',
};

/** The same in its stages, as newer servers group its questions. */
export const stagedProposalForm = {
  ...proposalForm,
  fields: proposalForm.fields.map((one) => (one.name === 'whyNow' ? { ...one, required: true } : one)),
  groups: [
    { title: 'Le besoin', fields: ['title', 'whyNow'], isFolded: false },
    { title: 'Le groupe', fields: ['functions'], isFolded: false },
    { title: 'Vous', fields: ['email'], isFolded: false },
    { title: 'Votre organisation', fields: ['organisation'], isFolded: false },
  ],
};
