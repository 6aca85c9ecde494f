import { PublishedResource } from '../../src/contract/index.js';

export const subjects = [
  'changement social', 'évaluation', 'capitalisation', 'genre', 'écologie', 'partenariats', 'gouvernance', 'territoires',
  'qualité', 'jeunesses', 'apprentissage', 'pouvoir d’agir', 'impact', 'inclusion', 'autodiagnostic', 'réseau',
]; // prettier-ignore
const forms = [
  'Retour sur',
  'Guide :',
  'Fiche repère',
  'Animer',
  'Mesurer',
  'Comprendre',
  'Dix pistes pour',
  'Parler de',
];
const kinds = ['guide', 'proceedings', 'study', 'sheet', 'video', 'podcast', 'article', 'tool'] as const;
export const communities = ['aoc', 'madac', 'ecsi', 'genre', 'groupes-de-pairs'];
const themes = ['changement-social', 'evaluation', 'capitalisation', 'genre', 'ecologie', 'partenariats', 'gouvernance', 'territoires', 'qualite']; // prettier-ignore

/** The nth resource of many, always the same. */
export function manyth(n: number): PublishedResource {
  const of = <T>(list: readonly T[], by: number) => list[Math.floor(n / by) % list.length]!;
  return PublishedResource.parse({
    id: `many-${n}`,
    title: `${of(forms, 1)} ${of(subjects, 3)} et ${of(subjects, 11)} (${n})`,
    year: 2000 + (n % 27),
    publishedAt: null,
    kind: of(kinds, 1),
    collection: n % 5 ? null : 'Repères sur…',
    communities: n % 9 ? [...new Set([of(communities, 1), ...(n % 4 ? [] : [of(communities, 2)])])] : [],
    themes: [...new Set([of(themes, 1), ...(n % 3 ? [of(themes, 5)] : [])])],
    language: n % 13 ? 'fr' : 'en',
    url: `https://ressources.example/many-${n}`,
    publisher: n % 2 ? 'F3E' : 'Coordination SUD',
    access: n % 6 ? 'public' : 'members',
    format: n % 2 ? 'pdf' : 'html',
    summary: `Ce que des organisations ont appris sur ${of(subjects, 7)}, ${of(subjects, 13)} et ${of(subjects, 29)}, avec leurs partenaires.`,
  });
}
