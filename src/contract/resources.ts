import { z } from 'zod';
import {
  CommunityName,
  DateTime,
  Facet,
  Id,
  LanguageTag,
  Picture,
  Slug,
  Theme,
  WebAddress,
} from './common.js';

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

export const PublishedResource = z.object({
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
  format: z.string().meta({ description: 'Such as `pdf`, `html` or `video`; `unknown` when nobody told.' }),
  bytes: z.int().min(0).nullable().default(null).meta({ description: 'Weight of the file, when known.' }),
  accessibleUrl: WebAddress.nullable()
    .default(null)
    .meta({ description: 'An accessible version of it, when there is one.' }),
  summary: z.string(),
  source: z
    .object({ name: z.string(), url: WebAddress })
    .optional()
    .meta({ description: 'Where it was read, when it was not published here.' }),
  cover: Picture.optional().meta({ description: 'Its first page or a still, upright or square.' }),
});
export type PublishedResource = z.infer<typeof PublishedResource>;

const Marks = z
  .array(z.tuple([z.int().min(0), z.int().min(0)]))
  .meta({ description: 'Where what was looked for begins and ends, in UTF-16 units.' });

/** A resource as lists show it: where it comes from, and what of it matched. */
export const Resource = PublishedResource.extend({
  session: z
    .object({ id: Id, title: z.string(), language: LanguageTag, start: DateTime, page: WebAddress })
    .nullable()
    .meta({ description: 'The latest session that it came out of.' }),
  links: z.object({ page: WebAddress.meta({ description: 'The hosted page of the resource.' }) }),
  marks: z.object({ title: Marks, summary: Marks }),
}).meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

const list = <T>(schema: z.ZodType<T, string>, most: number) =>
  z
    .string()
    .max(4_000)
    .transform((text) => text.split(','))
    .pipe(z.array(schema).max(most));

const filters = {
  id: z
    .string()
    .max(2_000)
    .transform((text) => text.split(','))
    .pipe(z.array(Id).max(50))
    .optional()
    .meta({ description: 'These resources only; identifiers separated by commas.' }),
  q: z.string().max(200).optional().meta({
    description:
      'Words that a resource must hold, all of them, in any form; those in quotes as they stand. There is no other syntax.',
  }),
  community: list(Slug, 50)
    .optional()
    .meta({ description: 'Communities, separated by commas: any of them.' }),
  theme: list(Slug, 50).optional().meta({ description: 'Themes, separated by commas: any of them.' }),
  kind: list(ResourceKind, 20).optional().meta({ description: 'Kinds, separated by commas: any of them.' }),
  language: list(LanguageTag, 50)
    .optional()
    .meta({ description: 'Languages, separated by commas: any of them.' }),
  year: list(z.string().regex(/^\d{4}$/), 50)
    .optional()
    .meta({ description: 'Years, separated by commas: any of them.' }),
  access: list(ResourceAccess, 2)
    .optional()
    .meta({ description: '`public` or `members`, separated by commas: any of them.' }),
  sort: z
    .enum(['relevance', 'date', 'title'])
    .optional()
    .meta({ description: '`relevance` when absent and there are words to look for, else `date`.' }),
};

/** What a feed or a file of resources may be narrowed by. */
export const ResourceFeedQuery = z.object(filters).meta({ id: 'ResourceFeedQuery' });
export type ResourceFilters = z.output<typeof ResourceFeedQuery>;

export const ResourceQuery = z
  .object({
    ...filters,
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
    themes: z
      .array(Theme)
      .meta({ description: 'Labels of the themes of the facets, and of those asked for that exist.' }),
    communities: z
      .array(CommunityName)
      .meta({ description: 'Names of the communities of the facets, and of those asked for that exist.' }),
    suggestion: z
      .string()
      .nullable()
      .meta({ description: 'When nothing was found: the same words, spelt so that something is.' }),
    isLoose: z
      .boolean()
      .meta({ description: 'Nothing holds all the words: these resources hold all of them but one.' }),
  })
  .meta({ id: 'ResourcePage' });
export type ResourcePage = z.infer<typeof ResourcePage>;
