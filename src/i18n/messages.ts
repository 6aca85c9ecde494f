import type { ApiErrorKind } from '../api/api-error.js';
import type {
  Community,
  CommunityFunctionKind,
  CommunityStatus,
  Form,
  PrivacyNotice,
  RegistrationState,
  Resource,
  ResourcePage,
  Session,
  SessionKind,
  SessionMode,
  SessionStatus,
} from '../contract/index.js';

/** What every element says while it waits, when it fails, and of an older answer. */
export interface AsyncStateMessages {
  stillLoading: string;
  retry: string;
  /** Names the hosted page in a link, when an element cannot show the thing itself. */
  openPage: string;
  errors: Record<ApiErrorKind, string>;
  /** `when` is a date and time in words. */
  asOf(when: string): string;
}

/** Of a session, wherever it is shown. */
export interface SessionMessages {
  modes: Record<SessionMode, string>;
  /** Where a session takes place that one may also follow online. */
  andOnline(city: string): string;
  rescheduled: string;
  registration: Record<RegistrationState, string>;
  placesLeft(count: number): string;
  /** `time` on the visitor's clock, in `city`. */
  yourTime(time: string, city: string): string;
  /** The session's own time, in `city`. */
  timeIn(city: string): string;
}

/** `f3e-community-card` and `f3e-community-directory`. */
export interface CommunityMessages extends AsyncStateMessages, SessionMessages {
  status: Record<CommunityStatus, string>;
  functions: string;
  functionKinds: Record<CommunityFunctionKind, string>;
  /** Of a function: 1 in support, 2 important, 3 at the heart. */
  weights: readonly [string, string, string];
  origin: string;
  originKinds: Record<Community['origin']['kind'], string>;
  audience: string;
  audiences: { both: string; members: string; nonMembers: string };
  more: string;
  nextSession: string;
  noNextSession: string;
  join: Record<CommunityStatus, string>;
  directory: {
    /** Accessible name of the whole. */
    communities: string;
    nothingHere: string;
    filter(count: number): string;
    found(total: number): string;
    sort: string;
    sorts: Record<'' | 'next' | 'name', string>;
    sorted(by: string): string;
    compare: string;
    /** Said once the comparison is there. */
    compared: string;
    cards: string;
    /** Before the link to propose another community. */
    missing: string;
    /** From what a community is born. */
    born: string;
    propose: string;
    facets: Record<'function' | 'theme' | 'audience' | 'status', string>;
    clearFilters: string;
    nothingFits: string;
  };
}

/** What cards unfold. */
export interface CommunityDetailsMessages {
  /** What a card unfolds. */
  details: {
    need: string;
    needs: Record<Community['need'], string>;
    strands: string;
    access: Record<CommunityStatus, string>;
    cadence: string;
    languages: string;
    facilitation: string;
    productions: string;
    themes: string;
    goFurther: string;
    spaces: Record<Community['learningSpaces'][number]['kind'], string>;
    upcoming(count: number): string;
    resources(count: number): string;
    organisations(count: number): string;
  };
}

/** The comparison of communities. */
export interface ComparisonMessages {
  title: string;
  questions: Record<'goal' | 'rhythm' | 'place', string>;
  /** By code; '' for who does not mind. */
  answers: Record<'' | CommunityFunctionKind | 'often' | 'sometimes' | 'in-person' | 'online', string>;
  /** Said when an answer has sorted them; `first` is the name of the first. */
  sorted(first: string): string;
  /** Said when none fits an answer, or nothing is answered. */
  unsorted: string;
  /** What is the same for all, in sentences. */
  all: {
    audience: CommunityMessages['audiences'];
    status: Record<CommunityStatus, string>;
    purpose(functions: string): string;
    /** Before the words of the communities. */
    cadence: string;
  };
  /** Accessible names of what chooses two where there is little room. */
  pair: string;
  places: readonly [string, string];
  /** Heard after what is so of one community alone. */
  unlike: string;
  purpose: string;
  tagline: string;
  audience: string;
  status: string;
  cadence: string;
  next: string;
  way: string;
  unknown: string;
}

/** `f3e-session-calendar`. */
export interface SessionCalendarMessages extends AsyncStateMessages, SessionMessages {
  /** Accessible name of the whole. */
  sessions: string;
  skip: string;
  agenda: string;
  month: string;
  previous: string;
  next: string;
  today: string;
  pickMonth: string;
  kinds: Record<SessionKind, string>;
  audiences: Record<Exclude<Session['audience'], 'all'>, string>;
  /** Accessibility provisions, by their code. */
  access: Readonly<Record<string, string>>;
  statuses: Record<Exclude<SessionStatus, 'scheduled'>, string>;
  inLanguage(name: string): string;
  /** The nth day of a session of several. */
  dayOf(nth: number, of: number): string;
  /** Accessibility provisions of a session, by their number. */
  provisions(count: number): string;
  placesOf(left: number, capacity: number): string;
  fullWaiting(count: number): string;
  pastSessions(count: number): string;
  /** What is shown now, announced after a reader went elsewhere. */
  shown(period: string, count: number): string;
  /** Of all communities, on the chip that chooses them. */
  everything: string;
  filter(count: number): string;
  subscribe: string;
  register: Record<'open' | 'waiting-list', string>;
  /** `day` is the one that was planned. */
  movedFrom(day: string): string;
  /** The same in few words; `day` is short. */
  moved(day: string): string;
  /** `to` is empty when it is one month. */
  nothingIn(from: string, to: string): string;
  nextOn(day: string): string;
  lastOn(day: string): string;
  /** Before the next session; `to` is empty when it is one month, `away` is “in 5 days”. */
  nothingLeft(from: string, to: string, away: string): string;
  /** On the button that goes to a month. */
  see(month: string): string;
  notAll: string;
  clock: string;
  sessionClock: string;
  clockOf(city: string): string;
  nothingFits: string;
  clearFilters: string;
  monthTable: {
    /** On the last day of a session that began on another; `hour` is that of its end. */
    until(hour: string): string;
    /** On a day between its first and its last. */
    goesOn: string;
    others(count: number): string;
    othersOn(day: string): string;
    fewer: string;
  };
}

/** What a session unfolds, the filters and the subscription of a calendar. */
export interface SessionDetailsMessages {
  /** What a session unfolds. */
  detail: {
    community: string;
    days: string;
    place: string;
    map: string;
    stepFree: string;
    facilitation: string;
    cancelledBecause(reason: string): string;
    movedFrom(when: string): string;
    reserved: Record<Exclude<Session['audience'], 'all'>, string>;
    approval: string;
    opensOn(when: string): string;
    closesOn(when: string): string;
    nobodyCanNow: Record<Exclude<RegistrationState, 'open' | 'waiting-list'>, string>;
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
  };
  filters: {
    words: string;
    wordsHint: string;
    names: Record<'community' | 'kind' | 'mode' | 'language' | 'audience', string>;
    everyone: string;
    available: string;
  };
  subscription: {
    copyOrFollow: string;
    follow: string;
    address: string;
    copy: string;
    copied: string;
    notCopied: string;
    download: string;
  };
}

/** `f3e-resource-list`. */
export interface ResourceListMessages extends AsyncStateMessages {
  /** Accessible name of the whole. */
  resources: string;
  words: string;
  /** Past the filters. */
  toResults: string;
  search: string;
  sort: string;
  sorts: Record<'relevance' | 'date' | 'title', string>;
  filter(count: number): string;
  facets: Record<keyof ResourcePage['facets'], string>;
  more(count: number): string;
  kinds: Record<Resource['kind'], string>;
  accesses: Record<Resource['access'], string>;
  formats: Record<'html' | 'video' | 'audio', string>;
  /** What following a resource does. */
  actions: Record<'watch' | 'listen' | 'open', string>;
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
  filters: string;
  /** Stands behind the name of a filter, in the name of the button that removes it. */
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

/** What a form says once it is sent, or cannot be. */
export interface SubmissionMessages {
  waitingForNetwork: string;
  notSent: Record<ApiErrorKind, string>;
  /** Before a link to the hosted form. */
  orOnPage: string;
  sentTitle: string;
  next: readonly string[];
}

/** The three forms. */
export interface FormMessages
  extends AsyncStateMessages, Pick<SessionMessages, 'modes' | 'andOnline' | 'timeIn' | 'yourTime'> {
  required: string;
  /** `labels` of the questions that must be answered. */
  onlyRequired(labels: readonly string[]): string;
  /** Title of what follows. */
  andThen: string;
  /** What follows, in three steps; the first is the form. */
  steps: Record<Form['kind'], readonly [string, string, string]>;
  /** Of a form in several stages. */
  stage(place: number, of: number): string;
  goOn: string;
  goBack: string;
  session: string;
  nextSession: string;
  choose: string;
  strand: string;
  wholeCommunity: string;
  /** This site may not send the form: it is filled in on the hosted page. */
  elsewhere: string;
  /** Under an answer that the page filled in and that cannot be changed. */
  locked: string;
  /** Under the name of a known organisation. */
  known: { member: string; nonMember: string };
  /** Label of the field that only robots fill in. */
  honeypot: string;
  consents: string;
  noticeTitle: string;
  noticeParts: Record<keyof PrivacyNotice, string>;
}

/** What the forms say once somebody fills them in. */
export interface FormSubmissionMessages {
  /** Before the address to which the mail goes. */
  sentTo: string;
  /** Goes back to the form, at the address. */
  correct: string;
  addToCalendar: string;
  resources: string;
  /** Nothing is wrong with an answer: the session was cancelled meanwhile, say. */
  notAcceptedTitle: string;
  errorsTitle(count: number): string;
  issues: {
    required(label: string): string;
    email: string;
    tooLong(label: string, most: number): string;
  };
  charactersLeft(count: number): string;
  sending: string;
  changed: string;
  submissions: Record<Form['kind'], SubmissionMessages>;
}

/** The messages of one element: French at hand, other languages fetched when first needed. */
export interface Catalogue<M> {
  fr: M;
  others: ReadonlyMap<string, () => Promise<{ messages: M }>>;
}

/** The phrase for a code of the contract; the code itself when a newer server has more of them. */
export const translateCode = (phrases: object, code: string): string =>
  Object.hasOwn(phrases, code) ? (phrases as Record<string, string>)[code]! : code;

/** The messages of a catalogue in a language; in French when it has no other, or when they cannot be fetched. */
export async function loadMessages<M>({ fr, others }: Catalogue<M>, language: string): Promise<M> {
  const load = others.get(language);
  return load
    ? load().then(
        ({ messages }) => messages,
        () => fr,
      )
    : fr;
}
