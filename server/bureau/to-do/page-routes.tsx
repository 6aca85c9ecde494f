import { type Context, Hono } from 'hono';
import { allCommunities } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf } from '../../http/desk.js';
import { LangText } from '../../http/layout.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { firstStepMessages } from '../../i18n/desk/first-steps.js';
import { teamMessages } from '../../i18n/desk/team.js';
import { toDoMessages } from '../../i18n/desk/to-do.js';
import { dateInWords, whenIn } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { instantOf } from '../../shared/wall-clock.js';
import type { StoredSession } from '../../sessions/repository.js';
import { firstSteps } from '../first-steps/page-routes.js';
import { deskZone, renderDesk, Said } from '../desk-pages.js';
import { nextSession, type Waiting, whatWaits } from './repository.js';

/** À faire: what waits, oldest first, one button each. */
export function toDoPages(parts: AppParts) {
  const { db, now, passkeys } = parts;
  const app = new Hono<DeskEnv>();
  app.get('/', async (c) => {
    const language = languageOf(c);
    const actor = c.get('actor');
    const waiting = await whatWaits(db, actor, now());
    const hasPasskey = (await passkeys.of(c.get('member'))).length > 0;
    const communities = await allCommunities(db);
    const names = new Map(communities.map((one) => [one.slug, communityName(one)]));
    return renderDesk(c, {
      language,
      actor,
      title: deskMessages(language).pages.toDo,
      body: (
        <>
          {said(c)}
          {await firstSteps(c, parts, communities)}
          {waiting.length ? (
            <ul class="rows">
              {waiting.map((one) => (
                <WaitingLine waiting={one} names={names} language={language} />
              ))}
            </ul>
          ) : (
            <NothingWaits session={await nextSession(db, now())} language={language} />
          )}
          {!hasPasskey && (
            <p>
              <a href="/bureau/moi#cles">{teamMessages(language).me.offer}</a>
            </p>
          )}
        </>
      ),
    });
  });
  return app;
}

/** What was done on the page before. */
function said(c: Context<DeskEnv>) {
  const messages = firstStepMessages(languageOf(c));
  const done = c.req.query('fait');
  if (done === 'essai') return <Said text={messages.mailSent(c.get('member').email)} />;
  return done === 'communaute' ? <Said text={messages.community.made} /> : null;
}

const startOf = ({ start, timezone }: StoredSession) => instantOf(start, timezone);

function NothingWaits({ session, language }: { session: StoredSession | undefined; language: Language }) {
  const messages = toDoMessages(language);
  const when =
    session && whenIn(language, startOf(session), instantOf(session.end, session.timezone), session.timezone);
  return (
    <>
      <p>{messages.nothing}</p>
      {session && when && <p>{messages.next(session.title, when)}</p>}
    </>
  );
}

/** What a line says, when, where its button leads, and what that is called. */
function wordsOf(waiting: Waiting, names: ReadonlyMap<string, string>, language: Language) {
  const messages = toDoMessages(language);
  const day = (at: number | string) =>
    dateInWords(language, { dateStyle: 'long', timeZone: deskZone }, new Date(at).getTime());
  const since = messages.since(day(waiting.since));
  switch (waiting.kind) {
    case 'requests': {
      const name = names.get(waiting.community) ?? waiting.community;
      const path = `/bureau/demandes?communaute=${encodeURIComponent(waiting.community)}`;
      return { text: messages.requests(waiting.count, name), when: since, path, act: messages.answer };
    }
    case 'approvals': {
      const path = `/bureau/demandes?communaute=${encodeURIComponent(waiting.session.community)}#inscriptions`;
      const text = messages.approvals(waiting.count, waiting.session.title);
      return { text, when: since, path, act: messages.answer };
    }
    case 'proposals':
      return {
        text: messages.proposals(waiting.count),
        when: since,
        path: '/bureau/demandes#propositions',
        act: messages.answer,
      };
    case 'draft':
      return {
        text: messages.draft(waiting.title),
        when: since,
        path: `/bureau/seances/${encodeURIComponent(waiting.id)}`,
        act: messages.resume,
      };
    case 'link':
      return {
        text: messages.link(waiting.session.title),
        when: messages.on(day(startOf(waiting.session))),
        path: `/bureau/seances/${encodeURIComponent(waiting.session.id)}#lien`,
        act: messages.setLink,
      };
    case 'mails':
      return {
        text: messages.mails(waiting.count),
        when: since,
        path: '/bureau/messages',
        act: messages.look,
      };
  }
}

function WaitingLine({
  waiting,
  names,
  language,
}: {
  waiting: Waiting;
  names: ReadonlyMap<string, string>;
  language: Language;
}) {
  const { text, when, path, act } = wordsOf(waiting, names, language);
  return (
    <li class="row-line">
      <span>
        <LangText text={text} language={language} page={language} /> <span class="quiet">{when}</span>
      </span>
      <a class="button" href={path}>
        {act}
        <span class="visually-hidden"> : {text}</span>
      </a>
    </li>
  );
}
