import { Hono } from 'hono';
import type { AppParts } from '../http/app-parts.js';
import { HttpError } from '../http/errors.js';
import { renderPage } from '../http/layout.js';
import type { AppEnv } from '../http/middleware.js';
import { mailsIn, type Parcel } from './transport.js';

/** Shows the mails of a demonstration: only without SMTP and from this machine. */
export function devMail({ mailFolder }: AppParts) {
  const app = new Hono<AppEnv>();
  app.get('/dev/mail', async (c) => {
    const peer = c.env?.incoming?.socket?.remoteAddress;
    const isHere = peer === undefined || /^(::ffff:)?127\.|^::1$/.test(peer);
    // A page of another site whose name leads here must not read them.
    const isOwnName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(
      c.req.header('Host') ?? 'localhost',
    );
    if (!mailFolder || !isHere || !isOwnName || c.req.header('X-Forwarded-For'))
      throw new HttpError('not-found');
    return renderPage(c, {
      language: 'fr',
      title: 'Messages gardés ici',
      personal: true,
      body: <KeptMails mails={await mailsIn(mailFolder)} />,
    });
  });
  return app;
}

const KeptMails = ({ mails }: { mails: readonly Parcel[] }) => (
  <>
    <p>
      Aucun serveur de mail n’est réglé (<code>SMTP_URL</code>) : les messages restent dans un dossier et sur
      cette page.
    </p>
    {mails.length ? (
      <ul class="plain">
        {mails.map((mail) => (
          <KeptMail mail={mail} />
        ))}
      </ul>
    ) : (
      <p>
        Aucun message pour l’instant. <a href="/communautes">Rejoignez une communauté</a>, puis rechargez
        cette page.
      </p>
    )}
  </>
);

const KeptMail = ({ mail: { message, createdAt } }: { mail: Parcel }) => (
  <li lang={message.language}>
    <h2>{message.subject}</h2>
    <p class="quiet">
      À : {message.to} · <time datetime={createdAt}>{createdAt}</time>
    </p>
    {message.attachments?.map(({ filename }) => (
      <p class="quiet">Pièce jointe : {filename}</p>
    ))}
    {message.text.split('\n\n').map((text) => (
      <p>{/^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : text}</p>
    ))}
  </li>
);
