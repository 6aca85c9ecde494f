import { Hono } from 'hono';
import { countMails } from '../mail/outbox.js';
import type { AppParts } from './app-parts.js';
import type { AppEnv } from './middleware.js';

/** `/healthz`: the process answers. `/readyz`: its database does too, and how many mails wait. */
export function health({ db }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      return c.json({ status: 'ready', database: db.engine, mails: await countMails(db) });
    } catch {
      return c.json({ status: 'not ready', database: db.engine }, 503);
    }
  });
  return app;
}
