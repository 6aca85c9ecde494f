import { elementNames } from '../../contract/element-names.js';
import {
  consentMarks,
  isOurScript,
  nearestTo,
  systemOf,
  type Finding,
  type PageFacts,
  type ScriptFact,
  type TagFact,
} from '../../doctor/page-facts.js';

/** Milliseconds after which a server counts as unreachable. */
const TIMEOUT = 8_000;

/** What the page holds of ours. */
export async function factsOf(server: string): Promise<PageFacts> {
  const isHosted = (link: HTMLAnchorElement) => link.href.startsWith(`${server}/`) && !link.closest(elements);
  return {
    page: location.href,
    server,
    system: systemOf(
      document.querySelector<HTMLMetaElement>('meta[name="generator" i]')?.content ?? '',
      [...document.querySelectorAll('[src], link[href]')].map(
        (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
      ),
    ),
    scripts: [...document.querySelectorAll('script')].flatMap(scriptFact),
    tags: [...document.querySelectorAll('*')].flatMap(tagFact),
    links: [...document.querySelectorAll('a')].filter(isHosted).map(({ href }) => href),
    policies: await policies(),
  };
}
const elements = elementNames.map((name) => `f3e-${name}`).join(', ');

function scriptFact(script: HTMLScriptElement): ScriptFact[] {
  const marks = [...script.attributes].map(({ name, value }) => `${name}=${value}`);
  const address = [...script.attributes].map(({ value }) => value).find(isOurScript);
  if (!address) return [];
  return [
    {
      src: new URL(address, location.href).href,
      type: script.type,
      isHeld:
        !isOurScript(script.src) || marks.some((mark) => consentMarks.test(mark) && script.type !== 'module'),
      hasNonce: Boolean(script.nonce),
    },
  ];
}

function tagFact(tag: Element): TagFact[] {
  if (!tag.localName.startsWith('f3e-')) return [];
  const list = (name: string) =>
    (tag.getAttribute(name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  const hiddenBy = tag.localName === 'f3e-provider' ? undefined : whatHides(tag);
  return [
    {
      name: tag.localName.slice(4),
      communities: [...list('community'), ...list('communities')],
      session: tag.getAttribute('session') ?? '',
      ...(hiddenBy && { hiddenBy }),
    },
  ];
}

/** What hides an element: itself or something around it, as `div#id.class`. */
function whatHides(tag: Element): string | undefined {
  for (let one: Element | null = tag; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    const isClipped =
      style.overflow !== 'visible' &&
      one.getClientRects().length > 0 &&
      (one.clientHeight < 2 || one.clientWidth < 2);
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0' || isClipped) {
      const classes = [...one.classList].map((name) => `.${name}`).join('');
      return `${one.localName}${one.id && `#${one.id}`}${classes}`;
    }
  }
  return undefined;
}

/** The policies of the page: a header says most of them, so the page is asked for once more. */
async function policies(): Promise<string[]> {
  const own = [
    ...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]'),
  ].map(({ content }) => content);
  try {
    const { headers } = await fetch(location.href, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT) });
    const said = headers.get('Content-Security-Policy');
    return said ? [...own, said] : own;
  } catch {
    return own;
  }
}

/** What only questions tell: whether the server answers, knows the names, and takes forms of this site. */
export async function findingsOfServer({ server, scripts, tags }: PageFacts): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { src } of scripts) {
    const response = await ask(src);
    if (response instanceof Response && response.status === 404)
      found.push({ code: 'version-retired', about: src });
  }
  const list = await ask(`${server}/v1/communities`);
  if (!(list instanceof Response)) return [...found, { code: list, about: server }];
  if (!list.ok) return [...found, { code: 'api-unreachable', about: server }];
  const known = ((await list.json()) as { items: { slug: string }[] }).items.map(({ slug }) => slug);
  for (const { name, communities, session } of tags) {
    for (const slug of communities.filter((one) => !known.includes(one)))
      found.push({ code: 'wrong-slug', about: slug, ...nearestTo(slug, known) });
    if (session && (await statusOf(`${server}/v1/sessions/${encodeURIComponent(session)}`)) === 404)
      found.push({ code: 'wrong-slug', about: session });
    if (name.endsWith('-form') && (await isRefused(server, name, communities[0], session)))
      found.push({ code: 'origin-refused', about: location.origin });
  }
  return found;
}

async function isRefused(
  server: string,
  name: string,
  community: string | undefined,
  session: string,
): Promise<boolean> {
  const id =
    name === 'proposal-form'
      ? 'proposal'
      : name === 'join-form'
        ? `join:${community ?? ''}`
        : `register:${session}`;
  const response = await ask(`${server}/v1/forms/${id}`);
  if (!(response instanceof Response) || !response.ok) return false;
  return !((await response.json()) as { maySend: boolean }).maySend;
}

const statusOf = async (address: string): Promise<number | undefined> => {
  const response = await ask(address);
  return response instanceof Response ? response.status : undefined;
};

/** An answer, or why there is none. */
async function ask(address: string): Promise<Response | 'api-unreachable' | 'api-no-cors' | 'api-blocked'> {
  let isBlocked = false;
  const watch = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    if (address.startsWith(blockedURI)) isBlocked = true;
  };
  document.addEventListener('securitypolicyviolation', watch);
  try {
    return await fetch(address, { signal: AbortSignal.timeout(TIMEOUT), credentials: 'omit' });
  } catch {
    // The event comes after the failure.
    await new Promise((done) => setTimeout(done, 50));
    if (isBlocked) return 'api-blocked';
    // An answer that this page may not read is an answer.
    const isThere = await fetch(address, {
      mode: 'no-cors',
      signal: AbortSignal.timeout(TIMEOUT),
      credentials: 'omit',
    }).then(
      () => true,
      () => false,
    );
    return isThere ? 'api-no-cors' : 'api-unreachable';
  } finally {
    document.removeEventListener('securitypolicyviolation', watch);
  }
}
