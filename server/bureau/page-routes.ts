import { Hono } from 'hono';
import type { AppParts } from '../http/app-parts.js';
import { type DeskEnv, onlyTeam, ownPagesOnly } from '../http/desk.js';
import { firstStepPages } from './first-steps/page-routes.js';
import { journalPages } from './journal/page-routes.js';
import { myPages } from './me/page-routes.js';
import { failedMailPages } from './mails/page-routes.js';
import { personPages } from './people/page-routes.js';
import { requestPages } from './requests/page-routes.js';
import { moveSessionPages } from './sessions/move-routes.js';
import { oneSessionPages } from './sessions/one-page-routes.js';
import { sessionDeskPages } from './sessions/page-routes.js';
import { askAgain, signInPages } from './sign-in/page-routes.js';
import { sourcePages } from '../sources/page-routes.js';
import { teamPages } from './team/page-routes.js';
import { toDoPages } from './to-do/page-routes.js';
import { tokenPages } from './tokens/page-routes.js';

/** The desk: where F3E's team and its animators publish and answer. */
export function desk(parts: AppParts) {
  const app = new Hono<DeskEnv>();
  app.route('/', signInPages(parts));
  app.use('*', ownPagesOnly(parts));
  app.use('*', onlyTeam(parts, askAgain(parts)));
  app.route('/', toDoPages(parts));
  app.route('/', firstStepPages(parts));
  app.route('/demandes', requestPages(parts));
  app.route('/seances', sessionDeskPages(parts));
  app.route('/seances', oneSessionPages(parts));
  app.route('/seances', moveSessionPages(parts));
  app.route('/messages', failedMailPages(parts));
  app.route('/personnes', personPages(parts));
  app.route('/sources', sourcePages(parts));
  app.route('/journal', journalPages(parts));
  app.route('/equipe', teamPages(parts));
  app.route('/jetons', tokenPages(parts));
  app.route('/moi', myPages(parts));
  return app;
}
