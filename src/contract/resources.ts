import { z } from 'zod';
import { Facet, Id, LanguageTag, Slug, Theme, WebAddress } from './common.js';
import { LanguageList, SlugList } from './sessions.js';

export const ResourceKind = z
  .enum([
    'guide',
    'proceedings',
    'study',
    'sheet',
    'video',
    'podcast',
    'article',
    'meeting-report',
    'tool',
    'web-page',
  ])
  .meta({ id: 'ResourceKind' });

export const ResourceAccess = z.enum(['public', 'members']).meta({ id: 'ResourceAccess' });

export const Resource = z
  .object({
    id: Id,
    title: z.string().min(1),
    year: z.int().min(1900).max(2200).nullable(),
    publishedAt: z.string().nullable().meta({ description: 'ISO 8601 date.' }),
    kind: ResourceKind,
    collection: z.string().nullable(),
    communities: z.array(Slug).meta({ description: 'Empty: the whole network.' }),
    themes: z.array(Slug),
    language: LanguageTag,
    url: WebAddress.nullable(),
    publisher: z.string(),
    access: ResourceAccess,
    format: z.string(),
    summary: z.string(),
  })
  .meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

export const ResourceQuery = z
  .object({
    id: z
      .string()
      .max(2_000)
      .transform((list) => list.split(','))
      .pipe(z.array(Id).max(50))
      .optional()
      .meta({ description: 'These resources only; identifiers separated by commas.' }),
    q: z.string().max(200).optional(),
    community: SlugList.optional(),
    theme: SlugList.optional(),
    kind: z
      .string()
      .max(200)
      .transform((list) => list.split(','))
      .pipe(z.array(ResourceKind).max(20))
      .optional(),
    language: LanguageList.optional(),
    access: ResourceAccess.optional(),
    sort: z.enum(['relevance', 'date', 'title']).optional().meta({ description: '`date` when absent.' }),
    page: wholeNumber(10_000).optional().meta({ description: 'From 1; 1 when absent.' }),
    size: wholeNumber(100).optional().meta({ description: '1 to 100; 20 when absent.' }),
  })
  .meta({ id: 'ResourceQuery' });
export type ResourceQuery = z.output<typeof ResourceQuery>;

export const ResourcePage = z
  .object({
    items: z.array(Resource),
    total: z.int().min(0),
    facets: z.object({
      community: z.array(Facet),
      theme: z.array(Facet),
      kind: z.array(Facet),
      language: z.array(Facet),
      year: z.array(Facet),
      access: z.array(Facet),
    }),
    themes: z.array(Theme).meta({ description: 'Labels of the themes met in the facets.' }),
  })
  .meta({ id: 'ResourcePage' });
export type ResourcePage = z.infer<typeof ResourcePage>;
