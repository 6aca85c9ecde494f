import type { SessionBrief } from '../contract/index.js';
import { count, instant, item, languageTag, nonEmptyString, text, type ReadValue } from './read.js';

const readFields = item<SessionBrief>()(
  {
    id: text,
    community: text,
    title: nonEmptyString,
    status: text,
    start: instant,
    end: instant,
    timezone: text,
    mode: text,
    language: languageTag,
    city: text,
    registrationState: text,
    seatsLeft: count,
    page: text,
  },
  'title',
  'start',
);

/** What a card shows of a session. Times in milliseconds since 1970. */
export type SessionBriefView = NonNullable<ReturnType<typeof readFields>> & { end: number };

/** Needs a title and a start. */
export const readSessionBrief: ReadValue<SessionBriefView | null> = (json) => {
  const brief = readFields(json);
  return brief ? { ...brief, end: brief.end ?? brief.start } : null;
};
