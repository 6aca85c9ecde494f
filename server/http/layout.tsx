import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { directionOf } from '../../src/contract/text-direction.js';
import { typeset } from '../../src/contract/typeset.js';
import type { Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import type { ForeignText } from '../shared/foreign-text.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';

/**
 * No script runs on these pages, and nothing but their stylesheet is fetched; in a frame, one tells their height. A tool has
 * a script of its own, and shows pages of this server in frames.
 */
const contentPolicy = (frame: string | undefined, isTool: boolean) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; ${
    isTool ? "connect-src 'self'; frame-src 'self'; " : ''
  }${frame || isTool ? "script-src 'self'; " : ''}frame-ancestors ${frame ?? "'none'"}`;

/** What a page is, and what search engines and readers of feeds are told of it. */
export interface PageAbout {
  language: Language;
  title: string;
  /** A part of the title that may be in another language: the title of a session, say. */
  named?: ForeignText | undefined;
  /** A sentence or two, as search engines show them. */
  description?: string | undefined;
  /** The one address of the page, where several lead to it. */
  canonical?: string | undefined;
  /** Search engines leave it out: results of a search, forms. */
  isUnlisted?: boolean;
  /** Its address, where sites may show what it shows by that address alone (oEmbed). */
  embeds?: string | undefined;
  /** Addresses to subscribe to. */
  feeds?: readonly { type: 'application/rss+xml' | 'text/calendar'; title: string; href: string }[];
  body: Child;
  status?: ContentfulStatusCode;
  /** For one person: never stored, never listed. */
  personal?: boolean;
  /** Name of the script and the stylesheet of a tool, among the assets; the page works without the script. */
  tool?: string;
}

/** Sends a hosted page. It works without scripts; caches never store a personal page. */
export async function renderPage(c: Context, about: PageAbout): Promise<Response> {
  const { status = 200, personal = false, isUnlisted = false } = about;
  const frame = c.get('frame') as string | undefined;
  c.header('Content-Security-Policy', contentPolicy(frame, about.tool !== undefined));
  // Not no-referrer: a form of such a page would then be sent with “Origin: null”.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', personal ? 'no-store' : 'public, max-age=60');
  if (personal || isUnlisted || status >= 400) c.header('X-Robots-Tag', 'noindex');
  return c.html(html`<!doctype html>${(<Page about={about} frame={frame} />)}`, status);
}

function Page({ about, frame }: { about: PageAbout; frame: string | undefined }) {
  const { language, title, named, description, canonical, feeds = [], body, tool, embeds } = about;
  const { siteName } = pageMessages(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${siteName}`}</title>
        {description && <meta name="description" content={shortened(description)} />}
        {canonical && <link rel="canonical" href={canonical} />}
        {feeds.map((feed) => (
          <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
        ))}
        {embeds && !frame && (
          <link rel="alternate" type="application/json+oembed" title={title} href={oembedOf(embeds)} />
        )}
        <link rel="stylesheet" href="/assets/pages.css" />
        {tool && <link rel="stylesheet" href={`/assets/${tool}.css`} />}
        {tool && <script type="module" src={`/assets/${tool}.js`}></script>}
        {frame && <script type="module" src="/assets/framed.js" data-host={frame}></script>}
      </head>
      <body>
        {!frame && (
          <header>
            <p class="brand">
              <a href={language === 'fr' ? '/' : `/?lang=${language}`}>{siteName}</a>
            </p>
            <nav aria-label={siteName}>
              <SiteLinks language={language} />
            </nav>
          </header>
        )}
        <main>
          <h1>{<Naming text={title} named={named} page={language} />}</h1>
          {body}
        </main>
        {!frame && !tool && (
          <footer>
            <a href={language === 'fr' ? '/integrer' : `/integrer?lang=${language}`}>
              {pageMessages(language).embed}
            </a>
          </footer>
        )}
      </body>
    </html>
  );
}

/** Where the description of a page is that others may show. */
const oembedOf = (page: string): string =>
  `${new URL(page).origin}/v1/oembed?format=json&url=${encodeURIComponent(page)}`;

/** As much of a text as search engines show. */
const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);

/** A text in its language and direction, isolated from the text around it; as it is in the language of the page. */
export const LangText = ({ text, language, page }: ForeignText & { page: Language }) =>
  language === page ? (
    <>{typeset(text, language)}</>
  ) : (
    <bdi lang={language} dir={directionOf(language)}>
      {typeset(text, language)}
    </bdi>
  );

/** A sentence that names something, whose name says its language (A12). */
export function Naming({
  text,
  named,
  page,
}: {
  text: string;
  named: ForeignText | undefined;
  page: Language;
}) {
  const at = !named || named.language === page ? -1 : text.indexOf(named.text);
  if (!named || at < 0) return <>{typeset(text, page)}</>;
  return (
    <>
      {typeset(text.slice(0, at), page)}
      <LangText {...named} page={page} />
      {typeset(text.slice(at + named.text.length), page)}
    </>
  );
}

export const Paragraphs = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p>{text}</p>
    ))}
  </>
);

/** Where a visitor can go from anywhere. */
export function SiteLinks({ language }: { language: Language }) {
  const messages = pageMessages(language);
  const query = language === 'fr' ? '' : `?lang=${language}`;
  const links = [
    ['/communautes', messages.communities.title],
    ['/seances', sessionPageMessages(language).sessions.title],
    ['/ressources', resourcePageMessages(language).title],
    ['/proposer', messages.communities.propose],
  ];
  return (
    <ul>
      {links.map(([path, label]) => (
        <li>
          <a href={`${path}${query}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** A term and its definition; nothing when there is no value. */
export const Fact = ({ label, children }: { label: string; children?: Child }) =>
  children ? (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  ) : null;

/** A page with one thing to say, to one person. */
export const tell = (
  c: Context,
  language: Language,
  { title, text }: { title: string; text: string },
  more: Child = null,
): Promise<Response> =>
  renderPage(c, {
    language,
    title,
    personal: true,
    body: (
      <>
        <p>{text}</p>
        {more}
      </>
    ),
  });
