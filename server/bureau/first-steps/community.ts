import { z } from 'zod';
import { CommunityFunctionKind, CommunityStatus, Slug } from '../../../src/contract/index.js';
import { utc } from '../../../src/contract/time-zone.js';
import {
  findCommunity,
  nextPosition,
  putCommunity,
  type StoredCommunity,
} from '../../communities/repository.js';
import type { Database } from '../../db/database.js';
import { textIn } from '../../shared/written-text.js';
import { fold } from '../../shared/normalise.js';
import { writeJournal } from '../journal/repository.js';
import type { Actor } from '../team/rights.js';

/** What one writes of a community to begin with, by the name of the field. */
export const communityFields = [
  'nom',
  'sigle',
  'court',
  'phrase',
  'presentation',
  'nee',
  'nee-de',
  'besoin',
  'experimentation',
  'learning',
  'networking',
  'rythme',
  'anime',
  'acces',
] as const;
export type CommunityFields = Readonly<Record<(typeof communityFields)[number], string>>;

export const communityFieldsIn = (sent: URLSearchParams): CommunityFields =>
  Object.fromEntries(communityFields.map((name) => [name, textIn(sent, name)])) as unknown as CommunityFields;

/** “Communauté genre” in an address: `communaute-genre`. */
const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Characters that a field takes; 300 where none is named. */
const most: Partial<Record<(typeof communityFields)[number], number>> = {
  nom: 200,
  sigle: 20,
  court: 40,
  phrase: 200,
  presentation: 2_000,
};

const Weight = z.enum(['1', '2', '3']).catch('2').transform(Number);

/** The community that the fields describe, or what is wrong with each, as a code. */
export function communityIn(
  fields: CommunityFields,
):
  | StoredCommunity
  | { faults: Record<string, 'nom' | 'court' | 'phrase' | 'presentation' | 'origine' | 'long'> } {
  const tooLong = communityFields.filter((name) => fields[name].length > (most[name] ?? 300));
  const slug = Slug.safeParse(fields.court || slugOf(fields.sigle || fields.nom));
  const faults = {
    ...Object.fromEntries(tooLong.map((name) => [name, 'long' as const])),
    ...(!fields.nom && { nom: 'nom' as const }),
    ...(!fields.phrase && { phrase: 'phrase' as const }),
    ...(!fields.presentation && { presentation: 'presentation' as const }),
    ...(!fields['nee-de'] && { 'nee-de': 'origine' as const }),
    ...(!slug.success && (fields.court || fields.nom) && { court: 'court' as const }),
  };
  if (Object.keys(faults).length || !slug.success) return { faults };
  return {
    id: slug.data,
    slug: slug.data,
    acronym: fields.sigle || null,
    name: fields.nom,
    shortName: null,
    tagline: fields.phrase,
    description: fields.presentation,
    origin: { kind: fields.nee === 'training' ? 'training' : 'programme', label: fields['nee-de'] },
    need: fields.besoin === 'identified' ? 'identified' : 'requested',
    functions: CommunityFunctionKind.options.map((kind) => ({ kind, weight: Weight.parse(fields[kind]) })),
    objectives: [],
    themes: [],
    audience: { members: true, nonMembers: true, note: '' },
    strands: [],
    status: CommunityStatus.catch('on-request').parse(fields.acces),
    cadence: { label: fields.rythme, sessionsPerYear: null },
    language: 'fr',
    otherLanguages: [],
    facilitation: fields.anime,
    productions: [],
    learningSpaces: [],
  };
}

/** Publishes a new community, after the others; false when its short name is taken. */
export async function addCommunity(
  { db, now }: { db: Database; now: () => number },
  actor: Actor,
  community: StoredCommunity,
): Promise<boolean> {
  return db.exclusively(async (sql) => {
    const { slug, name } = community;
    if (await findCommunity(sql, slug)) return false;
    await putCommunity(sql, community, await nextPosition(sql));
    const line = { actor: actor.id, action: 'publish', kind: 'community', subjectId: slug, community: slug };
    await writeJournal(sql, { ...line, summary: name }, utc(now()));
    return true;
  });
}
