import { Hono } from 'hono';
import { utc } from '../../../src/contract/time-zone.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { allowed } from '../../http/machines.js';
import { peopleMessages } from '../../i18n/desk/people.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { failedMails, retryMail, type UndeliveredMail } from '../../mail/outbox.js';
import { deskZone, renderDesk, Said } from '../desk-pages.js';
import { writeJournal } from '../journal/repository.js';

/** Mails that failed: why, and a press to try again. */
export function failedMailPages({ db, now, onMail }: AppParts) {
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('mails:read'));

  app.get('/', async (c) => {
    const language = languageOf(c);
    const messages = peopleMessages(language).failed;
    const mails = await failedMails(db);
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: messages.title,
      body: (
        <>
          <Said text={c.req.query('fait') ? messages.retried : undefined} />
          <p>{mails.length ? messages.intro : messages.none}</p>
          <ul class="rows">
            {mails.map((mail) => (
              <FailedMail mail={mail} language={language} />
            ))}
          </ul>
        </>
      ),
    });
  });

  app.post('/:id', async (c) => {
    await readForm(c);
    const id = c.req.param('id');
    if (!(await retryMail(db, id, utc(now())))) throw new HttpError('not-found');
    await writeJournal(
      db,
      { actor: c.get('actor').id, action: 'change', kind: 'mail', subjectId: id },
      utc(now()),
    );
    onMail();
    return c.redirect('/bureau/messages?fait=1', 303);
  });
  return app;
}

function FailedMail({ mail, language }: { mail: UndeliveredMail; language: Language }) {
  const messages = peopleMessages(language).failed;
  const at = (time: string, options: Intl.DateTimeFormatOptions) =>
    dateInWords(language, { ...options, timeZone: deskZone }, Date.parse(time));
  return (
    <li class="row-line">
      <span>
        {at(mail.createdAt, { dateStyle: 'long', timeStyle: 'short' })}{' '}
        <span class="quiet">
          {[
            mail.error,
            messages.tries(mail.attempts),
            mail.nextAttemptAt && messages.next(at(mail.nextAttemptAt, { timeStyle: 'short' })),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <form method="post" action={`/bureau/messages/${mail.id}`}>
        <button class="plain">{messages.again}</button>
      </form>
    </li>
  );
}
