import { z } from 'zod';
import {
  CommunityName,
  DateTime,
  Facet,
  Id,
  LanguageTag,
  Slug,
  TimeZone,
  WallClock,
  WebAddress,
} from './common.js';

export const SessionKind = z
  .enum(['workshop', 'webinar', 'practice-exchange', 'working-group', 'plenary', 'meeting'])
  .meta({ id: 'SessionKind' });
export type SessionKind = z.infer<typeof SessionKind>;

export const SessionMode = z.enum(['online', 'in-person', 'hybrid']).meta({ id: 'SessionMode' });
export type SessionMode = z.infer<typeof SessionMode>;

export const SessionStatus = z
  .enum(['scheduled', 'rescheduled', 'cancelled', 'held'])
  .meta({ id: 'SessionStatus' });
export type SessionStatus = z.infer<typeof SessionStatus>;

export const SessionAudience = z
  .enum(['all', 'members', 'participants'])
  .meta({ id: 'SessionAudience', description: 'Who may register.' });

export const RegistrationState = z
  .enum(['not-yet-open', 'open', 'waiting-list', 'full', 'closed', 'cancelled'])
  .meta({ id: 'RegistrationState' });
export type RegistrationState = z.infer<typeof RegistrationState>;

export const Slot = z
  .object({ start: DateTime, end: DateTime })
  .meta({ id: 'Slot', description: 'One stretch of a session; a session of several days has several.' });
export type Slot = z.infer<typeof Slot>;

export const Place = z
  .object({
    venue: z.string(),
    address: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string(),
    country: z.string().length(2).meta({ description: 'ISO 3166-1 alpha-2.' }),
    stepFree: z.boolean().nullable(),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

export const SessionSeries = z
  .object({
    id: Id,
    title: z.string(),
    index: z.int().min(1),
    total: z.int().min(1),
    rule: z
      .string()
      .nullable()
      .meta({ description: 'RFC 5545 recurrence rule, on the wall clock of the zone.' }),
  })
  .meta({ id: 'SessionSeries' });

/** A session without its online link, which travels only in the mail of a registered person. */
export const Session = z
  .object({
    id: Id,
    community: Slug,
    strand: Slug.nullable(),
    title: z.string().min(1),
    summary: z.string(),
    kind: SessionKind,
    status: SessionStatus,
    start: DateTime,
    end: DateTime,
    timezone: TimeZone,
    days: z.array(Slot).meta({ description: 'Empty when the session is one stretch from start to end.' }),
    mode: SessionMode,
    place: Place.nullable().meta({ description: 'Null when online.' }),
    language: LanguageTag,
    facilitation: z.string(),
    audience: SessionAudience,
    requiresApproval: z.boolean(),
    accessibility: z.array(z.string()),
    capacity: z.int().min(0).nullable().meta({ description: 'Seats; null means no limit.' }),
    registered: z.int().min(0),
    waitingList: z.int().min(0),
    registration: z.object({
      state: RegistrationState,
      opensAt: DateTime.nullable(),
      closesAt: DateTime.nullable(),
    }),
    series: SessionSeries.nullable(),
    rescheduledFrom: Slot.nullable(),
    cancellationReason: z.string().nullable(),
    resources: z.array(Id).meta({ description: 'What came out of it: see `/resources?id=`.' }),
    links: z.object({
      page: WebAddress.meta({ description: 'The hosted page of the session.' }),
      register: WebAddress.meta({ description: 'The hosted registration form.' }),
      calendar: WebAddress.meta({ description: 'The session as an iCalendar file.' }),
      seriesCalendar: WebAddress.nullable().meta({
        description: 'All the series as one recurring event of an iCalendar file; null when it is in none.',
      }),
    }),
    updatedAt: DateTime,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/**
 * What the team may change of a session; the people who registered get a mail about time, place and cancellation. Times are
 * on the wall clock of its zone. What is not named stays, and what depends on the start moves with it.
 */
export const SessionChange = z
  .strictObject({
    start: WallClock.meta({ description: 'Without `end`, the session lasts as long as before.' }),
    end: WallClock,
    days: z
      .array(z.strictObject({ start: WallClock, end: WallClock }))
      .max(60)
      .meta({
        description:
          'The parts of a session of several days, in order. Required when the start or end of such a session changes; empty makes it one stretch.',
      }),
    title: z.string().min(1).max(200),
    summary: z.string().max(2000),
    capacity: z.int().min(0).nullable().meta({ description: 'Seats; null means no limit.' }),
    registration: z
      .strictObject({
        state: z.enum(['open', 'closed']),
        opensAt: WallClock.nullable(),
        closesAt: WallClock.nullable(),
      })
      .partial()
      .meta({
        description:
          'The registration window. Without it, the window moves by as much as the start; an opening that is past stays.',
      }),
    place: Place.nullable(),
    strand: Slug.nullable(),
    kind: SessionKind,
    mode: SessionMode.meta({ description: 'In person and hybrid sessions have a place.' }),
    language: LanguageTag,
    audience: SessionAudience,
    requiresApproval: z.boolean(),
    accessibility: z.array(z.string().max(50)).max(20),
    facilitation: z.string().max(300),
    cancellationReason: z.string().min(1).max(500).nullable(),
    status: z.enum(['scheduled', 'cancelled']),
    onlineLink: z
      .url({ protocol: /^https$/ })
      .max(2048)
      .nullable()
      .meta({
        description:
          'Where the session takes place online. Told to those who have a seat, and to nobody else.',
      }),
  })
  .partial()
  .meta({ id: 'SessionChange' });
export type SessionChange = z.infer<typeof SessionChange>;

/** What the team says of a series at once: what its sessions share, and the rule that gives their dates. */
export const SeriesPlan = z
  .strictObject({
    community: Slug,
    strand: Slug.nullable().default(null),
    title: z.string().min(1).max(200),
    summary: z.string().max(2000).default(''),
    kind: SessionKind,
    rule: z.string().max(300).meta({
      description:
        'RFC 5545 recurrence rule on the wall clock: FREQ DAILY, WEEKLY or MONTHLY, COUNT or UNTIL (a last day, included), and INTERVAL, BYDAY, BYMONTH, BYMONTHDAY (1 to 28, or from the end), WKST. 200 dates and 10 years at most.',
      example: 'FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630',
    }),
    start: WallClock.meta({ description: 'Of the first session, which is on a date of the rule.' }),
    end: WallClock,
    timezone: TimeZone,
    except: z
      .array(z.iso.date())
      .max(200)
      .default([])
      .meta({ description: 'Days of the rule without a session.' }),
    mode: SessionMode,
    place: Place.nullable().default(null),
    language: LanguageTag,
    facilitation: z.string().max(300).default(''),
    audience: SessionAudience,
    requiresApproval: z.boolean().default(false),
    accessibility: z.array(z.string().max(50)).max(20).default([]),
    capacity: z.int().min(0).nullable().default(null),
    opensDaysBefore: z
      .int()
      .min(0)
      .max(400)
      .nullable()
      .default(null)
      .meta({ description: 'Days before each session on which registration opens; at once when null.' }),
    closesDaysBefore: z
      .int()
      .min(0)
      .max(400)
      .nullable()
      .default(null)
      .meta({ description: 'Days before each session on which registration ends; at its start when null.' }),
  })
  .meta({ id: 'SeriesPlan' });
export type SeriesPlan = z.output<typeof SeriesPlan>;

/** What came of a plan. */
export const SeriesPlanned = z
  .object({
    added: z.array(Id).meta({ description: 'Sessions that are new.' }),
    kept: z.array(Id).meta({ description: 'Sessions that were there, as they were but for their number.' }),
    differing: z.array(z.object({ id: Id, fields: z.array(z.string()) })).meta({
      description:
        'Sessions that were there and say something else than the plan, with the names of the fields: they keep what they say until they are changed one by one.',
    }),
    outside: z.array(Id).meta({
      description:
        'Sessions to come of the series that the plan has no more: they stay until they are cancelled.',
    }),
  })
  .meta({ id: 'SeriesPlanned' });
export type SeriesPlanned = z.infer<typeof SeriesPlanned>;

/** What a community's card tells of its next session. */
export const SessionBrief = Session.pick({
  id: true,
  community: true,
  title: true,
  kind: true,
  status: true,
  start: true,
  end: true,
  timezone: true,
  mode: true,
  language: true,
  audience: true,
})
  .extend({
    city: z.string().nullable().meta({ description: 'Null when online.' }),
    registrationState: RegistrationState,
    seatsLeft: z.int().min(0).nullable().meta({ description: 'Null when there is no limit.' }),
    page: WebAddress,
  })
  .meta({ id: 'SessionBrief' });
export type SessionBrief = z.infer<typeof SessionBrief>;

const codes = <T extends Record<string, string>>(schema: z.ZodEnum<T>) =>
  z
    .string()
    .max(200)
    .transform((list) => list.split(','))
    .pipe(z.array(schema).max(20) as z.ZodType<T[keyof T][], string[]>);

/** One slug, or several separated by commas. */
export const SlugList = z
  .string()
  .max(650)
  .transform((list) => list.split(','))
  .pipe(z.array(Slug).max(10));

/** One language tag, or several separated by commas. */
export const LanguageList = z
  .string()
  .max(100)
  .transform((list) => list.split(','))
  .pipe(z.array(LanguageTag).max(20));

const filters = {
  community: SlugList.optional(),
  from: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Sessions that end after this time.' }),
  to: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Sessions that start before this time.' }),
  kind: codes(SessionKind).optional(),
  mode: codes(SessionMode).optional(),
  language: LanguageList.optional(),
  audience: codes(SessionAudience).optional(),
  theme: Slug.optional(),
  series: Id.optional().meta({ description: 'Sessions of this series.' }),
  available: z.literal('true').optional().meta({ description: 'Sessions for which a place can be had now.' }),
  q: z.string().max(200).optional(),
};

export const SessionQuery = z
  .object({
    ...filters,
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(200))
      .optional()
      .meta({ description: '1 to 200; 50 when absent.' }),
    cursor: z.string().max(300).optional().meta({ description: 'The `next` of the page before.' }),
  })
  .meta({ id: 'SessionQuery' });
export type SessionQuery = z.output<typeof SessionQuery>;

/** What a calendar feed may be narrowed by. */
export const SessionFeedQuery = z.object(filters).meta({ id: 'SessionFeedQuery' });
export type SessionFilters = z.output<typeof SessionFeedQuery>;

export const SessionPage = z
  .object({
    items: z.array(Session),
    next: z.string().nullable().meta({ description: 'Cursor of the following page; null on the last.' }),
    total: z.int().min(0).meta({ description: 'How many sessions all the pages hold.' }),
    facets: z
      .object({
        community: z.array(Facet),
        kind: z.array(Facet),
        mode: z.array(Facet),
        language: z.array(Facet),
        audience: z.array(Facet),
        available: z.array(Facet),
      })
      .meta({ description: 'What each further filter would leave, its own facet left aside.' }),
    communities: z.array(CommunityName).meta({ description: 'All communities, whatever is asked for.' }),
    around: z
      .object({ before: DateTime.nullable(), after: DateTime.nullable(), next: SessionBrief.nullable() })
      .meta({
        description:
          'Start of the nearest session outside the range, on either side; of the one after, what a card shows.',
      }),
  })
  .meta({ id: 'SessionPage' });
export type SessionPage = z.infer<typeof SessionPage>;
