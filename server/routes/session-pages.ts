import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { Id, Resource } from '../../src/contract/index.js';
import type { AppParts } from '../app.js';
import { isOpenFor } from '../forms/registration-form.js';
import { closest } from '../forms/words.js';
import { readText, type AppEnv } from '../http/guards.js';
import { HttpProblem } from '../http/problem.js';
import { thanksPage } from '../pages/form-page.js';
import { page, paragraphs } from '../pages/layout.js';
import { eventData, sessionList, sessionPage } from '../pages/session-page.js';
import { sessionPageWords } from '../pages/session-words.js';
import { pageWords } from '../pages/words.js';
import { nameOf, presentSession } from '../present.js';
import { whenOf } from '../registration-desk.js';
import { findCommunity, findResources } from '../store/publications.js';
import { findSession, findSessions, type StoredSession } from '../store/sessions.js';
import { utc } from '../time.js';
import { answersShown, createFormPages, tell } from './form-pages.js';

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
    const resources = session.resources.length
      ? (await findResources(db, ''))
          .map((resource) => Resource.parse(resource))
          .filter(({ id }) => session.resources.includes(id))
      : [];
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
    const language = closest(c.req.query('lang'));
    const words = sessionPageWords(language).registration;
    return page(c, {
      language,
      title: words.thanksTitle,
      body: thanksPage(words.thanks, pageWords(language).join, {
        url: links.session(session.id),
        name: session.title,
      }),
    });
  });

  app.get('/inscription/confirmer/:token', async (c) => {
    const found = await desk.lookAtConfirmation(c.req.param('token'));
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const language = closest(found.registration.language);
    const words = pageWords(language).request;
    const { registration } = sessionPageWords(language);
    const again = html`<p><a href="${links.session(found.session.id)}">${found.session.title}</a></p>`;
    if (found.state === 'done') return tell(c, language, words.done, again);
    if (found.state === 'expired') return tell(c, language, words.expired, again);
    return page(c, {
      language,
      title: registration.confirmTitle,
      personal: true,
      body: html`<p>${registration.confirmText(found.session.title, whenOf(found.session, language))}</p>
        <form method="post" class="actions">
          <button name="action" value="confirm">${registration.confirm}</button>
          <button name="action" value="refuse" class="plain">${words.refuse}</button>
        </form>`,
    });
  });

  app.post('/inscription/confirmer/:token', async (c) => {
    const token = c.req.param('token');
    const found = await desk.lookAtConfirmation(token);
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const language = closest(found.registration.language);
    const action = new URLSearchParams(await readText(c)).get('action');
    if (action === 'refuse' && (await desk.refuse(token)))
      return tell(c, language, pageWords(language).request.refused);
    const done = action === 'confirm' ? await desk.confirm(token) : undefined;
    const next = done ? links.manageRegistration(done.manage) : links.confirmRegistration(token);
    return c.redirect(new URL(next).pathname, 303);
  });

  app.get('/inscription/:token', async (c) => {
    const found = await desk.look(c.req.param('token'));
    if (!found) return tell(c, 'fr', pageWords('fr').request.unknown);
    const { registration, session, position } = found;
    const language = closest(registration.language);
    const words = sessionPageWords(language);
    const form = await desk.formFor(session, language);
    const isCancelled = registration.state === 'cancelled';
    return page(c, {
      language,
      title: words.registration.title,
      personal: true,
      body: html`<p>
          <strong><a href="${links.session(session.id)}">${session.title}</a></strong
          ><br />
          ${whenOf(session, language)}
        </p>
        <p class="notice" role="status">
          ${words.registration.state[registration.state]}
          ${position ? words.registration.position(position) : ''}
        </p>
        ${
          registration.state === 'confirmed'
            ? html`<p><a href="${links.sessionCalendar(session.id)}">${words.sessions.addToCalendar}</a></p>`
            : ''
        }
        <h2>${pageWords(language).request.answers}</h2>
        ${answersShown(form, registration.answers)}
        ${
          isCancelled
            ? ''
            : html`<p>${words.registration.cancelNote}</p>
                <form method="post">
                  <button name="action" value="cancel" class="plain">${words.registration.cancel}</button>
                </form>`
        }`,
    });
  });

  app.post('/inscription/:token', async (c) => {
    const token = c.req.param('token');
    const action = new URLSearchParams(await readText(c)).get('action');
    if (action === 'cancel') await desk.cancel(token);
    return c.redirect(`/inscription/${encodeURIComponent(token)}`, 303);
  });

  return app;
}
