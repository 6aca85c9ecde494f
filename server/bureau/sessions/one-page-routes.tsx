import { type Context, Hono } from 'hono';
import { instantOf, wallClockOf } from '../../../src/contract/time-zone.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { allowed, demand } from '../../http/machines.js';
import { movingMessages } from '../../i18n/desk/moving.js';
import { deskSessionMessages } from '../../i18n/desk/sessions.js';
import type { Language } from '../../i18n/language.js';
import { SessionChange } from '../../../src/contract/index.js';
import { applyChange } from '../../sessions/change.js';
import { findSession, onlineLinkOf, type StoredSession } from '../../sessions/repository.js';
import { type Faults, FaultSummary, Field, keyIn, PressKey, renderDesk } from '../desk-pages.js';
import { isWaiting, newestNumber, type Revision, revisionsOf, waitingOf } from '../revisions/repository.js';
import { allMembers } from '../team/repository.js';
import { draftOf, draftOfRevision, revertedTo } from './draft.js';
import { EditPage, publicationIn } from './edit-pages.js';
import { fieldsOf } from './form.js';
import { communitiesOf, formScripts, sessionOf, whatWasDone } from './page-routes.js';
import { canMove } from './move.js';
import { History } from './pages.js';
import { publish } from './publish.js';
import { changeLink, dropDraft, stopPublication } from './service.js';

interface State {
  faults?: Faults;
  /** What was written in the field of a fault. */
  sent?: URLSearchParams;
}

/** One session: its form, its link, whether one may register, its end, its versions. */
export function oneSessionPages(parts: AppParts) {
  const { db, now } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('sessions:write'));

  app.get('/:id', (c) => show(c, parts));

  app.post('/:id/lien', async (c) => {
    const sent = await readForm(c);
    const { id, community } = await sessionOf(c, parts);
    const given = (sent.get('lien') ?? '').trim();
    const link = SessionChange.shape.onlineLink.safeParse(given || null);
    const messages = deskSessionMessages(languageOf(c)).link;
    if (!link.success) return show(c, parts, { faults: { lien: messages.fault }, sent });
    await changeLink(parts, c.get('actor'), { id, community, link: link.data ?? null });
    return c.redirect(`/bureau/seances/${id}?fait=link`, 303);
  });

  app.post('/:id/inscriptions', async (c) => {
    const sent = await readForm(c);
    const act = sent.get('acte');
    if (act !== 'fermer' && act !== 'ouvrir') throw new HttpError('not-found');
    const isClosing = act === 'fermer';
    return change(c, parts, sent, {
      said: isClosing ? 'closed' : 'opened',
      to: (session) => ({
        ...session,
        registration: { ...session.registration, state: isClosing ? 'closed' : 'open' },
        updatedAt: wallClockOf(now(), session.timezone),
      }),
    });
  });

  app.post('/:id/annuler', async (c) => {
    const sent = await readForm(c);
    const cancellationReason = (sent.get('raison') ?? '').trim().slice(0, 500);
    const messages = deskSessionMessages(languageOf(c)).cancel;
    if (!cancellationReason) return show(c, parts, { faults: { raison: messages.badReason }, sent });
    return change(c, parts, sent, {
      said: 'cancelled',
      to: (session) => applyChange(session, { status: 'cancelled', cancellationReason }, now()),
      isWanted: ({ status, end, timezone }) => status !== 'cancelled' && instantOf(end, timezone) >= now(),
    });
  });

  app.post('/:id/retablir', async (c) => {
    const sent = await readForm(c);
    return change(c, parts, sent, {
      said: 'restored',
      to: (session) => applyChange(session, { status: 'scheduled' }, now()),
      isWanted: ({ status }) => status === 'cancelled',
    });
  });

  app.post('/:id/abandonner', async (c) => {
    await readForm(c);
    const id = c.req.param('id');
    const { community } = await waitingAt(c, parts);
    await dropDraft(parts, c.get('actor'), { id, community });
    return c.redirect('/bureau/seances?fait=dropped', 303);
  });

  app.post('/:id/deprogrammer', async (c) => {
    await readForm(c);
    const id = c.req.param('id');
    await stopPublication(parts, c.get('actor').id, { subjectId: id, ...(await waitingAt(c, parts)) });
    return c.redirect(`/bureau/seances/${id}?fait=stopped`, 303);
  });

  app.post('/:id/revenir', async (c) => {
    const sent = await readForm(c);
    const { id } = await sessionOf(c, parts);
    const wanted = (await revisionsOf(db, { kind: 'session', id })).find(
      ({ number, state }) => String(number) === sent.get('numero') && state === 'replaced',
    );
    if (!wanted) throw new HttpError('not-found');
    return change(c, parts, sent, { said: 'published', to: () => revertedTo(wanted, now()) });
  });
  return app;
}

/** The draft that waits under an address, in the reach of whoever looks. */
async function waitingAt(c: Context<DeskEnv>, { db }: AppParts): Promise<Revision> {
  const draft = await waitingOf(db, { kind: 'session', id: c.req.param('id') ?? '' });
  if (!draft) throw new HttpError('not-found');
  demand(c, 'sessions:write', draft.community);
  return draft;
}

/** One act that is published at once, from the newest version. */
interface Act {
  /** What is said once it is done. */
  said: string;
  to: (session: StoredSession) => StoredSession;
  /** Whether it still makes sense; a second click of one that was done is none of this. */
  isWanted?: (session: StoredSession) => boolean;
}

async function change(
  c: Context<DeskEnv>,
  parts: AppParts,
  sent: URLSearchParams,
  { said, to, isWanted = () => true }: Act,
): Promise<Response> {
  const { id } = await sessionOf(c, parts);
  const base = await newestNumber(parts.db, { kind: 'session', id });
  const done = await publish(parts, c.get('actor'), {
    id,
    base,
    key: keyIn(c, sent),
    change: (before) => to(before!),
    isWanted: (_sql, before) => isWanted(before!),
  });
  if ('conflict' in done && done.newest !== base) throw new HttpError('busy');
  // The page shows how it stands.
  if ('conflict' in done) return c.redirect(`/bureau/seances/${id}`, 303);
  parts.onMail();
  return c.redirect(`/bureau/seances/${id}?fait=${said}&envoi=${done.press}`, 303);
}

async function show(c: Context<DeskEnv>, parts: AppParts, state: State = {}): Promise<Response> {
  const { db } = parts;
  const language = languageOf(c);
  const id = c.req.param('id') ?? '';
  const session = await findSession(db, id);
  const revisions = await revisionsOf(db, { kind: 'session', id });
  const draft = revisions.find(isWaiting);
  if (!session && !draft) throw new HttpError('not-found');
  demand(c, 'sessions:write', session?.community ?? draft!.community);
  const members = await allMembers(db);
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    ...(session && { titleLanguage: session.language }),
    title: session?.title ?? draftOfRevision(draft!).title,
    status: state.faults ? 422 : 200,
    scripts: formScripts,
    body: (
      <>
        {await whatWasDone(c, parts)}
        <FaultSummary faults={state.faults ?? {}} language={language} />
        {session && (
          <SessionActs
            session={session}
            link={await onlineLinkOf(db, id)}
            isOver={instantOf(session.end, session.timezone) < parts.now()}
            isMovable={canMove(session, parts.now())}
            state={state}
            language={language}
          />
        )}
        {draft?.publishAt && (
          <div class="notice">
            <p>{deskSessionMessages(language).later.on(publicationIn(draft.publishAt, language))}</p>
            <form method="post" action={`/bureau/seances/${id}/deprogrammer`}>
              <button class="plain">{deskSessionMessages(language).later.stop}</button>
            </form>
          </div>
        )}
        <EditPage
          about={{ id, base: revisions[0]?.number ?? 0 }}
          fields={fieldsOf(draft ? draftOfRevision(draft) : draftOf(session!))}
          faults={{}}
          communities={await communitiesOf(c, parts)}
          parts={session?.days.length ?? 0}
          language={language}
        />
        {draft && (
          <form method="post" action={`/bureau/seances/${id}/abandonner`}>
            <button class="plain">{deskSessionMessages(language).drop}</button>
          </form>
        )}
        <History
          revisions={revisions satisfies readonly Revision[]}
          authors={new Map(members.map((member) => [`member:${member.id}`, member.name]))}
          path={`/bureau/seances/${id}`}
          language={language}
        />
      </>
    ),
  });
}

/** What is done to a session without its form. */
function SessionActs({
  session,
  link,
  isOver,
  isMovable,
  state: { faults = {}, sent },
  language,
}: {
  session: StoredSession;
  link: string | null;
  isOver: boolean;
  /** Whether it can still move. */
  isMovable: boolean;
  state: State;
  language: Language;
}) {
  const messages = deskSessionMessages(language);
  const { id, mode, status, registration } = session;
  const path = `/bureau/seances/${id}`;
  const isCancelled = status === 'cancelled';
  const isClosed = registration.state === 'closed';
  return (
    <>
      <p>
        <a href={`/seances/${id}`}>{messages.site}</a>
      </p>
      {mode !== 'in-person' && !isCancelled && (
        <section id="lien">
          <h2>{messages.link.title}</h2>
          <form method="post" action={`${path}/lien`} class="narrow">
            <Field
              name="lien"
              type="url"
              label={messages.link.label}
              hint={messages.link.hint}
              value={sent?.get('lien') ?? link ?? ''}
              fault={faults['lien']}
              maxlength={2048}
              autocomplete="off"
            />
            <p class="actions">
              <button>{messages.link.save}</button>
            </p>
          </form>
        </section>
      )}
      {!isOver && (
        <section class="acts">
          {isMovable && (
            <a class="button plain" href={`${path}/deplacer`}>
              {movingMessages(language).act}
            </a>
          )}
          {!isCancelled && (
            <form method="post" action={`${path}/inscriptions`}>
              <PressKey />
              <button class="plain" name="acte" value={isClosed ? 'ouvrir' : 'fermer'}>
                {isClosed ? messages.state.open : messages.state.close}
              </button>
            </form>
          )}
          {isCancelled ? (
            <form method="post" action={`${path}/retablir`}>
              <PressKey />
              <button class="plain">{messages.cancel.restore}</button>
            </form>
          ) : (
            <details open={'raison' in faults}>
              <summary>{messages.cancel.title}</summary>
              <form method="post" action={`${path}/annuler`} class="narrow">
                <PressKey />
                <Field
                  name="raison"
                  label={messages.cancel.reason}
                  value={sent?.get('raison') ?? ''}
                  fault={faults['raison']}
                  maxlength={500}
                />
                <p class="actions">
                  <button class="plain">{messages.cancel.confirm}</button>
                </p>
              </form>
            </details>
          )}
        </section>
      )}
    </>
  );
}
