import { Hono } from 'hono';
import type { AppParts } from './app-parts.js';
import { HttpError } from './errors.js';
import { anyOrigin, type AppEnv } from './middleware.js';
import { sendFile } from './static-files.js';

/** One year: a file under its exact version, or whose name holds its hash, never changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Five minutes: the file under `/v1/` moves with each release. */
const MOVING = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';

/**
 * The embed, under `/v1/` (moving) and each release under its exact version (immutable). Chunks of earlier releases stay
 * under `/v1/` too: a loader that a cache holds asks for them there.
 */
export function embed({ releases, version }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/v1/*', anyOrigin, async (c, next) => {
    const name = c.req.path.slice('/v1/'.length);
    const isChunk = name.startsWith('chunks/');
    const from = isChunk ? [...releases.values()] : [releases.get(version)];
    const file = from.map((files) => files?.get(name)).find((one) => one !== undefined);
    return file ? sendFile(c, file, isChunk ? IMMUTABLE : MOVING) : next();
  });
  for (const [released, files] of releases)
    app.get(`/${released}/*`, anyOrigin, async (c, next) => {
      const file = files.get(c.req.path.slice(`/${released}/`.length));
      return file ? sendFile(c, file, IMMUTABLE) : next();
    });
  // A page that names a release of before may read that it is gone.
  app.get('/:version{\\d+\\.\\d+\\.\\d+}/*', anyOrigin, () => {
    throw new HttpError('not-found');
  });
  return app;
}

/** A day: a picture that is replaced keeps its name. */
const PICTURE = 'public, max-age=86400, stale-while-revalidate=604800';

/** Pictures of communities and covers of resources, for widgets on any site. What a picture may hold runs nowhere. */
export function pictures({ pictureFiles }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/pictures/:name', anyOrigin, (c) => {
    const file = pictureFiles.get(c.req.param('name'));
    if (!file) throw new HttpError('not-found');
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return sendFile(c, file, PICTURE);
  });
  return app;
}

/** The stylesheet of the hosted pages, and in demonstration mode the pages of `demo/`. */
export function assets({ assetFiles, demoFiles, demo }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/assets/:name', (c) => {
    const file = assetFiles.get(c.req.param('name'));
    if (!file) throw new HttpError('not-found');
    return sendFile(c, file, 'public, max-age=300');
  });
  // Browsers ask for it by themselves.
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'Cache-Control': 'public, max-age=86400' }));
  if (!demo) return app;
  app.get('/', (c) => c.redirect('/demo/', 302));
  app.get('/demo/*', (c) => {
    const path = c.req.path.slice('/demo/'.length);
    const file = demoFiles.get(path) ?? demoFiles.get(`${path}index.html`) ?? demoFiles.get(`${path}.html`);
    if (!file) throw new HttpError('not-found');
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    );
    // What browsers do by themselves: with less, the fallback form would be sent with “Origin: null”.
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    return sendFile(c, file, 'no-cache');
  });
  return app;
}
