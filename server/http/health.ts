import { Hono } from 'hono';
import type { AppParts } from './app-parts.js';
import type { AppEnv } from './middleware.js';

/** `/healthz`: the process answers. `/readyz`: its database does too; counts of mails would tell whether an address was used. */
export function health({ db }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await db.execute('select 1');
      return c.json({ status: 'ready', database: db.engine });
    } catch {
      return c.json({ status: 'not ready', database: db.engine }, 503);
    }
  });
  return app;
}
