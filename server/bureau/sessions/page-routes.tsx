import { type Context, Hono } from 'hono';
import { WallClock } from '../../../src/contract/index.js';
import { instantOf, utc, wallClockOf } from '../../../src/contract/time-zone.js';
import { allCommunities, findCommunity, type StoredCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { allowed, demand } from '../../http/machines.js';
import { movingMessages } from '../../i18n/desk/moving.js';
import { deskSessionMessages } from '../../i18n/desk/sessions.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { findSession, publishedSession, type StoredSession } from '../../sessions/repository.js';
import { deskZone, keyIn, renderDesk, Said } from '../desk-pages.js';
import { addPreview } from '../previews/repository.js';
import { countHeld } from '../presses/repository.js';
import { pressOf, takeBack } from '../presses/service.js';
import { draftsOf, newestNumber, waitingOf } from '../revisions/repository.js';
import { reachOf } from '../team/rights.js';
import { copyOf, draftOf, draftOfRevision, type SessionDraft, sessionAfter } from './draft.js';
import { draftIn, fieldsIn, fieldsOf, followed, type SessionFields } from './form.js';
import { EditPage, type LaterFields, RecapPage, SessionsPage } from './edit-pages.js';
import { isNear, publishDraft, saveDraft } from './publish.js';
import { communityOf, freeId, monthsTaken, pastSessions, sessionsFrom, warningsOf } from './service.js';
import { concernedBy } from '../../submissions/registrations/repository.js';

/** How long a preview is there. */
const PREVIEW_MS = 3_600_000;

/** What a form is about: a session, and the revision that it started from. */
interface About {
  /** Empty for a session that is new. */
  id: string;
  base: number;
  /** The name of the press. */
  key: string;
}

/** Dates in words, and a question before a form is left. */
export const formScripts = ['/assets/bureau.js'];

const NEW = { id: '', base: 0 };

const aboutIn = (c: Context<DeskEnv>, sent: URLSearchParams): About => ({
  id: sent.get('seance') ?? '',
  base: Number(sent.get('version') ?? 0) || 0,
  key: keyIn(c, sent),
});

/** Séances: the list, and one session on one page from its first draft to its publication. */
export function sessionDeskPages(parts: AppParts) {
  const { db, now } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('sessions:write'));

  app.get('/', async (c) => {
    const language = languageOf(c);
    const isPast = c.req.query('passees') === '1';
    const reach = reachOf(c.get('actor'), 'sessions:write');
    const { sessions, next } = isPast
      ? await pastSessions(db, { before: utc(now()), page: pageIn(c), reach })
      : { sessions: await sessionsFrom(db, { from: utc(now()), reach }), next: undefined };
    const drafts = (await draftsOf(db, 'session')).filter(
      ({ community }) => reach === 'all' || reach.includes(community),
    );
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskSessionMessages(language).title,
      isWide: true,
      scripts: ['/v1/f3e.js'],
      body: (
        <>
          {await whatWasDone(c, parts)}
          <SessionsPage
            sessions={sessions}
            drafts={drafts}
            isPast={isPast}
            now={now()}
            next={next}
            communities={reach === 'all' ? undefined : reach.join(',')}
            names={
              new Map((await allCommunities(db)).map((one) => [one.slug, one.acronym ?? communityName(one)]))
            }
            language={language}
          />
        </>
      ),
    });
  });

  app.get('/nouvelle', async (c) => {
    const [community] = await communitiesOf(c, parts);
    if (!community) throw new HttpError('not-found');
    return showForm(c, parts, { about: NEW, fields: blank(community), kind: 'fresh' });
  });

  app.get('/copie/:id', async (c) => {
    const session = await sessionOf(c, parts);
    const draft = copyOf(session, await monthsTaken(db, session, now()));
    return showForm(c, parts, { about: NEW, fields: fieldsOf(draft), kind: 'copyTitle' });
  });

  // Back from the last look: what was written is there.
  app.post('/modifier', async (c) => {
    const sent = await readForm(c);
    const about = aboutIn(c, sent);
    return showForm(c, parts, { about, fields: fieldsIn(sent), kind: about.id ? 'edit' : 'fresh' });
  });

  app.post('/relire', (c) => withDraft(c, parts, (about, draft) => showRecap(c, parts, { about, draft })));

  app.post('/brouillon', (c) =>
    withDraft(c, parts, async (about, draft) => {
      const id = about.id || (await freeId(db, draft));
      const done = await saveDraft(parts, c.get('actor'), { ...about, id, draft });
      if ('conflict' in done) return showConflict(c, parts, { ...about, id }, draft);
      return c.redirect(`/bureau/seances/${done.id}?fait=drafted`, 303);
    }),
  );

  app.post('/programmer', (c) =>
    withDraft(c, parts, async (about, draft, sent) => {
      const later = laterIn(sent);
      const publishAt = instantIn(later);
      if (publishAt === undefined || publishAt <= now())
        return showRecap(c, parts, { about, draft, later, faults: { 'parution-jour': 'past' } });
      const id = about.id || (await freeId(db, draft));
      const saving = { ...about, id, draft, publishAt: utc(publishAt) };
      const done = await saveDraft(parts, c.get('actor'), saving);
      if ('conflict' in done) return showConflict(c, parts, { ...about, id }, draft);
      return c.redirect(`/bureau/seances/${done.id}?fait=scheduled`, 303);
    }),
  );

  app.post('/publier', (c) =>
    withDraft(c, parts, async (about, draft) => {
      const id = about.id || (await freeId(db, draft));
      const done = await publishDraft(parts, c.get('actor'), { ...about, id, draft });
      if ('conflict' in done) return showConflict(c, parts, { ...about, id }, draft);
      parts.onMail();
      return c.redirect(`/bureau/seances?fait=published&envoi=${done.press}`, 303);
    }),
  );

  app.post('/envois/:press/annuler', async (c) => {
    await readForm(c);
    const done = await takeBack(parts, c.get('actor'), c.req.param('press'));
    if (done === 'missing') throw new HttpError('not-found');
    const result = done === 'too-late' ? 'tooLate' : done.left ? 'notTakenBack' : 'takenBack';
    return c.redirect(`/bureau/seances?fait=${result}`, 303);
  });
  return app;
}

/** The number of a page, from 1. */
const pageIn = (c: Context): number => Number(/^[1-9]\d{0,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);

/** Communities in which whoever looks may change sessions. */
export async function communitiesOf(c: Context<DeskEnv>, { db }: AppParts): Promise<StoredCommunity[]> {
  const reach = reachOf(c.get('actor'), 'sessions:write');
  return (await allCommunities(db)).filter(({ slug }) => reach === 'all' || reach.includes(slug));
}

/** The session of an address, in the reach of whoever looks. */
export async function sessionOf(c: Context<DeskEnv>, { db }: AppParts): Promise<StoredSession> {
  const session = await findSession(db, c.req.param('id') ?? '');
  if (!session) throw new HttpError('not-found');
  demand(c, 'sessions:write', session.community);
  return session;
}

/** Reads the form; shows it again where something is wrong, else goes on with what it says. */
async function withDraft(
  c: Context<DeskEnv>,
  parts: AppParts,
  goOn: (about: About, draft: SessionDraft, sent: URLSearchParams) => Promise<Response> | Response,
): Promise<Response> {
  const sent = await readForm(c);
  const about = aboutIn(c, sent);
  const fields = await fieldsOfEdit(parts, about, sent);
  const result = draftIn(fields);
  const kind = about.id ? 'edit' : 'fresh';
  if ('faults' in result) return showForm(c, parts, { about, fields, kind, codes: result.faults });
  demand(c, 'sessions:write', result.draft.community);
  const of = await findCommunity(parts.db, result.draft.community);
  const { strand } = result.draft;
  const codes = {
    ...(!of && { communaute: 'invalid' }),
    ...(strand && !of?.strands.some(({ slug }) => slug === strand) && { groupe: 'invalid' }),
  };
  if (Object.keys(codes).length) return showForm(c, parts, { about, fields, kind, codes });
  if (about.id) {
    const community = await communityOf(parts.db, about.id);
    if (community === undefined) throw new HttpError('not-found');
    demand(c, 'sessions:write', community);
    // A session stays in its community: people registered for it there, or somebody drafts it.
    if (community !== result.draft.community)
      return showForm(c, parts, { about, fields, kind, codes: { communaute: 'invalid' } });
  }
  return goOn(about, result.draft, sent);
}

/** The fields that were sent; of a session that is there, days that were left follow its new day. */
async function fieldsOfEdit({ db }: AppParts, { id }: About, sent: URLSearchParams): Promise<SessionFields> {
  const fields = fieldsIn(sent);
  if (!id || sent.has('relu')) return fields;
  const waiting = await waitingOf(db, { kind: 'session', id });
  const session = await findSession(db, id);
  const draft = waiting ? draftOfRevision(waiting) : session && draftOf(session);
  return draft ? followed(fields, fieldsOf(draft)) : fields;
}

const laterIn = (sent: URLSearchParams): LaterFields => ({
  day: sent.get('parution-jour') ?? '',
  time: sent.get('parution-heure') ?? '',
});

/** The instant of a day and an hour on the clock of the desk, if that is what was written. */
function instantIn({ day, time }: LaterFields): number | undefined {
  const wall = WallClock.safeParse(`${day}T${time}:00`);
  return wall.success ? instantOf(wall.data, deskZone) : undefined;
}

const blank = (community: StoredCommunity): SessionFields => ({
  communaute: community.slug,
  forme: 'practice-exchange',
  ou: 'online',
  langue: 'fr',
  fuseau: deskZone,
  public: 'all',
  debut: '10:00',
  fin: '12:00',
  pays: 'FR',
});

async function showForm(
  c: Context<DeskEnv>,
  parts: AppParts,
  state: {
    about: Omit<About, 'key'>;
    fields: SessionFields;
    kind: 'edit' | 'fresh' | 'copyTitle';
    /** What is wrong with each field, as a code. */
    codes?: Readonly<Record<string, string>>;
  },
): Promise<Response> {
  const language = languageOf(c);
  const messages = deskSessionMessages(language);
  const { about, fields, kind, codes = {} } = state;
  const faults = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, messages.faults[code] ?? messages.faults['invalid']!]),
  );
  const known = about.id ? await findSession(parts.db, about.id) : undefined;
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    title: messages[kind],
    scripts: formScripts,
    status: Object.keys(faults).length ? 422 : 200,
    body: (
      <EditPage
        about={about}
        fields={fields}
        faults={faults}
        communities={await communitiesOf(c, parts)}
        parts={known?.days.length ?? 0}
        language={language}
      />
    ),
  });
}

interface Recap {
  about: About;
  draft: SessionDraft;
  later?: LaterFields;
  /** What is wrong with the time of publication, as codes. */
  faults?: Readonly<Record<string, 'past'>>;
  isConflict?: boolean;
}

/** Somebody else saved meanwhile: what differs, from the version that is there now. */
async function showConflict(c: Context<DeskEnv>, parts: AppParts, about: About, draft: SessionDraft) {
  const base = await newestNumber(parts.db, { kind: 'session', id: about.id });
  return showRecap(c, parts, { about: { ...about, base }, draft, isConflict: true });
}

/** The last look: the date in words, what differs, who is told, what deserves a second look. */
async function showRecap(
  c: Context<DeskEnv>,
  parts: AppParts,
  { about, draft, later, faults = {}, isConflict = false }: Recap,
): Promise<Response> {
  const { db, now, registrations } = parts;
  const language = languageOf(c);
  const messages = deskSessionMessages(language);
  const known = await findSession(db, about.id);
  const before = known && (await publishedSession(db, about.id));
  const after = sessionAfter(before, about.id || 'nouvelle', draft, now());
  // Of two drafts the other one differs, not what is public.
  const waiting = isConflict ? await waitingOf(db, { kind: 'session', id: about.id }) : undefined;
  const theirs = waiting && sessionAfter(before, about.id, draftOfRevision(waiting), now());
  const counted = { ...after, registered: known?.registered ?? 0 };
  const isTold = before !== undefined && registrations.news.wouldTell(before, after);
  const people = isTold ? await concernedBy(db, about.id) : [];
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    scripts: formScripts,
    title: isConflict ? messages.conflictTitle : messages.recapTitle,
    status: isConflict ? 409 : Object.keys(faults).length ? 422 : 200,
    body: (
      <RecapPage
        about={about}
        preview={await addPreview(db, {
          session: after,
          madeBy: c.get('actor').id,
          expiresAt: utc(now() + PREVIEW_MS),
        })}
        later={later ?? { day: wallClockOf(now(), deskZone).slice(0, 10), time: '' }}
        faults={Object.fromEntries(
          Object.entries(faults).map(([name, code]) => [name, messages.later[code]]),
        )}
        fields={fieldsOf(draft)}
        before={theirs ?? before}
        after={after}
        isConflict={isConflict}
        people={{
          all: people.length,
          confirmed: people.filter(({ state }) => state === 'confirmed').length,
          isNear: before !== undefined && isNear(before, now()),
        }}
        warnings={await warningsOf(db, counted, now())}
        names={new Map((await allCommunities(db)).map((one) => [one.slug, communityName(one)]))}
        language={language}
      />
    ),
  });
}

/** What the press before did, with the button that takes it back. */
export async function whatWasDone(c: Context<DeskEnv>, { db, now }: AppParts) {
  const language: Language = languageOf(c);
  const messages = deskSessionMessages(language);
  const said: Readonly<Record<string, string>> = {
    published: messages.published,
    moved: movingMessages(language).done,
    drafted: messages.drafted,
    scheduled: messages.later.done,
    stopped: messages.later.stopped,
    dropped: messages.dropped,
    takenBack: messages.takenBack,
    notTakenBack: messages.notTakenBack,
    tooLate: messages.tooLate,
    link: messages.link.saved,
    closed: messages.state.closed,
    opened: messages.state.opened,
    cancelled: messages.cancel.done,
    restored: messages.cancel.restored,
  };
  const done = said[c.req.query('fait') ?? ''];
  if (!done) return null;
  const press = await pressOf(db, c.get('actor'), c.req.query('envoi') ?? '');
  const isHeld = press && !press.undoneAt && Date.parse(press.until) > now();
  const count = isHeld ? await countHeld(db, press.id) : 0;
  const until = (time: string) =>
    dateInWords(language, { timeStyle: 'medium', timeZone: deskZone }, Date.parse(time));
  return (
    <Said text={done}>
      {isHeld && press.changes.length > 0 && (
        <>
          {count > 0 && <p>{messages.held(count, until(press.until))}</p>}
          <form method="post" action={`/bureau/seances/envois/${press.id}/annuler`}>
            <button class="plain">{messages.takeBack}</button>
          </form>
        </>
      )}
    </Said>
  );
}
