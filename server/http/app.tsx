import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { utc } from '../../src/contract/time-zone.js';
import { failDesk } from '../bureau/desk-pages.js';
import { desk } from '../bureau/page-routes.js';
import { previews } from '../bureau/previews/routes.js';
import { bureau } from '../bureau/routes.js';
import { publishDue } from '../bureau/sessions/due.js';
import { Passkeys } from '../bureau/sign-in/passkeys.js';
import { SignInService } from '../bureau/sign-in/service.js';
import { snippetBuilder } from '../embedding/builder-routes.js';
import { pageChecks } from '../embedding/check-routes.js';
import { framePages, oembed } from '../embedding/frame-routes.js';
import { renderedElements } from '../embedding/routes.js';
import { communityPages } from '../communities/page-routes.js';
import { communities } from '../communities/routes.js';
import type { Config } from '../config.js';
import type { Database } from '../db/database.js';
import { closestLanguage } from '../i18n/language.js';
import { pageMessages } from '../i18n/pages.js';
import { devMail } from '../mail/dev-pages.js';
import { organisations } from '../organisations/routes.js';
import type { ErasureLedger } from '../privacy/erasure-ledger.js';
import { resourcePages } from '../resources/page-routes.js';
import { resources } from '../resources/routes.js';
import { forgetPreviewsBefore } from '../bureau/previews/repository.js';
import { forgetChallengesBefore } from '../bureau/sign-in/passkeys-repository.js';
import { forgetCountsBefore } from '../security/counters-repository.js';
import { createProofOfWork } from '../security/proof-of-work.js';
import { createRateLimits } from '../security/rate-limits.js';
import { sessionPages } from '../sessions/page-routes.js';
import { sessions } from '../sessions/routes.js';
import { readDueSources } from '../sources/service.js';
import { addresses } from '../shared/addresses.js';
import { describe, type Log } from '../shared/log.js';
import { createGuardedFetch } from '../shared/guarded-fetch.js';
import { newId } from '../shared/secrets.js';
import { forms } from '../submissions/forms/routes.js';
import { joinRequestPages } from '../submissions/join-requests/page-routes.js';
import { JoinRequestService } from '../submissions/join-requests/service.js';
import { proposalPages } from '../submissions/proposals/page-routes.js';
import { ProposalService } from '../submissions/proposals/service.js';
import { registrationPages } from '../submissions/registrations/page-routes.js';
import { RegistrationService } from '../submissions/registrations/service.js';
import { submissions } from '../submissions/routes.js';
import { selfServicePages } from '../submissions/self-service/page-routes.js';
import { SelfService } from '../submissions/self-service/service.js';
import { SubmissionService } from '../submissions/service.js';
import type { AppParts } from './app-parts.js';
import { HttpError, refuseInvalid, respondWithProblem, toHttpError } from './errors.js';
import { assets, embed, pictures } from './file-routes.js';
import { health } from './health.js';
import { renderPage } from './layout.js';
import { anyOrigin, type AppEnv, createOriginList, limitBody } from './middleware.js';
import { openApi } from './open-api.js';
import { createResponseCache } from './response-cache.js';
import type { Releases } from './releases.js';
import type { Files } from './static-files.js';

export interface AppNeeds {
  db: Database;
  now: () => number;
  log: Log;
  config: Config;
  /** The address that visitors use, without a final slash. */
  publicUrl: string;
  version: string;
  releases: Releases;
  assetFiles: Files;
  pictureFiles: Files;
  demoFiles: Files;
  /** Where mails are kept when there is no SMTP server. */
  mailFolder: string | null;
  ledger: ErasureLedger;
  /** Called when a mail was queued. */
  onMail: () => void;
  /** Called with the mails of a person who asked for erasure. */
  onErased: (mails: readonly string[]) => Promise<void>;
}

/** Builds the app from its dependencies; it does not listen. Call `runScheduledJobs` every minute. */
export function createApp(needs: AppNeeds) {
  const { db, now, publicUrl } = needs;
  const parts = partsOf(needs);
  const app = new OpenAPIHono<AppEnv>();

  // The id stands in the log line and in problem details; an id that the client sends is ignored.
  app.use('*', requestId({ headerName: '', generator: () => newId().slice(0, 16) }));
  app.use('*', headersAndLog(needs.log, publicUrl.startsWith('https:')));
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', limitBody);
  app.route('/', health(parts));
  app.route('/v1', submissions(parts));
  app.route('/v1', bureau(parts));
  app.route('/v1', publicReads(parts));
  app.get('/v1/openapi.json', anyOrigin, openApi(app, needs.version));
  app.route('/', embed(parts));
  app.route('/', assets(parts));
  app.route('/', pictures(parts));
  app.route('/', communityPages(parts));
  app.route('/', joinRequestPages(parts));
  app.route('/', proposalPages(parts));
  app.route('/', sessionPages(parts));
  app.route('/', registrationPages(parts));
  app.route('/', resourcePages(parts));
  app.route('/', selfServicePages(parts));
  app.route('/bureau', desk(parts));
  app.route('/apercu', previews(parts, publicApp));
  app.route('/', framePages(parts, asked(parts, submissions(parts), publicReads(parts))));
  app.route('/', pageChecks(parts));
  app.route('/', snippetBuilder(parts, asked(parts, publicReads(parts))));
  app.route('/', devMail(parts));
  answerFailures(app, needs);

  const runScheduledJobs = async () => {
    await forgetCountsBefore(db, utc(now()));
    await forgetChallengesBefore(db, utc(now()));
    await forgetPreviewsBefore(db, utc(now()));
    const published = await publishDue({ ...parts, log: needs.log });
    const done = { published, ...(await parts.registrations.runScheduledJobs()) };
    // Last: it waits for other servers.
    await readDueSources({ ...parts, log: needs.log });
    return done;
  };
  return Object.assign(app, { runScheduledJobs, parts });
}

const isLocal = (address: string): boolean =>
  /^(?:localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);

function partsOf(needs: AppNeeds): AppParts {
  const { db, now, log, config, publicUrl, ledger, onMail, onErased } = needs;
  const links = addresses(publicUrl);
  const controller = { name: config.controller, contact: config.privacyContact };
  const rateLimits = createRateLimits({ ...config, db, now, log });
  const proofOfWork = createProofOfWork({ keyed: db.vault.keyed, now, mostTries: config.proofOfWork });
  const selfService = new SelfService({ db, now, log, ledger, onErased });
  const submissions = new SubmissionService({ db, now, log, rateLimits, proofOfWork });
  const signIn = new SignInService({ db, now, log, links, rateLimits, onMail });
  const kindParts = { db, now, controller, links, submissions, selfService, rateLimits, onMail };
  return {
    ...needs,
    links,
    controller,
    cache: createResponseCache(now),
    joinRequests: new JoinRequestService(kindParts),
    registrations: new RegistrationService(kindParts),
    proposals: new ProposalService(kindParts),
    selfService,
    signIn,
    passkeys: new Passkeys({ db, now, origin: new URL(publicUrl).origin, signIn }),
    isHttps: publicUrl.startsWith('https:'),
    // A server that only this machine reaches reads pages of this machine.
    fetchPage: createGuardedFetch(isLocal(publicUrl), `f3e-community/${needs.version} (+${publicUrl})`),
    origins: createOriginList(new URL(publicUrl).origin, config.allowedOrigins),
    frames: config.frames,
    rateLimits,
    proofOfWork,
    trustedProxies: config.trustedProxies,
    staffToken: config.staffToken,
    demo: config.demo,
  };
}

/** What a visitor sees of some parts: the public reads, and the pages of sessions. */
const publicApp = (parts: AppParts) => {
  const app = new OpenAPIHono<AppEnv>();
  // No forms: they are of services, which have the database as it is.
  app.route('/v1', publicLists(parts));
  app.route('/', sessionPages(parts));
  app.notFound(() => {
    throw new HttpError('not-found');
  });
  app.onError((error) => {
    throw error;
  });
  return app;
};

/** Public reads: any origin, strong ETag, two seconds of memory. */
function publicReads(parts: AppParts) {
  const app = publicLists(parts);
  app.route('/', forms(parts));
  app.route('/', renderedElements(parts));
  app.route('/', oembed(parts));
  return app;
}

/** Routes that are asked from within, with failures as problem details. */
function asked({ now }: AppParts, ...routes: OpenAPIHono<AppEnv>[]) {
  const app = new OpenAPIHono<AppEnv>();
  app.use('*', requestId({ headerName: '', generator: () => newId().slice(0, 16) }));
  app.on('POST', '*', limitBody);
  for (const one of routes) app.route('/', one);
  app.notFound((c) => respondWithProblem(c, new HttpError('not-found')));
  app.onError((error, c) => respondWithProblem(c, toHttpError(error, now())));
  return app;
}

function publicLists(parts: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.use('*', anyOrigin);
  app.route('/', sessions(parts));
  app.route('/', resources(parts));
  app.route('/', communities(parts));
  app.route('/', organisations(parts));
  return app;
}

/** Headers of every answer, and one line of log for each request. */
function headersAndLog(log: Log, isHttps: boolean): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    if (isHttps) c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    await next();
    // Whatever somebody makes a browser open as a page runs nothing.
    if (!c.res.headers.has('Content-Security-Policy'))
      c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    // The pattern of the path, never the path: it may hold a secret.
    const route = routePath(c as Context, -1);
    log('info', 'request', {
      method: c.req.method,
      route: route === '/*' ? '(none)' : route,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      requestId: c.get('requestId'),
    });
  };
}

/** Whether a person reads the answer: failures are pages then, and problem details otherwise. */
const isForPeople = ({ req }: Context): boolean =>
  /^\/(communautes|ressources|demande|seances|inscription|proposer|proposition|integrer|bureau|dev|demo)\b/.test(
    req.path,
  ) ||
  (!/^\/v1\b/.test(req.path) && Boolean(req.header('Accept')?.includes('text/html')));

const isOfDesk = ({ req }: Context): boolean => /^\/bureau\b/.test(req.path);

/** The header of the page leads on. */
const Failure = ({ text }: { text: string }) => <p>{text}</p>;

function answerFailures(app: OpenAPIHono<AppEnv>, { log, now }: AppNeeds): void {
  app.notFound((c) => {
    if (!isForPeople(c)) return respondWithProblem(c, new HttpError('not-found'));
    // Not the address of the request as a whole: behind a proxy its scheme and host are others. Only a path of this server.
    const { path } = c.req;
    let end = path.length;
    while (path[end - 1] === '/') end--;
    if (end < path.length && /^\/\w/.test(path) && c.req.method !== 'POST')
      return c.redirect(path.slice(0, end) + new URL(c.req.url).search, 301);
    if (isOfDesk(c)) return failDesk(c, 404);
    const language = closestLanguage(c.req.query('lang'));
    const { title, text } = pageMessages(language).notFound;
    return renderPage(c, { language, title, status: 404, body: <Failure text={text} /> });
  });

  app.onError(async (error, c) => {
    const problem = toHttpError(error, now());
    const wasLeft = c.req.raw.signal.aborted || (error as { code?: string }).code === 'ECONNRESET';
    if (problem.status >= 500)
      log(wasLeft ? 'info' : 'error', wasLeft ? 'the client left' : 'request failed', {
        requestId: c.get('requestId'),
        ...describe(error),
      });
    if (!isForPeople(c)) return respondWithProblem(c, problem);
    if (isOfDesk(c)) return failDesk(c, problem.status);
    const language = closestLanguage(c.req.query('lang'));
    const { title, text } = pageMessages(language)[problem.status === 404 ? 'notFound' : 'failed'];
    const body = <Failure text={text} />;
    return renderPage(c, { language, title, status: problem.status, body, personal: true });
  });
}
