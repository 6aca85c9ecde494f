import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { utc } from '../../../src/contract/time-zone.js';
import { tentatively } from '../../db/tentatively.js';
import type { AppParts } from '../../http/app-parts.js';
import { HttpError } from '../../http/errors.js';
import type { AppEnv } from '../../http/middleware.js';
import { createResponseCache } from '../../http/response-cache.js';
import { previewMessages } from '../../i18n/desk/preview.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { putSession, type StoredSession } from '../../sessions/repository.js';
import { findPreview } from './repository.js';

/** Public routes over some parts. */
type PublicApp = (parts: AppParts) => { fetch: (request: Request) => Response | Promise<Response> };

/**
 * A session as it would be: the page that shows it in the real widgets, and what these ask for. The public routes answer
 * from a transaction in which the session is published, and which is taken back.
 */
export function previews(parts: AppParts, publicApp: PublicApp) {
  const { db, now } = parts;
  const app = new Hono<AppEnv>();

  const sessionOf = async (c: Context): Promise<StoredSession> => {
    const secret = c.req.param('secret') ?? '';
    const session = secret.length === 43 ? await findPreview(db, secret, utc(now())) : undefined;
    if (!session) throw new HttpError('not-found');
    return session;
  };

  app.get('/:secret', async (c) => {
    const session = await sessionOf(c);
    c.header('Content-Security-Policy', policyFor(parts, 'sandbox allow-scripts'));
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    return c.html(
      html`<!doctype html>
        ${(<Preview secret={c.req.param('secret')} session={session} choice={choiceIn(c)} />)}`,
    );
  });

  app.get('/:secret/*', async (c) => {
    const session = await sessionOf(c);
    const url = new URL(c.req.url);
    url.pathname = url.pathname.slice(`/apercu/${c.req.param('secret')}`.length);
    const response = await tentatively(db, async (changed) => {
      await putSession(changed, session);
      const of = publicApp({ ...parts, db: changed, cache: createResponseCache(now) });
      // Without the headers of the request: nothing is compressed while the transaction lasts.
      return of.fetch(new Request(url));
    });
    const answer = new Response(response.body, response);
    answer.headers.set('Cache-Control', 'no-store');
    answer.headers.set('Content-Security-Policy', policyFor(parts, 'sandbox'));
    return answer;
  });
  return app;
}

/** A frame without an origin of its own: nothing that it runs reaches the desk. */
function policyFor({ origins }: Pick<AppParts, 'origins'>, sandbox: string): string {
  const own = `'self' ${origins.own}`;
  return `${sandbox}; default-src 'none'; script-src ${own}; connect-src ${own}; style-src ${own}; img-src ${own}; base-uri 'none'; frame-ancestors 'self'`;
}

const widths = ['1000', '640', '360'] as const;
const lights = ['clair', 'sombre'] as const;
const languages = ['fr', 'en'] as const;
const zones = ['Europe/Paris', 'Africa/Dakar', 'Indian/Antananarivo'] as const;
const themes = ['neutral', 'f3e', 'soft', 'contrast'] as const;

/** How the session is looked at. */
interface Choice {
  bureau: Language;
  largeur: (typeof widths)[number];
  couleurs: (typeof lights)[number];
  langue: (typeof languages)[number];
  horloge: (typeof zones)[number];
  allure: (typeof themes)[number];
}

function choiceIn(c: Context): Choice {
  const one = <T extends string>(name: string, of: readonly [T, ...T[]]): T =>
    of.find((value) => value === c.req.query(name)) ?? of[0];
  return {
    bureau: closestLanguage(c.req.query('bureau')),
    largeur: one('largeur', widths),
    couleurs: one('couleurs', lights),
    langue: one('langue', languages),
    horloge: one('horloge', zones),
    allure: one('allure', themes),
  };
}

function Preview({ secret, session, choice }: { secret: string; session: StoredSession; choice: Choice }) {
  const messages = previewMessages(choice.bureau);
  const { community, start, id } = session;
  const common = {
    endpoint: `/apercu/${secret}`,
    community,
    theme: choice.allure,
    'heading-level': '2',
  };
  return (
    <html lang={choice.langue} class={choice.couleurs}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{messages.title}</title>
        <link rel="stylesheet" href="/assets/apercu.css" />
        <script type="module" src="/v1/f3e.js"></script>
      </head>
      <body>
        <nav lang={choice.bureau} aria-label={messages.title}>
          <Switch name="largeur" legend={messages.width} labels={messages.widths} choice={choice} />
          <Switch name="couleurs" legend={messages.light} labels={messages.lights} choice={choice} />
          <Switch
            name="langue"
            legend={messages.language}
            labels={{ fr: 'français', en: 'English' }}
            choice={choice}
          />
          <Switch name="horloge" legend={messages.zone} labels={messages.zones} choice={choice} />
          <Switch name="allure" legend={messages.looks} labels={messages.themes} choice={choice} />
        </nav>
        <main class={`l${choice.largeur}`}>
          <f3e-session-calendar
            {...common}
            month={start.slice(0, 7)}
            months="1"
            time-zone={choice.horloge}
            no-subscribe
            no-filters
            past
          >
            <a href={`/apercu/${secret}/seances/${id}`}>{messages.page}</a>
          </f3e-session-calendar>
          <f3e-community-card {...common}>
            <a href={`/apercu/${secret}/seances/${id}`}>{messages.page}</a>
          </f3e-community-card>
        </main>
      </body>
    </html>
  );
}

/** Links that change one thing of how the session is looked at. */
function Switch<N extends keyof Choice>({
  name,
  legend,
  labels,
  choice,
}: {
  name: N;
  legend: string;
  labels: Readonly<Record<string, string>>;
  choice: Choice;
}) {
  return (
    <p>
      {legend}
      {Object.entries(labels).map(([value, label]) => (
        <>
          {' '}
          <a
            href={`?${new URLSearchParams({ ...choice, [name]: value }).toString()}`}
            aria-current={choice[name] === value ? 'true' : undefined}
          >
            {label}
          </a>
        </>
      ))}
    </p>
  );
}
