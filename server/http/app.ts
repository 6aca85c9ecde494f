import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { closest } from '../i18n/language.js';
import type { AppParts } from './app-parts.js';
import { createReadCache } from './response-cache.js';
import type { Files } from './static-files.js';
import { anyOrigin, createOriginList, type AppEnv } from './middleware.js';
import { HttpProblem, respond } from './errors.js';
import type { ErasureLedger } from '../privacy/erasure-ledger.js';
import { createIntake } from '../submissions/service.js';
import { createJoinDesk } from '../submissions/join-requests/service.js';
import { createLimits } from '../security/rate-limits.js';
import { describe, type Log } from '../shared/log.js';
import { page, paragraphs } from './layout.js';
import { pageWords } from '../i18n/pages.js';
import { addresses } from '../communities/serializer.js';
import { createProofs } from '../security/proof-of-work.js';
import { createProposalDesk } from '../submissions/proposals/service.js';
import { devMail } from '../mail/dev-pages.js';
import { assets, embed } from './file-routes.js';
import { health } from './health.js';
import { openApi } from './open-api.js';
import { ownPages } from '../submissions/self-service/page-routes.js';
import { pages } from '../communities/page-routes.js';
import { reads } from '../communities/routes.js';
import { resourcePages } from '../resources/page-routes.js';
import { sessionPages } from '../sessions/page-routes.js';
import { decisions } from '../bureau/decisions-routes.js';
import { staff } from '../bureau/lists-routes.js';
import { submissions } from '../submissions/routes.js';
import { createRegistrationDesk } from '../submissions/registrations/service.js';
import { newId } from '../shared/secrets.js';
import type { Settings } from '../config.js';
import { forgetCountsBefore } from '../security/counters-repository.js';
import { DatabaseBusyError, type Database } from '../db/database.js';
import { utc } from '../../src/contract/time-zone.js';

export interface AppNeeds {
  db: Database;
  now: () => number;
  log: Log;
  settings: Settings;
  /** The address that visitors use, without a final slash. */
  publicUrl: string;
  version: string;
  embedFiles: Files;
  pageFiles: Files;
  demoFiles: Files;
  /** Where mails are kept when there is no SMTP server. */
  mailFolder: string | null;
  ledger: ErasureLedger;
  /** Called when a mail was queued. */
  onMail: () => void;
  /** Called with the mails of a person who asked for erasure. */
  onErased: (mails: readonly string[]) => Promise<void>;
}

/** Builds the app from what it is given; it listens to nothing. Call `keepTime` every minute. */
export function createApp(needs: AppNeeds) {
  const { db, now, log, settings, publicUrl } = needs;
  const links = addresses(publicUrl);
  const { onMail } = needs;
  const house = { controller: settings.controller, privacyContact: settings.privacyContact, links };
  const limits = createLimits({ ...settings, db, now, log });
  const proofs = createProofs({ secret: settings.secret, now, mostTries: settings.proofOfWork });
  const intake = createIntake({ ...needs, limits, proofs });
  const deskParts = { db, now, house, intake, onMail };
  const registrationDesk = createRegistrationDesk(deskParts);
  const parts: AppParts = {
    ...needs,
    links,
    cache: createReadCache(now),
    desk: createJoinDesk(deskParts),
    registrationDesk,
    proposalDesk: createProposalDesk(deskParts),
    intake,
    origins: createOriginList(new URL(publicUrl).origin, settings.allowedOrigins),
    limits,
    proofs,
    trustedProxies: settings.trustedProxies,
    staffToken: settings.staffToken,
    demo: settings.demo,
  };

  const app = new OpenAPIHono<AppEnv>();
  const isHttps = publicUrl.startsWith('https:');

  app.use('*', async (c, next) => {
    const started = performance.now();
    const requestId = newId().slice(0, 16);
    c.set('requestId', requestId);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    if (isHttps) c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    await next();
    // The pattern of the path, never the path: it may hold a secret.
    const route = routePath(c as Context, -1);
    const pattern = route === '/*' ? '(none)' : route;
    log('info', 'request', {
      method: c.req.method,
      route: pattern,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      requestId,
    });
  });

  app.route('/', health(parts));
  app.route('/v1', submissions(parts));
  app.route('/v1', staff(parts));
  app.route('/v1', decisions(parts));
  app.route('/v1', reads(parts));
  app.get('/v1/openapi.json', anyOrigin, openApi(app, needs.version));
  app.route('/', embed(parts));
  app.route('/', assets(parts));
  app.route('/', pages(parts));
  app.route('/', sessionPages(parts));
  app.route('/', resourcePages(parts));
  app.route('/', ownPages(parts));
  app.route('/', devMail(parts));

  const isForPeople = (path: string) =>
    /^\/(communautes|ressources|demande|seances|inscription|proposer|proposition|dev|demo)\b/.test(path) ||
    path === '/';

  app.notFound((c) => {
    if (isForPeople(c.req.path)) {
      const { title, text } = pageWords('fr').notFound;
      return page(c, { language: 'fr', title, status: 404, body: paragraphs([text]) });
    }
    return respond(c, new HttpProblem('not-found'));
  });

  app.onError(async (error, c) => {
    const problem = asProblem(error);
    if (problem.status >= 500) {
      log('error', 'request failed', { requestId: c.get('requestId'), ...describe(error) });
    }
    if (isForPeople(c.req.path)) {
      const language = closest(c.req.query('lang'));
      const words = pageWords(language)[problem.status === 404 ? 'notFound' : 'failed'];
      return page(c, {
        language,
        title: words.title,
        status: problem.status,
        body: paragraphs([words.text]),
        personal: true,
      });
    }
    return respond(c, problem);
  });

  const keepTime = async () => {
    await forgetCountsBefore(db, utc(now()));
    return registrationDesk.keepTime();
  };
  return Object.assign(app, { keepTime });
}

function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof DatabaseBusyError) return new HttpProblem('busy', { retryAfter: 2 });
  if (error instanceof HTTPException && error.status < 500) return new HttpProblem('malformed');
  return new HttpProblem('failed');
}
