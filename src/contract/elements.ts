import { z } from 'zod';
import { elementNames } from './element-names.js';
import { ResourceAccess, ResourceKind } from './resources.js';
import { SessionAudience, SessionKind, SessionMode } from './sessions.js';

export { elementNames };

/** What an attribute of an element takes: the same for tools, the snippet builder and plugins. */
export type ElementAttribute =
  /** Its presence is what it says. */
  | { kind: 'flag' }
  /** One of these, or several separated by commas; without it, the first thing that its description says. */
  | { kind: 'choice' | 'choices'; values: readonly string[] }
  | { kind: 'number'; least: number; most: number; unset: number }
  /** Short names of communities or themes, the identifier of a session, a month such as `2026-12`, and so on. */
  | {
      kind:
        'community' | 'communities' | 'themes' | 'session' | 'languages' | 'years' | 'month' | 'time-zone';
    }
  | { kind: 'text' | 'address' };
export type ElementAttributes = Readonly<Record<string, ElementAttribute>>;

const flag: ElementAttribute = { kind: 'flag' };
const text: ElementAttribute = { kind: 'text' };
const communities: ElementAttribute = { kind: 'communities' };
const oneOf = (...values: readonly string[]): ElementAttribute => ({ kind: 'choice', values });
const severalOf = (values: readonly string[]): ElementAttribute => ({ kind: 'choices', values });
const number = (least: number, most: number, unset: number): ElementAttribute => ({
  kind: 'number',
  least,
  most,
  unset,
});

const theme = oneOf('neutral', 'f3e', 'soft', 'contrast');
const headingLevel = number(2, 6, 3);
const form = { organisation: text, 'from-query': text, locked: text, 'heading-level': headingLevel, theme };

export const ElementName = z
  .enum(elementNames)
  .meta({ id: 'ElementName', description: 'An element without its prefix `f3e-`.' });
export type ElementName = z.infer<typeof ElementName>;

/** The attributes of each element but `endpoint`, in the order in which people choose them. */
export const elementAttributes: Readonly<Record<ElementName, ElementAttributes>> = {
  'community-card': {
    community: { kind: 'community' },
    layout: oneOf('card', 'row', 'compact'),
    'no-next-session': flag,
    'no-join': flag,
    'no-marks': flag,
    'join-url': { kind: 'address' },
    'heading-level': headingLevel,
    theme,
  },
  'community-directory': {
    communities,
    layout: oneOf('cards', 'rows', 'compact'),
    sort: oneOf('next', 'name'),
    'no-filters': flag,
    'no-compare': flag,
    'no-next-session': flag,
    'no-join': flag,
    'no-propose': flag,
    'no-marks': flag,
    'propose-url': { kind: 'address' },
    'heading-level': headingLevel,
    theme,
  },
  'session-calendar': {
    community: communities,
    view: oneOf('auto', 'agenda', 'month'),
    months: number(1, 12, 3),
    month: { kind: 'month' },
    kind: severalOf(SessionKind.options),
    mode: severalOf(SessionMode.options),
    language: { kind: 'languages' },
    audience: severalOf(SessionAudience.options),
    q: text,
    available: flag,
    past: flag,
    'no-filters': flag,
    'no-subscribe': flag,
    'no-marks': flag,
    'structured-data': flag,
    'state-param': text,
    'time-zone': { kind: 'time-zone' },
    'heading-level': headingLevel,
    theme,
  },
  'resource-list': {
    community: communities,
    kind: severalOf(ResourceKind.options),
    theme: { kind: 'themes' },
    language: { kind: 'languages' },
    year: { kind: 'years' },
    access: severalOf(ResourceAccess.options),
    q: text,
    layout: oneOf('list', 'cards'),
    'page-size': number(1, 100, 20),
    paging: oneOf('numbers', 'more'),
    facets: severalOf(['community', 'theme', 'kind', 'language', 'year', 'access']),
    'no-search': flag,
    'no-filters': flag,
    'no-feeds': flag,
    'no-marks': flag,
    'state-param': text,
    'heading-level': headingLevel,
  },
  'join-form': { community: { kind: 'community' }, strand: text, ...form },
  'registration-form': { session: { kind: 'session' }, ...form },
  'proposal-form': form,
};

/** The attributes of `f3e-provider`. */
export const providerAttributes: ElementAttributes = {
  endpoint: { kind: 'address' },
  format: oneOf('api', 'json'),
  theme,
  'time-zone': { kind: 'time-zone' },
  'no-marks': flag,
  site: { kind: 'address' },
};
