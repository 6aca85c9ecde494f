import { z } from 'zod';
import { Id, Slug, WebAddress } from './common.js';

export const OrganisationKind = z
  .enum([
    'ngo',
    'network',
    'local-authority',
    'foundation',
    'trade-union',
    'health-institution',
    'popular-education',
    'partner-organisation',
    'social-economy',
    'research',
    'consultancy',
    'other',
  ])
  .meta({ id: 'OrganisationKind' });

export const Organisation = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string().min(1),
    kind: OrganisationKind,
    membership: z.enum(['member', 'non-member']).meta({ description: 'Of the F3E network.' }),
    memberSince: z.int().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable().meta({ description: 'Null outside France.' }),
    country: z.string().length(2).meta({ description: 'ISO 3166-1 alpha-2.' }),
    website: WebAddress.nullable(),
    communities: z.array(Slug),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;

export const OrganisationQuery = z
  .object({
    q: z.string().max(200).optional().meta({ description: 'Part of the name or city.' }),
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(200))
      .optional()
      .meta({ description: '1 to 200; all when absent.' }),
  })
  .meta({ id: 'OrganisationQuery' });

export const OrganisationList = z.object({ items: z.array(Organisation) }).meta({ id: 'OrganisationList' });
export type OrganisationList = z.infer<typeof OrganisationList>;
