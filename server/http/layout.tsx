import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';

/** No script runs on these pages, and nothing but their stylesheet is fetched; in a frame, one tells their height. */
const contentPolicy = (frame: string | undefined) =>
  `default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; ${
    frame ? `script-src 'self'; frame-ancestors ${frame}` : "frame-ancestors 'none'"
  }`;

/** Sends a hosted page. It works without scripts; caches never store a personal page. */
export async function renderPage(
  c: Context,
  about: {
    language: Language;
    title: string;
    body: Child;
    status?: ContentfulStatusCode;
    personal?: boolean;
  },
): Promise<Response> {
  const { language, title, body, status = 200, personal = false } = about;
  const frame = c.get('frame') as string | undefined;
  c.header('Content-Security-Policy', contentPolicy(frame));
  // Not no-referrer: a form of such a page would then be sent with “Origin: null”.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', personal ? 'no-store' : 'public, max-age=60');
  if (personal) c.header('X-Robots-Tag', 'noindex');
  const page = (
    <Page language={language} title={title} frame={frame}>
      {body}
    </Page>
  );
  return c.html(html`<!doctype html>${page}`, status);
}

function Page({
  language,
  title,
  frame,
  children,
}: {
  language: Language;
  title: string;
  frame: string | undefined;
  children?: Child;
}) {
  const { siteName } = pageMessages(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${siteName}`}</title>
        <link rel="stylesheet" href="/assets/pages.css" />
        {frame && <script type="module" src="/assets/framed.js" data-host={frame}></script>}
      </head>
      <body>
        {!frame && (
          <header>
            <p>
              <a href="/communautes">{siteName}</a>
            </p>
          </header>
        )}
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
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
