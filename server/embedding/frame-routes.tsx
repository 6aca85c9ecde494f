import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { ElementName, elementNames } from '../../src/contract/elements.js';
import { elementOfPage } from '../../src/contract/hosted-pages.js';
import { findSession } from '../sessions/repository.js';
import { allCommunities } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { HttpError, refuseInvalid } from '../http/errors.js';
import { answerPreflight, anyOrigin, type AppEnv, readText } from '../http/middleware.js';
import { bad, json, missing } from '../http/responses.js';
import { builderMessages } from '../i18n/builder/index.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { elementTag, readAttributes, type WrittenAttributes } from './element-tag.js';
import { createFrameTokens } from './frame-token.js';
import { createContent } from './routes.js';

/** Heights in pixels that a site reserves before a frame tells its own. */
const heights: Readonly<Record<ElementName, number>> = {
  'community-card': 480,
  'community-directory': 900,
  'session-calendar': 700,
  'resource-list': 900,
  'join-form': 900,
  'registration-form': 900,
  'proposal-form': 800,
};
const WIDTH = 650;

/** What a form sends to, and what its token is for. */
const sendsTo: Partial<Record<ElementName, string>> = {
  'join-form': '/v1/join-requests',
  'registration-form': '/v1/registrations',
  'proposal-form': '/v1/proposals',
};

/** What a form is about, as an address holds it. */
const subjectOf = ({ community, session }: WrittenAttributes): string => community ?? session ?? '-';

/** What a submission is about; undefined for what is no submission. */
function subjectIn(body: string): string | undefined {
  try {
    const { community, session } = JSON.parse(body) as { community?: unknown; session?: unknown };
    const said = community ?? session ?? '-';
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

/** The app that answers reads and takes submissions. */
interface PublicApi {
  fetch: (request: Request, env?: object) => Response | Promise<Response>;
}

/** A page for each element, to be held in a frame: `/w/{element}?…`. */
export function framePages(parts: AppParts, api: PublicApi) {
  const { db, now, origins } = parts;
  const app = new OpenAPIHono<AppEnv>();
  const contentOf = createContent(parts);
  const tokens = createFrameTokens(db.vault.keyed, now);

  app.get('/w/:element', async (c) => {
    const { data: element } = ElementName.safeParse(c.req.param('element'));
    if (!element) throw new HttpError('not-found');
    const { lang, ...query } = c.req.query();
    const language = closestLanguage(lang);
    const attributes = readAttributes(element, query);
    const community = await communityOf(parts, element, attributes);
    const isForm = element in sendsTo;
    // A page in a sandboxed frame has no origin: what it asks goes through an address that its token opens.
    const subject = subjectOf(attributes);
    const endpoint: WrittenAttributes = isForm
      ? { endpoint: `${origins.own}/w/${element}/${subject}/${tokens.make(`${element} ${subject}`)}` }
      : {};
    const look = { language, level: 2 as const };
    const content = String(await (<div lang={language}>{await contentOf(element, attributes, look)}</div>));
    const held =
      isForm || parts.frames === 'listed'
        ? ["'self'", ...origins.sitesFor(isForm ? community : undefined)]
        : ['*'];
    c.header('Content-Security-Policy', policy(origins.own, held));
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', isForm ? 'no-store' : 'public, max-age=60');
    c.header('X-Robots-Tag', 'noindex');
    const page = (
      <FramePage
        language={language}
        title={await titleOf(parts, element, attributes, language)}
        tag={elementTag(element, { 'heading-level': '2', ...attributes, ...endpoint }, content)}
      />
    );
    return c.html(html`<!doctype html>${page}`);
  });

  // Reads as everywhere, and the one submission that the token is for; by pages of ours alone, which have no origin in a frame.
  app.all('/w/:element/:subject/:token/v1/*', async (c) => {
    const { element: name, subject, token } = c.req.param();
    const { data: element } = ElementName.safeParse(name);
    const origin = c.req.header('Origin') ?? origins.own;
    if (origin !== 'null' && origin !== origins.own) throw new HttpError('origin-refused');
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Expose-Headers', 'Date, Retry-After');
    c.header('Vary', 'Origin');
    if (c.req.method === 'OPTIONS') return answerPreflight(c);
    if (!element || !tokens.isGood(token, `${element} ${subject}`)) throw new HttpError('origin-refused');
    const path = c.req.path.slice(`/w/${name}/${subject}/${token}`.length);
    if (c.req.method === 'GET') return forward(c, path, origin, undefined);
    if (c.req.method !== 'POST' || path !== sendsTo[element]) throw new HttpError('not-found');
    const body = await readText(c);
    if (subjectIn(body) !== subject) throw new HttpError('origin-refused');
    return forward(c, path, origin, body);
  });

  /** Asks the app itself, as a page of this server does. */
  async function forward(
    c: Context<AppEnv>,
    path: string,
    origin: string,
    body: string | undefined,
  ): Promise<Response> {
    const url = new URL(c.req.url);
    url.pathname = path.slice('/v1'.length);
    const headers = new Headers(c.req.raw.headers);
    headers.set('Origin', origins.own);
    // What is packed once is not packed again, and the length is that of the text.
    headers.delete('Accept-Encoding');
    headers.delete('Content-Length');
    const response = await api.fetch(
      new Request(url, { method: c.req.method, headers, ...(body !== undefined && { body }) }),
      c.env,
    );
    const answer = new Response(response.body, response);
    answer.headers.set('Access-Control-Allow-Origin', origin);
    answer.headers.set('Access-Control-Expose-Headers', 'Date, Retry-After');
    return answer;
  }

  return app;
}

function FramePage({ language, title, tag }: { language: Language; title: string; tag: string }) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* Links lead out of the frame. */}
        <base target="_top" />
        <link rel="stylesheet" href="/assets/apercu.css" />
        <script defer src="/assets/widget-frame.js"></script>
        <script type="module" src="/v1/f3e.js"></script>
      </head>
      <body class="frame">{raw(tag)}</body>
    </html>
  );
}

const policy = (own: string, ancestors: readonly string[]): string =>
  `default-src 'none'; script-src 'self' ${own}; connect-src 'self' ${own}; style-src 'self' ${own}; img-src 'self' ${own}; form-action 'self' ${own}; base-uri 'none'; frame-ancestors ${ancestors.join(' ')}; require-trusted-types-for 'script'; trusted-types lit-html`;

/** The community that a form is of; empty for none. */
async function communityOf(
  { db }: AppParts,
  element: ElementName,
  attributes: WrittenAttributes,
): Promise<string> {
  if (element !== 'registration-form') return attributes['community'] ?? '';
  return (await findSession(db, attributes['session'] ?? ''))?.community ?? '';
}

/** What a frame shows, for who hears the page. */
async function titleOf(
  { db }: AppParts,
  element: ElementName,
  attributes: WrittenAttributes,
  language: Language,
): Promise<string> {
  const { name } = builderMessages(language).shown[element];
  const session = attributes['session'] && (await findSession(db, attributes['session']));
  if (session) return `${name} – ${session.title}`;
  const slugs = (attributes['community'] ?? attributes['communities'] ?? '').split(',');
  const named = (await allCommunities(db)).filter(({ slug }) => slugs.includes(slug)).map(communityName);
  return named.length ? `${name} – ${named.join(', ')}` : `${name} – ${pageMessages(language).siteName}`;
}

const OembedAnswer = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    cache_age: z.int().meta({ description: 'In seconds.' }),
    width: z.int().meta({ description: 'In pixels.' }),
    height: z.int().meta({ description: 'In pixels, until the frame tells its own.' }),
    html: z
      .string()
      .meta({ description: 'A quotation with a link, and a frame: the form that WordPress accepts.' }),
  })
  .meta({ id: 'Oembed', description: 'https://oembed.com/, 2.3.4.4.' });

const oembedRoute = createRoute({
  method: 'get',
  path: '/oembed',
  summary: 'What a site shows for the address of a hosted page (oEmbed)',
  request: {
    query: z.object({
      url: z.string().max(2_000).meta({ description: 'Address of a hosted page.' }),
      maxwidth: z
        .string()
        .regex(/^\d{1,4}$/)
        .optional()
        .meta({ description: 'In pixels; 650 when absent.' }),
      maxheight: z
        .string()
        .regex(/^\d{1,4}$/)
        .optional()
        .meta({ description: 'In pixels.' }),
      format: z.string().optional().meta({ description: '`json`; there is no other.' }),
    }),
  },
  responses: { 200: json(OembedAnswer, 'The frame.'), ...bad, ...missing },
});

export function oembed(parts: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.use('/oembed', anyOrigin);
  app.openapi(oembedRoute, (c) => {
    const { url, maxwidth, maxheight, format = 'json' } = c.req.valid('query');
    const [name, attributes] = URL.canParse(url) ? (elementOfPage(url, parts.origins.own) ?? []) : [];
    const element = elementNames.find((one) => one === name);
    if (format !== 'json' || !element)
      throw new HttpError('not-found', {
        detail: 'There is no page to embed at this address, or not in this format.',
      });
    const language = closestLanguage(new URL(url).searchParams.get('lang') ?? undefined);
    return parts.cache.json(c, `oembed ${url} ${maxwidth ?? ''} ${maxheight ?? ''}`, async () => {
      const written = readAttributes(element, attributes ?? {});
      const title = await titleOf(parts, element, written, language);
      const width = Math.min(Number(maxwidth ?? WIDTH) || WIDTH, WIDTH);
      const height = Math.min(heights[element], Number(maxheight) || heights[element]);
      const query = new URLSearchParams({ ...written, ...(language !== 'fr' && { lang: language }) });
      const src = `${parts.origins.own}/w/${element}${query.size ? `?${query.toString()}` : ''}`;
      const frame = (
        <>
          <blockquote>
            <a href={url}>{title}</a>
          </blockquote>
          <iframe title={title} src={src} width={width} height={height}></iframe>
        </>
      );
      return {
        version: '1.0' as const,
        type: 'rich' as const,
        title,
        provider_name: pageMessages(language).siteName,
        provider_url: parts.links.home,
        cache_age: 86_400,
        width,
        height,
        html: String(await frame),
      };
    });
  });
  return app;
}
