import { answer } from '../../src/api/static-folder/static-folder.js';
import type { PublishedResource } from '../../src/contract/index.js';
import { genre } from './data.js';

const site = 'https://communautes.example.org';

const record = (id: string, title: string, more: Partial<PublishedResource> = {}): PublishedResource => ({
  id,
  title,
  year: 2026,
  publishedAt: null,
  kind: 'guide',
  collection: null,
  communities: ['genre'],
  themes: ['genre'],
  language: 'fr',
  url: `https://www.ressources.example/${id}`,
  publisher: 'F3E',
  access: 'public',
  format: 'pdf',
  bytes: null,
  accessibleUrl: null,
  summary: '',
  ...more,
});

/** Resources of several kinds and languages, such as a network has. */
export const records: readonly PublishedResource[] = [
  record('budget', 'Lire un budget avec des lunettes de genre', {
    kind: 'sheet',
    collection: 'Repères sur…',
    publishedAt: '2026-03-12',
    bytes: 1_234_567,
    accessibleUrl: 'https://ressources.example/budget.html',
    summary: 'Méthode en cinq lectures pour une association de taille moyenne.',
  }),
  record('referents', 'Référent·e·s genre et directions : canevas pour une conversation franche', {
    kind: 'tool',
    access: 'members',
    format: 'odt',
    bytes: 45_000,
    summary: 'Dix questions à se poser en binôme.',
  }),
  record('arabe', 'دليل مبسّط لإدماج مقاربة النوع الاجتماعي في المشاريع المحلية', {
    language: 'ar',
    year: 2025,
    summary: 'دليل قصير أُعدّ مع منظمة شريكة لمرافقة الفرق المحلية في خطواتها الأولى.',
  }),
  record('espagnol', 'Cuidar la palabra: guía breve para círculos de intercambio feministas', {
    language: 'es',
    year: 2025,
    summary: 'Guía de ocho páginas.',
  }),
  record('anglais', 'A short primer on change-oriented approaches', {
    language: 'en',
    year: 2024,
    kind: 'sheet',
    communities: ['aoc'],
    themes: ['changement-social'],
  }),
  record('sans-adresse', 'Vision et chemins de changement', {
    url: null,
    year: 2016,
    communities: ['aoc'],
    themes: ['changement-social'],
    format: 'unknown',
  }),
  record('video', 'Tracer un chemin de changement en sept minutes', {
    kind: 'video',
    format: 'video',
    communities: ['aoc'],
    themes: ['changement-social'],
    year: 2025,
  }),
];

/** As many as wanted, after those. */
export const manyRecords = (count: number): PublishedResource[] => [
  ...records,
  ...Array.from({ length: count - records.length }, (_, n) =>
    record(`n${n}`, `Ressource numéro ${n}`, {
      year: 2000 + (n % 15),
      kind: n % 2 ? 'article' : 'study',
      themes: [n % 3 ? 'capitalisation' : 'evaluation'],
      communities: n % 4 ? ['ecsi'] : [],
      summary: 'Capitalisation de ce que des organisations ont appris.',
    }),
  ),
];

const themes = [
  { slug: 'genre', label: { fr: 'Genre', en: 'Gender' } },
  { slug: 'changement-social', label: { fr: 'Changement social', en: 'Social change' } },
  { slug: 'capitalisation', label: { fr: 'Capitalisation', en: 'Learning from experience' } },
  { slug: 'evaluation', label: { fr: 'Évaluation', en: 'Evaluation' } },
];
const communities = [
  genre,
  { ...genre, slug: 'aoc', shortName: 'Approches orientées changement', name: 'CP AOC', acronym: 'CP AOC' },
  { ...genre, slug: 'ecsi', shortName: 'Effets et impact de l’ECSI', name: 'CP ECSI', acronym: 'CP ECSI' },
];
const sessions = [
  {
    id: 'genre-2026-03-05',
    community: 'genre',
    title: 'Budget sensible au genre',
    language: 'fr',
    status: 'held',
    start: '2026-03-05T12:30:00',
    end: '2026-03-05T13:30:00',
    timezone: 'Europe/Paris',
    resources: ['budget'],
  },
];

let folders = 0;

/** Answers questions about resources as the server does: the same search, over these. */
export function answerResources(of: readonly PublishedResource[] = records) {
  const base = `https://folder-${++folders}.example/`;
  const files: Record<string, unknown> = {
    'resources.json': of,
    'communities.json': { communities, themes },
    'sessions.json': sessions,
  };
  return async (path: string): Promise<unknown> => {
    const page = (await answer(path, base, (file) => Promise.resolve(files[file]))) as {
      items: { id: string; session: object | null }[];
      communities: { slug: string }[];
    };
    return {
      ...page,
      items: page.items.map((item) => ({
        ...item,
        links: { page: `${site}/ressources/${item.id}` },
        session: item.session && { ...item.session, page: `${site}/seances/genre-2026-03-05` },
      })),
      communities: page.communities.map((one) => ({ ...one, page: `${site}/communautes/${one.slug}` })),
    };
  };
}
