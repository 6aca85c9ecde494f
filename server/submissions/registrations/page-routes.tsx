import { Hono } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import { renderPage } from '../../http/layout.js';
import type { AppEnv } from '../../http/middleware.js';
import { closestLanguage } from '../../i18n/language.js';
import { pageMessages } from '../../i18n/pages.js';
import { sessionPageMessages } from '../../i18n/session-pages.js';
import { sessionAt } from '../../sessions/page-routes.js';
import { toSessionDto } from '../../sessions/serializer.js';
import { titleOf } from '../../shared/foreign-text.js';
import { FormPages } from '../forms/form-pages.js';
import { ThanksPage } from '../forms/pages.js';
import { isOpenFor } from './form.js';

/** The hosted pages of a session's registration form. */
export function registrationPages(parts: AppParts) {
  const { db, now, links, registrations } = parts;
  const app = new Hono<AppEnv>();
  const forms = new FormPages(parts);

  app.get('/seances/:id/inscription', async (c) => {
    const session = await sessionAt(db, c.req.param('id'));
    forms.allowFrame(c, session.community);
    if (!isOpenFor(toSessionDto(session, now(), links)))
      return c.redirect(new URL(links.session(session.id)).pathname, 303);
    const language = closestLanguage(c.req.query('lang'));
    return forms.show(c, await registrations.formFor(session, language));
  });

  app.post('/seances/:id/inscription', async (c) => {
    const session = await sessionAt(db, c.req.param('id'));
    const received = await forms.receive(c, session.community);
    const sent = forms.read(c, received, await registrations.formFor(session, received.language));
    const refusal = await forms.refuse(c, sent);
    if (refusal) return refusal;
    const submission = { session: session.id, ...sent.submission };
    const thanks = `${new URL(links.register(session.id)).pathname}/merci`;
    return forms.finish(c, sent, registrations.submit(submission, sent.key, sent.from), thanks);
  });

  app.get('/seances/:id/inscription/merci', async (c) => {
    const session = await sessionAt(db, c.req.param('id'));
    forms.allowFrame(c, session.community);
    const language = closestLanguage(c.req.query('lang'));
    const messages = sessionPageMessages(language).registration;
    const back = {
      url: links.session(session.id),
      name: session.title,
      named: titleOf(session),
      isFramed: Boolean(c.get('frame')),
    };
    return renderPage(c, {
      language,
      title: messages.thanksTitle,
      isUnlisted: true,
      body: (
        <ThanksPage
          language={language}
          thanks={messages.thanks}
          messages={pageMessages(language).join}
          back={back}
        />
      ),
    });
  });

  return app;
}
