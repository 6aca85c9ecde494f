import { Hono } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import { renderPage } from '../../http/layout.js';
import type { AppEnv } from '../../http/middleware.js';
import { closestLanguage } from '../../i18n/language.js';
import { pageMessages } from '../../i18n/pages.js';
import { FormPages } from '../forms/form-pages.js';
import { ThanksPage } from '../forms/pages.js';

/** The hosted pages of the form that proposes a new community. */
export function proposalPages(parts: AppParts) {
  const { proposals } = parts;
  const app = new Hono<AppEnv>();
  const forms = new FormPages(parts);

  app.get('/proposer', async (c) => {
    forms.allowFrame(c, '');
    return forms.show(c, await proposals.formFor(closestLanguage(c.req.query('lang'))));
  });

  app.post('/proposer', async (c) => {
    const received = await forms.receive(c, '');
    const sent = forms.read(c, received, await proposals.formFor(received.language));
    const refusal = await forms.refuse(c, sent);
    if (refusal) return refusal;
    return forms.finish(c, sent, proposals.submit(sent.submission, sent.key, sent.from), '/proposer/merci');
  });

  app.get('/proposer/merci', async (c) => {
    forms.allowFrame(c, '');
    const language = closestLanguage(c.req.query('lang'));
    const messages = pageMessages(language);
    const back = {
      url: '/communautes',
      name: messages.communities.title,
      isFramed: Boolean(c.get('frame')),
    };
    return renderPage(c, {
      language,
      title: messages.proposal.thanksTitle,
      isUnlisted: true,
      body: (
        <ThanksPage
          language={language}
          thanks={messages.proposal.thanks}
          messages={messages.join}
          back={back}
        />
      ),
    });
  });

  return app;
}
