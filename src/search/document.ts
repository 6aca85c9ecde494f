import type { PublishedResource } from '../contract/index.js';
import type { MatchExpression, Zone } from './search-query.js';
import { stemsIn } from './stems.js';
import { MAX_WORDS, wordsOf } from './words.js';

/** The words of one zone of a resource: as they follow one another, and the stems under which they are found. */
export interface FieldWords {
  words: readonly string[];
  stems: readonly string[];
}
export type SearchDocument = Record<Zone, FieldWords>;

/** What a resource is filed under, in words: names of communities, labels of themes. */
export interface Names {
  communities: ReadonlyMap<string, readonly string[]>;
  themes: ReadonlyMap<string, readonly string[]>;
}

/** PostgreSQL stores at most 255 positions per word; three fields of 80 stay below that. */
const MAX_TIMES = 80;

/** Words by which a kind, a language, an access and a format are asked for. */
const kinds: Record<string, string> = {
  guide: 'guide',
  proceedings: 'actes proceedings',
  study: 'étude study',
  sheet: 'fiche sheet',
  video: 'vidéo film video',
  podcast: 'podcast audio',
  article: 'article',
  'meeting-report': 'compte rendu retour report',
  tool: 'outil gabarit tool template',
  'web-page': 'page web',
};
const languages: Record<string, string> = {
  fr: 'français french',
  en: 'anglais english',
  es: 'espagnol español spanish',
  ar: 'arabe العربية arabic',
  pt: 'portugais português portuguese',
};
const accesses: Record<string, string> = { members: 'réservé membres members', public: '' };

const own = (table: Record<string, string>, code: string) => (Object.hasOwn(table, code) ? table[code]! : '');

/** The words of a resource, as databases and pages look for them. */
export function documentOf(resource: PublishedResource, names: Names): SearchDocument {
  const keys = [
    resource.collection ?? '',
    resource.publisher,
    own(kinds, resource.kind),
    own(languages, resource.language.split('-')[0]!),
    own(accesses, resource.access),
    resource.format,
    resource.year === null ? '' : String(resource.year),
    ...resource.themes.flatMap((slug) => names.themes.get(slug) ?? [slug]),
    ...resource.communities.flatMap((slug) => names.communities.get(slug) ?? [slug]),
  ];
  return {
    title: zoneOf(resource.title, resource.language),
    keys: zoneOf(keys.join(' '), 'fr'),
    summary: zoneOf(resource.summary, resource.language),
  };
}

function zoneOf(text: string, language: string): FieldWords {
  const times = new Map<string, number>();
  const found = wordsOf(text, MAX_WORDS).filter(({ word }) => {
    times.set(word, (times.get(word) ?? 0) + 1);
    return times.get(word)! <= MAX_TIMES;
  });
  return {
    words: found.map(({ word }) => word),
    stems: [
      ...new Set(
        found.flatMap(({ word, written, others }) => [
          ...stemsIn(word, language, written),
          ...others.flatMap((form) => stemsIn(form, language)),
        ]),
      ),
    ],
  };
}

/** Whether a document holds what a formula asks. */
export function holds(document: SearchDocument, formula: MatchExpression): boolean {
  if ('all' in formula) return formula.all.every((part) => holds(document, part));
  if ('any' in formula) return formula.any.some((part) => holds(document, part));
  return formula.zones.some((name) => {
    const { words, stems } = document[name];
    if ('stem' in formula) return stems.includes(formula.stem);
    if ('word' in formula) return words.includes(formula.word);
    if ('prefix' in formula) {
      const begins = (word: string) => word.startsWith(formula.prefix);
      return words.some(begins) || stems.some(begins);
    }
    const { phrase } = formula;
    return words.some((_, at) => phrase.every((word, i) => words[at + i] === word));
  });
}
