import type { ApiErrorKind } from '../api/api-error.js';

/** Phrases that every element needs. */
export interface StatusStrings {
  loading: string;
  stillLoading: string;
  retry: string;
  /** Names the hosted page in a link, when an element cannot show the thing itself. */
  openPage: string;
  errors: Record<ApiErrorKind, string>;
  nothingHere: string;
  /** `when` is a date and time in words. */
  asOf(when: string): string;
}

/** Phrases that `f3e-community-card` shows at once. */
export interface CommunityCardStrings extends StatusStrings {
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
  modes: Record<'online' | 'in-person' | 'hybrid', string>;
  rescheduled: string;
  registration: Record<'not-yet-open' | 'open' | 'waiting-list' | 'full' | 'closed' | 'cancelled', string>;
  placesLeft(count: number): string;
  /** `time` on the visitor's clock, in `city`. */
  yourTime(time: string, city: string): string;
  /** The session's own time, in `city`. */
  timeIn(city: string): string;
  join: Record<'open' | 'closed' | 'on-request', string>;
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
