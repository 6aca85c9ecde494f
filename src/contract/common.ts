import { z } from 'zod';

/** Short name that stands in addresses: lower-case letters, digits and single hyphens, 64 at most. */
export const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ description: 'Lower-case letters, digits and single hyphens.', example: 'genre' });

/** Identifier of a session, resource or organisation, as the publisher chose it. */
export const Id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]*$/)
  .meta({ example: 'genre-2026-11-26' });

/** BCP 47 language tag, such as `fr` or `pt-BR`. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .meta({ description: 'BCP 47 language tag.', example: 'fr' });

/** ISO 8601 date and time with its offset from UTC. */
export const DateTime = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 with offset.', example: '2026-12-03T12:30:00+01:00' });

/** Whether a day, such as `2026-12-03`, exists. */
export const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
};

/** Date and time on a wall clock, without offset, from 1990 to 2099. */
export const WallClock = z
  .string()
  .regex(/^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
  .refine((text) => isDay(text.slice(0, 10)), 'This day does not exist.')
  .meta({ description: 'ISO 8601 without offset, from 1990 to 2099.', example: '2026-12-03T12:30:00' });

/** IANA time zone name. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]+(?:[A-Za-z0-9_+-]*)(?:\/[A-Za-z0-9_+-]+)*$/)
  .meta({ description: 'IANA time zone.', example: 'Europe/Paris' });

/** Address of a page, http or https. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .meta({ description: 'http or https address.' });

/** One phrase in French, and in other languages when there is a translation. */
export const LocalisedText = z
  .object({ fr: z.string(), en: z.string().optional() })
  .meta({ id: 'LocalisedText', description: 'French is always there.' });
export type LocalisedText = z.infer<typeof LocalisedText>;

export const Theme = z
  .object({ slug: Slug, label: LocalisedText })
  .meta({ id: 'Theme', description: 'A subject that communities and resources share.' });
export type Theme = z.infer<typeof Theme>;

export const shapes = ['triangle', 'square', 'hexagon', 'circle', 'diamond', 'arch'] as const;
export type Shape = (typeof shapes)[number];

export const Identity = z
  .object({
    hue: z.int().min(0).max(359).meta({
      description:
        'Hue in degrees of OKLCH (CSS Color 4): 30 is red, 75 amber, 155 green, 255 blue, 335 purple. Lightness follows the page.',
    }),
    shape: z.enum(shapes),
  })
  .meta({
    id: 'Identity',
    description: 'The mark by which a community is recognised. Without it, the shape follows from its slug.',
  });
export type Identity = z.infer<typeof Identity>;

export const Picture = z
  .object({
    src: z
      .string()
      .max(512)
      .regex(/^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/)
      .meta({
        description: 'Path on the server that answers: widgets contact no other host.',
        example: '/pictures/genre.svg',
      }),
    alt: z
      .string()
      .max(300)
      .meta({ description: 'What it says to those who do not see it; empty when it decorates.' }),
    width: z.int().min(1).max(4_000).meta({ description: 'In pixels.' }),
    height: z.int().min(1).max(4_000).meta({ description: 'In pixels.' }),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof Picture>;

/** How lists name a community. */
export const CommunityName = z
  .object({ slug: Slug, name: z.string(), page: WebAddress, identity: Identity.optional() })
  .meta({ id: 'CommunityName' });
export type CommunityName = z.infer<typeof CommunityName>;

export const Facet = z
  .object({ value: z.string(), count: z.int().min(0) })
  .meta({ id: 'Facet', description: 'A value and how many items have it, the other filters applied.' });
