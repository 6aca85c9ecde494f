import { openTags } from './open-tags.js';
import {
  consentMarks,
  distinct,
  isOurScript,
  judgePage,
  nearestTo,
  systemOf,
  type Finding,
  type PageFacts,
  type ScriptFact,
  type TagFact,
} from '../../src/doctor/page-facts.js';

/** Most tags, scripts and links of ours that are looked at, and most characters of a name. */
const MOST = 100;
const LONGEST = 100;

/** What this server knows: its communities and sessions, the releases that it serves, the sites that may send forms. */
export interface Known {
  server: string;
  communities: readonly string[];
  isSession(id: string): Promise<boolean>;
  isServed(version: string): boolean;
  maySend(origin: string, community: string): boolean;
}

/** What a page of another site holds of ours, read from its HTML. */
export function factsIn(
  html: string,
  page: { url: string; policy: string | undefined; server: string },
): PageFacts {
  const scripts: ScriptFact[] = [];
  const tags: TagFact[] = [];
  const links: string[] = [];
  const addresses: string[] = [];
  const policies = page.policy ? [page.policy] : [];
  /** Places in `tags` of those that are open. */
  const open: number[] = [];
  let generator = '';
  const list = (text = '') =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
      .slice(0, 20)
      .map((one) => one.slice(0, LONGEST));
  openTags(
    html,
    (name, attributes) => {
      const { src = '', href = '', content = '' } = attributes;
      addresses.push(src, name === 'link' ? href : '');
      if (name === 'script' && scripts.length < MOST) scripts.push(...scriptIn(attributes, page.url));
      if (name === 'meta' && /^generator$/i.test(attributes['name'] ?? '')) generator = content;
      if (name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? ''))
        policies.push(content);
      const isOurs = name.startsWith('f3e-');
      if (name === 'a' && href.startsWith(`${page.server}/`) && !open.length && links.length < MOST)
        links.push(href.slice(0, 300));
      if ((isOurs || attributes['data-f3e']) && tags.length < MOST) {
        const said = (key: string) => attributes[isOurs ? key : `data-${key}`];
        tags.push({
          name: (isOurs ? name.slice(4) : attributes['data-f3e']!).slice(0, LONGEST),
          communities: [...list(said('community')), ...list(said('communities'))],
          session: (said('session') ?? '').slice(0, LONGEST),
        });
      }
      if (isOurs) open.push(tags.length - 1);
    },
    (name, isImplied) => {
      if (!name.startsWith('f3e-')) return;
      const at = open.pop();
      const tag = at === undefined ? undefined : tags[at];
      // A tag that ends nowhere takes in all that follows.
      if (isImplied && tag) tags[at!] = { ...tag, isSelfClosed: true };
    },
  );
  return {
    page: page.url,
    server: page.server,
    system: systemOf(generator, addresses),
    scripts,
    tags,
    links,
    policies,
  };
}

function scriptIn(attributes: Readonly<Record<string, string>>, page: string): ScriptFact[] {
  const address = Object.values(attributes).find(isOurScript);
  if (!address || !URL.canParse(address, page)) return [];
  const { src = '', type = '' } = attributes;
  const isConsented = Object.entries(attributes).some(([name, value]) =>
    consentMarks.test(`${name}=${value}`),
  );
  return [
    {
      src: new URL(address, page).href,
      type,
      isHeld: !isOurScript(src) || (isConsented && type !== 'module'),
      hasNonce: 'nonce' in attributes,
    },
  ];
}

/** What is wrong with a page of another site, as far as its HTML and this server tell. */
export async function checkPage(
  fetched: { url: string; text: string; headers: Readonly<Record<string, string>> },
  known: Known,
): Promise<{ facts: PageFacts; findings: Finding[] }> {
  const { server } = known;
  const policy = fetched.headers['content-security-policy'];
  const facts = factsIn(fetched.text, { url: fetched.url, policy, server });
  const findings = judgePage(facts);
  for (const { src } of facts.scripts) {
    const version =
      src.startsWith(`${server}/`) && /^(\d+\.\d+\.\d+)\//.exec(src.slice(server.length + 1))?.[1];
    if (version && !known.isServed(version)) findings.push({ code: 'version-retired', about: src });
  }
  const { origin } = new URL(fetched.url);
  for (const { name, communities, session } of facts.tags) {
    for (const slug of communities.filter((one) => !known.communities.includes(one)))
      findings.push({ code: 'wrong-slug', about: slug, ...nearestTo(slug, known.communities) });
    if (session && !(await known.isSession(session))) findings.push({ code: 'wrong-slug', about: session });
    if (name.endsWith('-form') && !known.maySend(origin, communities[0] ?? ''))
      findings.push({ code: 'origin-refused', about: origin });
  }
  return { facts, findings: distinct(findings) };
}
