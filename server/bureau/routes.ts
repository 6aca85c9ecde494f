import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppParts } from '../http/app-parts.js';
import { onlyMachines } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { changes } from './changes-routes.js';
import { decisions } from './decisions-routes.js';
import { formSettings } from './form-settings-routes.js';
import { lists } from './lists-routes.js';
import { mails } from './mails-routes.js';
import { sessionRoutes } from './sessions/json-routes.js';
import { pressRoutes } from './presses-routes.js';

/** What F3E's team reads and decides, by machines with a token. */
export function bureau(parts: AppParts) {
  const app = new OpenAPIHono<AppEnv>();
  app.use('/staff/*', onlyMachines(parts));
  app.openAPIRegistry.registerComponent('securitySchemes', 'staff', { type: 'http', scheme: 'bearer' });
  app.route('/', lists(parts));
  app.route('/', decisions(parts));
  app.route('/', pressRoutes(parts));
  app.route('/', sessionRoutes(parts));
  app.route('/', changes(parts));
  app.route('/', formSettings(parts));
  app.route('/', mails(parts));
  return app;
}
