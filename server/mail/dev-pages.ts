import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppParts } from '../http/app-parts.js';
import type { AppEnv } from '../http/middleware.js';
import { HttpError } from '../http/errors.js';
import { mailsIn } from './transport.js';
import { renderPage } from '../http/layout.js';

/** The mails that were not sent, for whoever tries the project: only without SMTP, in demonstration mode, from this machine. */
export function devMail({ mailFolder }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/dev/mail', async (c) => {
    const peer = c.env?.incoming?.socket?.remoteAddress;
    const isHere = peer === undefined || /^(::ffff:)?127\.|^::1$/.test(peer);
    if (!mailFolder || !isHere || c.req.header('X-Forwarded-For')) throw new HttpError('not-found');
    const mails = await mailsIn(mailFolder);
    return renderPage(c, {
      language: 'fr',
      title: 'Messages gardés ici',
      personal: true,
      body: html`<p>
          Aucun serveur de mail n’est réglé (<code>SMTP_URL</code>) : les messages restent dans un dossier et
          sur cette page.
        </p>
        ${
          mails.length
            ? html`<ul class="plain">
                ${mails.map(
                  ({ message, createdAt }) =>
                    html`<li lang="${message.language}">
                      <h2>${message.subject}</h2>
                      <p class="quiet">
                        À : ${message.to} · <time datetime="${createdAt}">${createdAt}</time>
                      </p>
                      ${message.attachments?.map(({ filename }) => html`<p class="quiet">Pièce jointe : ${filename}</p>`) ?? ''}
                      ${message.text.split('\n\n').map((text) => html`<p>${/^https?:\/\/\S+$/.test(text) ? html`<a href="${text}">${text}</a>` : text}</p>`)}
                    </li>`,
                )}
              </ul>`
            : html`<p>
                Aucun message pour l’instant. <a href="/communautes">Rejoignez une communauté</a>, puis
                rechargez cette page.
              </p>`
        }`,
    });
  });
  return app;
}
