import { Hono } from 'hono';
import { communityAt } from '../../communities/page-routes.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { renderPage } from '../../http/layout.js';
import type { AppEnv } from '../../http/middleware.js';
import { closestLanguage } from '../../i18n/language.js';
import { pageMessages } from '../../i18n/pages.js';
import { FormPages } from '../forms/form-pages.js';
import { ThanksPage } from '../forms/pages.js';

/** The hosted pages of a community's join form. */
export function joinRequestPages(parts: AppParts) {
  const { db, links, joinRequests } = parts;
  const app = new Hono<AppEnv>();
  const forms = new FormPages(parts);

  app.get('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(db, c.req.param('slug'));
    forms.allowFrame(c, community.slug);
    const language = closestLanguage(c.req.query('lang'));
    return forms.show(c, await joinRequests.formFor(community, language));
  });

  app.post('/communautes/:slug/rejoindre', async (c) => {
    const community = await communityAt(db, c.req.param('slug'));
    const { slug } = community;
    const received = await forms.receive(c, slug);
    const sent = forms.read(c, received, await joinRequests.formFor(community, received.language));
    const refusal = await forms.refuse(c, sent);
    if (refusal) return refusal;
    const submission = { community: slug, strand: sent.strand, ...sent.submission };
    const thanks = `${new URL(links.join(slug)).pathname}/merci`;
    return forms.finish(c, sent, joinRequests.submit(submission, sent.key, sent.from), thanks);
  });

  app.get('/communautes/:slug/rejoindre/merci', async (c) => {
    const community = await communityAt(db, c.req.param('slug'));
    forms.allowFrame(c, community.slug);
    const language = closestLanguage(c.req.query('lang'));
    const messages = pageMessages(language).join;
    const back = {
      url: links.community(community.slug),
      name: communityName(community),
      isFramed: Boolean(c.get('frame')),
    };
    return renderPage(c, {
      language,
      title: messages.thanksTitle,
      isUnlisted: true,
      body: <ThanksPage language={language} thanks={messages.thanks} messages={messages} back={back} />,
    });
  });

  return app;
}
