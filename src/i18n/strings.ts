import type { ApiErrorKind } from '../api/api-error.js';

/** Phrases that every element needs. */
export interface StatusStrings {
  loading: string;
  stillLoading: string;
  retry: string;
  /** Names the hosted page in a link, when an element cannot show the thing itself. */
  openPage: string;
  /** Said when the service cannot be reached: at hand, since nothing else may be. */
  offline: string;
}

/** Phrases of what is wrong. */
export interface TroubleStrings {
  errors: Record<ApiErrorKind, string>;
  /** `when` is a date and time in words. */
  asOf(when: string): string;
}

/** Phrases about a session, wherever it is shown. */
export interface SessionStrings {
  modes: Record<'online' | 'in-person' | 'hybrid', string>;
  rescheduled: string;
  registration: Record<'not-yet-open' | 'open' | 'waiting-list' | 'full' | 'closed' | 'cancelled', string>;
  placesLeft(count: number): string;
  /** `time` on the visitor's clock, in `city`. */
  yourTime(time: string, city: string): string;
  /** The session's own time, in `city`. */
  timeIn(city: string): string;
}

/** Phrases that `f3e-community-card` shows at once. */
export interface CommunityCardStrings extends StatusStrings, SessionStrings {
  status: Record<'open' | 'closed' | 'on-request', string>;
  functions: string;
  functionKinds: Record<'experimentation' | 'learning' | 'networking', string>;
  /** Of a function: 1 in support, 2 important, 3 at the heart. */
  weights: readonly [string, string, string];
  origin: string;
  originKinds: Record<'training' | 'programme', string>;
  audience: string;
  audiences: { both: string; members: string; nonMembers: string };
  more: string;
  nextSession: string;
  noNextSession: string;
  join: Record<'open' | 'closed' | 'on-request', string>;
}

/** Phrases that `f3e-community-directory` shows at once. */
export interface CommunityDirectoryStrings extends CommunityCardStrings {
  /** Name of the whole, for those who do not see it. */
  communities: string;
  nothingHere: string;
  filter(count: number): string;
  found(total: number): string;
  sort: string;
  sorts: Record<'' | 'next' | 'name', string>;
  sorted(by: string): string;
  compare: string;
  cards: string;
  /** Before the way to ask for another community. */
  missing: string;
  propose: string;
}

/** Phrases of the filters of communities. */
export interface CommunityNarrowingStrings {
  facets: Record<'function' | 'theme' | 'audience' | 'status', string>;
  clearFilters: string;
  nothingFits: string;
}

/** Phrases of the comparison of communities. */
export interface CommunityCompareStrings {
  title: string;
  hint: string;
  community: string;
  purpose: string;
  audience: string;
  cadence: string;
  next: string;
  way: string;
  unknown: string;
}

/** Phrases that `f3e-session-calendar` shows at once. */
export interface SessionCalendarStrings extends StatusStrings, SessionStrings {
  /** Name of the whole, for those who do not see it. */
  sessions: string;
  skip: string;
  agenda: string;
  month: string;
  previous: string;
  next: string;
  today: string;
  pickMonth: string;
  kinds: Record<
    'workshop' | 'webinar' | 'practice-exchange' | 'working-group' | 'plenary' | 'meeting',
    string
  >;
  audiences: Record<'members' | 'participants', string>;
  /** Marks of access, by their code. */
  access: Readonly<Record<string, string>>;
  statuses: Record<'cancelled' | 'held' | 'rescheduled', string>;
  inLanguage(name: string): string;
  /** The nth day of a session of several. */
  dayOf(nth: number, of: number): string;
  pastSessions(count: number): string;
  /** What is shown now, said once a reader went elsewhere. */
  told(period: string, count: number): string;
  filter(count: number): string;
  subscribe: string;
  register: Record<'open' | 'waiting-list', string>;
  /** `day` is the one that was planned. */
  movedFrom(day: string): string;
}

/** Phrases that `f3e-resource-list` shows. */
export interface ResourceListStrings extends StatusStrings {
  /** Name of the whole, for those who do not see it. */
  resources: string;
  words: string;
  search: string;
  sort: string;
  sorts: Record<'relevance' | 'date' | 'title', string>;
  filter(count: number): string;
  facets: Record<'community' | 'theme' | 'kind' | 'language' | 'year' | 'access', string>;
  more(count: number): string;
  kinds: Record<
    | 'guide'
    | 'proceedings'
    | 'study'
    | 'sheet'
    | 'video'
    | 'podcast'
    | 'article'
    | 'meeting-report'
    | 'tool'
    | 'web-page',
    string
  >;
  accesses: Record<'public' | 'members', string>;
  formats: Record<'html' | 'video' | 'audio', string>;
  /** The count above the list; `pages` is 1 when all is there. */
  found(total: number, page: number, pages: number): string;
  pages: string;
  page(number: number): string;
  previous: string;
  next: string;
  showMore(count: number): string;
  accessible: string;
  from: string;
  follow: string;
  download: string;
}

/** Phrases of a search for resources. */
export interface SearchingStrings {
  filters: string;
  /** Stands behind the name of a filter, in the name of the button that takes it away. */
  remove: string;
  clearFilters: string;
  clearWords: string;
  /** `words` is empty when nothing was typed. */
  nothingFound(words: string): string;
  nothingOnPage: string;
  /** Stands before words spelt better. */
  try: string;
  loose: string;
  all: string;
  nothingHere: string;
}

/** Phrases of the month. */
export interface MonthStrings {
  others(count: number): string;
  othersOn(day: string): string;
  fewer: string;
}

/** Phrases of what a session unfolds. */
export interface SessionDetailStrings {
  community: string;
  days: string;
  place: string;
  map: string;
  stepFree: string;
  facilitation: string;
  cancelledBecause(reason: string): string;
  movedFrom(when: string): string;
  reserved: Record<'members' | 'participants', string>;
  approval: string;
  opensOn(when: string): string;
  closesOn(when: string): string;
  nobodyCanNow: Record<'full' | 'closed' | 'cancelled' | 'not-yet-open', string>;
  waiting(count: number): string;
  addTo: string;
  file: string;
  seriesFile: string;
  resources: string;
  noResources: string;
  series(index: number, total: number, title: string): string;
  otherDates: string;
  clockChange(day: string): string;
  page: string;
  close: string;
}

/** Phrases of the filters and of the subscription. */
export interface SessionToolsStrings {
  words: string;
  wordsHint: string;
  names: Record<'community' | 'kind' | 'mode' | 'language' | 'audience', string>;
  everyone: string;
  available: string;
  copyOrFollow: string;
  follow: string;
  address: string;
  copy: string;
  copied: string;
  notCopied: string;
  download: string;
  /** `to` is empty when it is one month. */
  nothingIn(from: string, to: string): string;
  nothingFits: string;
  clearFilters: string;
  nextOn(day: string): string;
  lastOn(day: string): string;
  notAll: string;
  clock: string;
  sessionClock: string;
  clockOf(city: string): string;
}

/** Phrases of what a card unfolds. */
export interface CommunityFactsStrings {
  need: string;
  needs: Record<'identified' | 'requested', string>;
  strands: string;
  access: Record<'open' | 'closed' | 'on-request', string>;
  cadence: string;
  languages: string;
  facilitation: string;
  productions: string;
  themes: string;
  goFurther: string;
  spaces: Record<'training' | 'study' | 'meeting' | 'research', string>;
  upcoming(count: number): string;
  resources(count: number): string;
  organisations(count: number): string;
}

/** Phrases that a form shows at once. */
export interface FormStrings extends StatusStrings {
  required: string;
  onlyRequired: string;
  choose: string;
  strand: string;
  wholeCommunity: string;
  /** Under an answer that the page filled in and that cannot be changed. */
  locked: string;
  /** Label of the question that only robots meet. */
  trap: string;
  consents: string;
  noticeTitle: string;
  noticeParts: Record<string, string>;
}

/** Phrases that a form shows once somebody fills it in. */
export interface FormFlowStrings {
  errorsTitle(count: number): string;
  issues: {
    required(label: string): string;
    email: string;
    tooLong(label: string, most: number): string;
  };
  charactersLeft(count: number): string;
  /** Under the name of an organisation that we know. */
  known: { member: string; nonMember: string };
  sending: string;
  waitingForNetwork: string;
  notSent: Record<ApiErrorKind, string>;
  /** Before a link to the hosted form. */
  orOnPage: string;
  sentTitle: string;
  next: readonly string[];
  changed: string;
}

/** The phrases of one element: French at hand, the other languages when first needed. */
export interface Catalogue<S> {
  fr: S;
  others: ReadonlyMap<string, () => Promise<{ strings: S }>>;
}

/** The phrase for a code; the code itself when a newer server knows more of them. */
export const said = (phrases: object, code: string): string =>
  Object.hasOwn(phrases, code) ? (phrases as Record<string, string>)[code]! : code;

/** The words of a catalogue in a language; in French when it has no other, or it cannot be had. */
export async function wordsIn<S>({ fr, others }: Catalogue<S>, language: string): Promise<S> {
  const load = others.get(language);
  return load
    ? load().then(
        ({ strings }) => strings,
        () => fr,
      )
    : fr;
}
