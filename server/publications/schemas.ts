import { z } from 'zod';
import {
  Community,
  Organisation,
  PublishedResource,
  Session,
  SessionSeries,
  Slug,
  Theme,
  WallClock,
} from '../../src/contract/index.js';

/** A community as F3E publishes it: what the API adds to it is left out. */
const PublishedCommunity = Community.omit({ nextSession: true, counts: true, links: true }).extend({
  themes: z.array(Slug),
});

const LocalSlot = z.object({ start: WallClock, end: WallClock });

/** A session as F3E publishes it, on the wall clock of its zone. */
const PublishedSession = Session.omit({ links: true }).extend({
  start: WallClock,
  end: WallClock,
  days: z.array(LocalSlot),
  registration: Session.shape.registration.extend({
    opensAt: WallClock.nullable(),
    closesAt: WallClock.nullable(),
  }),
  series: SessionSeries.extend({
    date: WallClock.optional(),
    plannedAt: z.iso.datetime().optional(),
  }).nullable(),
  rescheduledFrom: LocalSlot.nullable(),
  updatedAt: WallClock,
});

/** The lists of a folder of publications: the file of each, the member that names an item, the schema of an item. */
export const lists = {
  themes: { file: 'communities.json', key: 'slug', schema: Theme },
  communities: { file: 'communities.json', key: 'slug', schema: PublishedCommunity },
  organisations: { file: 'organisations.json', key: 'id', schema: Organisation },
  resources: { file: 'resources.json', key: 'id', schema: PublishedResource },
  sessions: { file: 'sessions.json', key: 'id', schema: PublishedSession },
} as const;

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

/** What a folder publishes. A list whose file is missing is empty. */
export interface Publications {
  themes: z.output<typeof Theme>[];
  communities: z.output<typeof PublishedCommunity>[];
  organisations: z.output<typeof Organisation>[];
  resources: z.output<typeof PublishedResource>[];
  sessions: z.output<typeof PublishedSession>[];
}
