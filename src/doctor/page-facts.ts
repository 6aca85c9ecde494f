import { elementNames } from '../contract/element-names.js';

/**
 * Why an element does not show: what is known of a page, and what follows from it. Pure, so that the same judgement serves
 * the page itself (`?f3e-doctor`) and the server, which reads the page from outside.
 */
export const siteSystems = ['wordpress', 'spip', 'drupal', 'joomla', 'wix', 'other'] as const;
export type SiteSystem = (typeof siteSystems)[number];

/** The system of a site, by what its pages name: their generator, and the addresses of scripts, styles and links. */
export function systemOf(generator: string, addresses: readonly string[]): SiteSystem {
  const has = (pattern: RegExp) => pattern.test(generator) || addresses.some((one) => pattern.test(one));
  if (has(/^WordPress|\/wp-(?:content|includes)\//i)) return 'wordpress';
  if (has(/^SPIP|spip\.php|\/squelettes|plugins-dist/i)) return 'spip';
  if (has(/^Drupal|\/sites\/[^/]+\/files\/|\/core\/misc\/drupal/i)) return 'drupal';
  if (has(/^Joomla|\/media\/(?:jui|system|vendor\/joomla)/i)) return 'joomla';
  return has(/^Wix|wixstatic|parastorage/i) ? 'wix' : 'other';
}

/** A script of ours in a page, as its tag says. */
export interface ScriptFact {
  src: string;
  /** The `type` of its tag; empty without one. */
  type: string;
  /** Whether the tag holds the address elsewhere than in `src`, so that the browser does not load it. */
  isHeld: boolean;
  hasNonce: boolean;
}

/** An element, or the place of one. */
export interface TagFact {
  /** Without `f3e-`. */
  name: string;
  communities: readonly string[];
  session: string;
  isSelfClosed?: boolean;
  /** What hides it, in words such as `div.tab`; undefined when it can be seen or nobody knows. */
  hiddenBy?: string;
}

export interface PageFacts {
  /** Address of the page. */
  page: string;
  /** Address of the server that the scripts, or links, name. */
  server: string;
  system: SiteSystem;
  scripts: readonly ScriptFact[];
  tags: readonly TagFact[];
  /** Links to hosted pages that stand outside of any element: what remains where a tag was taken away. */
  links: readonly string[];
  /** Content security policies, of headers and of the page. */
  policies: readonly string[];
}

export const findingCodes = [
  'nothing',
  'no-script',
  'script-held',
  'script-rewritten',
  'script-blocked',
  'script-wrong-type',
  'version-retired',
  'tag-stripped',
  'tag-unknown',
  'tag-self-closed',
  'wrong-slug',
  'api-unreachable',
  'api-no-cors',
  'api-blocked',
  'origin-refused',
  'hidden',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something that is wrong, and what it is about. */
export interface Finding {
  code: FindingCode;
  /** The address, name or tag that it is about. */
  about: string;
  /** The nearest thing that exists, where there is one. */
  nearest?: string;
}

const tagNames: readonly string[] = [...elementNames, 'provider'];

/** Attributes and types by which consent tools hold a script until somebody agrees. */
export const consentMarks =
  /^(?:data-(?:cookieconsent|category|categories|service|cookiecategory|cmp-src|type|consent|src-cmplz|cookie-consent)|class=.*(?:cmplz|cky|tarteaucitron))/;
/** Types by which optimisers hold a script until somebody moves. */
const optimiserTypes = /rocket|litespeed|flying|perfmatters|lazy|^[0-9a-f]{24}-/;

export const isOurScript = (address: string): boolean => /\/f3e(?:\.classic)?\.js(?:[?#]|$)/.test(address);

/** Each finding once, however many tags it is about. */
export const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [`${one.code} ${one.about}`, one])).values(),
];

/** What follows from the page alone. */
export function judgePage({ page, server, scripts, tags, links, policies }: PageFacts): Finding[] {
  const found: Finding[] = [];
  const elements = tags.filter(({ name }) => name !== 'provider');
  const isLetBy = (what: 'script' | 'connect', address: string, hasNonce = false) =>
    // A header may hold several, joined by commas.
    policies
      .flatMap((one) => one.split(','))
      .every((policy) => allows(policy, what, address, { page, hasNonce }));
  if (!scripts.length && !elements.length) return [{ code: 'nothing', about: links[0] ?? '' }];
  if (!scripts.length) found.push({ code: 'no-script', about: server });
  for (const { src, type, isHeld, hasNonce } of scripts) {
    if (optimiserTypes.test(type)) found.push({ code: 'script-rewritten', about: type });
    else if (isHeld || (type && !/^(?:module|text\/javascript|application\/javascript)$/.test(type)))
      found.push({ code: 'script-held', about: type || src });
    else if (/\/f3e\.js/.test(src) && type !== 'module')
      found.push({ code: 'script-wrong-type', about: src });
    if (!isLetBy('script', src, hasNonce)) found.push({ code: 'script-blocked', about: new URL(src).origin });
  }
  // What is to be done about the script says both.
  const isScriptBlocked = found.some(({ code }) => code === 'script-blocked');
  if (!isScriptBlocked && !isLetBy('connect', `${server}/v1/`))
    found.push({ code: 'api-blocked', about: server });
  if (!elements.length) found.push({ code: 'tag-stripped', about: links[0] ?? '' });
  for (const { name, isSelfClosed, hiddenBy } of tags) {
    if (!tagNames.includes(name))
      found.push({ code: 'tag-unknown', about: `f3e-${name}`, ...nearestTo(name, tagNames) });
    if (isSelfClosed) found.push({ code: 'tag-self-closed', about: `f3e-${name}` });
    if (hiddenBy) found.push({ code: 'hidden', about: hiddenBy });
  }
  return found;
}

/** Whether a policy lets a script or a request through (CSP 3), as far as addresses tell. */
export function allows(
  policy: string,
  what: 'script' | 'connect',
  address: string,
  { page, hasNonce }: { page: string; hasNonce: boolean },
): boolean {
  const directives = new Map(
    policy
      .toLowerCase()
      .split(';')
      .map((one) => one.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  const names = what === 'script' ? ['script-src-elem', 'script-src'] : ['connect-src'];
  const sources = [...names, 'default-src']
    .map((name) => directives.get(name))
    .find((one) => one !== undefined);
  if (!sources) return true;
  if (hasNonce && sources.some((source) => source.startsWith("'nonce-"))) return true;
  if (what === 'script' && sources.includes("'strict-dynamic'")) return hasNonce;
  const url = new URL(address.toLowerCase());
  return sources.some((source) => {
    if (source === '*') return true;
    if (source === "'self'") return url.origin === new URL(page).origin;
    if (/^[a-z][a-z0-9+.-]*:$/.test(source))
      return source === url.protocol || (source === 'http:' && url.protocol === 'https:');
    const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*\.)?([^/:']+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
    if (!match) return false;
    const [, scheme, wild, host, port, path] = match;
    if (scheme && `${scheme}:` !== url.protocol && !(scheme === 'http' && url.protocol === 'https:'))
      return false;
    if (wild ? !url.hostname.endsWith(`.${host!}`) : host !== url.hostname) return false;
    if (port && port !== '*' && port !== (url.port || (url.protocol === 'https:' ? '443' : '80')))
      return false;
    if (!port && url.port) return false;
    return !path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  });
}

/** The nearest of some names, when it is near: two letters apart at most, or one holds the other. */
export function nearestTo(name: string, names: readonly string[]): { nearest?: string } {
  let nearest: string | undefined;
  let least = 3;
  for (const one of names) {
    const far = one.includes(name) || name.includes(one) ? 1 : distance(name, one);
    if (far < least) [nearest, least] = [one, far];
  }
  return nearest === undefined ? {} : { nearest };
}

/** How many letters one changes to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row: number[] = [];
  for (let j = 0; j <= other.length; j++) row.push(j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length]!;
}
