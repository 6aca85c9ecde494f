import { z } from 'zod';
import { Id, Identity, LanguageTag, Picture, Slug, Theme, WebAddress } from './common.js';
import { SessionBrief } from './sessions.js';

export const CommunityFunctionKind = z
  .enum(['experimentation', 'learning', 'networking'])
  .meta({ id: 'CommunityFunctionKind' });
export type CommunityFunctionKind = z.infer<typeof CommunityFunctionKind>;

export const CommunityFunction = z
  .object({
    kind: CommunityFunctionKind,
    weight: z.int().min(1).max(3).meta({ description: '3: at the heart; 2: important; 1: in support.' }),
  })
  .meta({ id: 'CommunityFunction' });

export const CommunityStatus = z
  .enum(['open', 'closed', 'on-request'])
  .meta({ id: 'CommunityStatus', description: 'Whether one may join: freely, not now, or after a review.' });
export type CommunityStatus = z.infer<typeof CommunityStatus>;

/** What the team may change of a community. */
export const CommunityChange = z.strictObject({ status: CommunityStatus }).meta({ id: 'CommunityChange' });

export const Strand = z
  .object({ slug: Slug, name: z.string(), access: CommunityStatus })
  .meta({ id: 'Strand', description: 'A part of a community with its own rule of access.' });
export type Strand = z.infer<typeof Strand>;

export const LearningSpaceLink = z
  .object({
    kind: z.enum(['training', 'study', 'meeting', 'research']),
    label: z.string(),
    url: WebAddress.nullable(),
  })
  .meta({
    id: 'LearningSpaceLink',
    description: 'A training, study, meeting or research programme next to it.',
  });

export const CommunityCounts = z
  .object({
    upcomingSessions: z.int().min(0),
    heldSessions: z.int().min(0),
    resources: z.int().min(0),
    organisations: z.int().min(0),
  })
  .meta({ id: 'CommunityCounts' });

export const Community = z
  .object({
    id: Id,
    slug: Slug,
    acronym: z.string().nullable(),
    name: z.string().min(1),
    shortName: z.string().nullable(),
    identity: Identity.optional(),
    picture: Picture.optional().meta({ description: 'Stands beside the name, as a square.' }),
    tagline: z.string(),
    description: z.string(),
    origin: z.object({ kind: z.enum(['training', 'programme']), label: z.string() }),
    need: z.enum(['identified', 'requested']),
    functions: z.array(CommunityFunction),
    objectives: z.array(z.string()),
    themes: z.array(Theme),
    audience: z.object({ members: z.boolean(), nonMembers: z.boolean(), note: z.string() }),
    strands: z.array(Strand),
    status: CommunityStatus,
    cadence: z.object({ label: z.string(), sessionsPerYear: z.int().min(0).nullable() }),
    language: LanguageTag,
    otherLanguages: z.array(LanguageTag),
    facilitation: z.string(),
    productions: z.array(z.string()),
    learningSpaces: z.array(LearningSpaceLink),
    nextSession: SessionBrief.nullable(),
    counts: CommunityCounts,
    links: z.object({
      page: WebAddress.meta({ description: 'The hosted page of the community.' }),
      join: WebAddress.meta({ description: 'The hosted join form.' }),
      sessions: WebAddress.meta({ description: 'Its sessions, on a hosted page.' }),
      resources: WebAddress.meta({ description: 'Its resources, on a hosted page.' }),
    }),
  })
  .meta({ id: 'Community' });
export type Community = z.infer<typeof Community>;

export const CommunityList = z
  .object({ items: z.array(Community), themes: z.array(Theme) })
  .meta({ id: 'CommunityList' });
export type CommunityList = z.infer<typeof CommunityList>;
