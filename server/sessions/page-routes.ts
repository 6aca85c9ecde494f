import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { Id, PublishedResource } from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { isOpenFor } from '../submissions/registrations/form.js';
import { closest } from '../i18n/language.js';
import type { AppEnv } from '../http/middleware.js';
import { HttpProblem } from '../http/errors.js';
import { thanksPage } from '../submissions/forms/pages.js';
import { page, paragraphs } from '../http/layout.js';
import { eventData, sessionList, sessionPage } from './pages.js';
import { sessionPageWords } from '../i18n/session-pages.js';
import { pageWords } from '../i18n/pages.js';
import { nameOf, presentSession } from '../communities/serializer.js';
import { findCommunity } from '../communities/repository.js';
import { resourcesById } from '../resources/repository.js';
import { findSession, findSessions, type StoredSession } from '../sessions/repository.js';
import { utc } from '../../src/contract/time-zone.js';
import { createFormPages } from '../submissions/forms/page-routes.js';

/** The hosted pages of sessions, of their registration form, and of a registration. */
export function sessionPages(parts: AppParts) {
  const { db, now, links, registrationDesk: desk } = parts;
  const app = new Hono<AppEnv>();
  const forms = createFormPages(parts);
  const sessionAt = async (id: string): Promise<StoredSession> => {
    const session = Id.safeParse(id).success ? await findSession(db, id) : undefined;
    if (!session) throw new HttpProblem('not-found');
    return session;
  };

  app.get('/seances', async (c) => {
    const language = closest(c.req.query('lang'));
    const words = sessionPageWords(language).sessions;
    const upcoming = await findSessions(db, { filters: { from: utc(now()) }, now: now(), limit: 200 });
    const shown = upcoming.sessions.map((session) => presentSession(session, now(), links));
    return page(c, {
      language,
      title: words.title,
      body: html`<p>${words.intro}</p>
        <p><a href="${links.allCalendar}">${pageWords(language).community.subscribe}</a></p>
        ${shown.length ? sessionList(shown, language) : paragraphs([words.empty])}`,
    });
  });

  app.get('/seances/:id', async (c) => {
    const stored = await sessionAt(c.req.param('id'));
    const session = presentSession(stored, now(), links);
    const community = await findCommunity(db, stored.community);
    const language = closest(c.req.query('lang'));
    const name = community ? nameOf(community) : stored.community;
    const resources = (await resourcesById(db, session.resources)).map((resource) =>
      PublishedResource.parse(resource),
    );
    return page(c, {
      language,
      title: session.title,
      body: html`${sessionPage(session, {
          language,
          community: { name, page: links.community(stored.community), join: links.join(stored.community) },
          resources,
        })}
        <script type="application/ld+json">
          ${raw(eventData(session, name))}
        </script>`,
    });
  });

  app.get('/seances/:id/inscription', async (c) => {
    const session = await sessionAt(c.req.param('id'));
    forms.framed(c, session.community);
    const language = closest(c.req.query('lang'));
    if (!isOpenFor(presentSession(session, now(), links))) {
      return c.redirect(new URL(links.session(session.id)).pathname, 303);
    }
    return forms.show(c, await desk.formFor(session, language), { answers: {}, strand: null, errors: [] });
  });

  app.post('/seances/:id/inscription', async (c) => {
    const session = await sessionAt(c.req.param('id'));
    return forms.take(c, {
      community: session.community,
      formIn: (language) => desk.formFor(session, language),
      submit: (sent, _strand, key) => desk.submit({ session: session.id, ...sent }, key),
      thanks: `${new URL(links.register(session.id)).pathname}/merci`,
    });
  });

  app.get('/seances/:id/inscription/merci', async (c) => {
    const session = await sessionAt(c.req.param('id'));
    forms.framed(c, session.community);
    const language = closest(c.req.query('lang'));
    const words = sessionPageWords(language).registration;
    return page(c, {
      language,
      title: words.thanksTitle,
      body: thanksPage(words.thanks, pageWords(language).join, {
        url: links.session(session.id),
        name: session.title,
        isFramed: Boolean(c.get('frame')),
      }),
    });
  });

  return app;
}
