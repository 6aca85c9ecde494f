import { type Context, Hono } from 'hono';
import { WallClock } from '../../../src/contract/index.js';
import { allCommunities } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { allowed } from '../../http/machines.js';
import { movingMessages } from '../../i18n/desk/moving.js';
import { deskSessionMessages } from '../../i18n/desk/sessions.js';
import type { StoredSession } from '../../sessions/repository.js';
import { keyIn, renderDesk } from '../desk-pages.js';
import {
  type Move,
  type MoveFault,
  moveFault,
  movedSession,
  moveScopes,
  planMove,
  sessionsInScope,
} from './move.js';
import { type MoveFields, MoveForm, MoveRecap } from './move-pages.js';
import { formScripts, sessionOf } from './page-routes.js';
import { isNear, publishAll } from './publish.js';
import { warningsOf } from './service.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Moving a session, or more of its series: when, a last look, and everybody told. */
export function moveSessionPages(parts: AppParts) {
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('sessions:write'));

  app.get('/:id/deplacer', async (c) => {
    const session = await sessionOf(c, parts);
    const given = c.req.query('jour') ?? '';
    const jour = DAY.test(given) ? given : session.start.slice(0, 10);
    return showForm(c, parts, session, { jour, debut: session.start.slice(11, 16), portee: 'this' });
  });

  app.post('/:id/deplacer/changer', async (c) => {
    const sent = await readForm(c);
    return showForm(c, parts, await sessionOf(c, parts), fieldsIn(sent));
  });

  app.post('/:id/deplacer', async (c) => {
    const fields = fieldsIn(await readForm(c));
    const session = await sessionOf(c, parts);
    const move = moveIn(fields);
    if ('faults' in move) return showForm(c, parts, session, fields, move.faults);
    const fault = moveFault(session, move, parts.now());
    if (fault) return showForm(c, parts, session, fields, { [fieldOf[fault]]: fault });
    return showRecap(c, parts, session, { fields, move });
  });

  app.post('/:id/deplacer/envoyer', async (c) => {
    const sent = await readForm(c);
    const fields = fieldsIn(sent);
    const session = await sessionOf(c, parts);
    const move = moveIn(fields);
    if ('faults' in move) return showForm(c, parts, session, fields, move.faults);
    const now = parts.now();
    const fault = moveFault(session, move, now);
    // Of a second click the session is there already: the press leads to what the first did.
    if (fault && fault !== 'same') return showForm(c, parts, session, fields, { [fieldOf[fault]]: fault });
    const bases = new Map(sent.getAll('version').map((one) => one.split(' ') as [id: string, base: string]));
    const concerned = await sessionsInScope(parts.db, session, { scope: move.scope, now });
    const done = await publishAll(parts, c.get('actor'), {
      key: keyIn(c, sent),
      edits: concerned.map(({ id }) => ({
        id,
        // One that was not there at the last look was not agreed to.
        base: Number(bases.get(id) ?? -1),
        change: (before) => movedSession(before!, { from: session.start, to: move.start, now }),
      })),
    });
    if ('conflict' in done) return showRecap(c, parts, session, { fields, move, isConflict: true });
    parts.onMail();
    return c.redirect(`/bureau/seances/${session.id}?fait=moved&envoi=${done.press}`, 303);
  });
  return app;
}

/** The field in which each fault of a move is. */
const fieldOf: Record<MoveFault, keyof MoveFields> = { over: 'jour', same: 'jour', skipped: 'debut' };

const fieldsIn = (sent: URLSearchParams): MoveFields => ({
  jour: sent.get('jour') ?? '',
  debut: sent.get('debut') ?? '',
  portee: moveScopes.find((scope) => scope === sent.get('portee')) ?? 'this',
});

/** What the fields say, or what is wrong with each, as a code. */
function moveIn({ jour, debut, portee }: MoveFields): Move | { faults: Record<string, string> } {
  const start = WallClock.safeParse(`${jour}T${debut}:00`);
  if (start.success) return { start: start.data, scope: portee };
  const isDay = WallClock.safeParse(`${jour}T00:00:00`).success;
  const isTime = HOUR.test(debut);
  return { faults: { ...(!isDay && { jour: 'date' }), ...(!isTime && { debut: 'time' }) } };
}

async function showForm(
  c: Context<DeskEnv>,
  { db, now }: AppParts,
  session: StoredSession,
  fields: MoveFields,
  codes: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const language = languageOf(c);
  const messages = movingMessages(language);
  const count = async (scope: (typeof moveScopes)[number]) =>
    (await sessionsInScope(db, session, { scope, now: now() })).length;
  const known: Readonly<Record<string, string>> = {
    ...deskSessionMessages(language).faults,
    same: messages.same,
    over: messages.over,
  };
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    title: messages.title(session.title),
    scripts: formScripts,
    status: Object.keys(codes).length ? 422 : 200,
    body: (
      <MoveForm
        session={session}
        fields={fields}
        counts={{ this: 1, following: await count('following'), all: await count('all') }}
        faults={Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, known[code]!]))}
        language={language}
      />
    ),
  });
}

async function showRecap(
  c: Context<DeskEnv>,
  parts: AppParts,
  session: StoredSession,
  { fields, move, isConflict = false }: { fields: MoveFields; move: Move; isConflict?: boolean },
): Promise<Response> {
  const { db, now } = parts;
  const language = languageOf(c);
  const moved = await planMove(parts, session, move);
  const along = new Set(moved.map(({ before }) => before.id));
  const warnings = [];
  for (const { after } of moved) warnings.push(...(await warningsOf(db, after, now(), along)));
  const isSoon = moved.some(({ before }) => isNear(before, now()));
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    title: movingMessages(language).recapTitle,
    status: isConflict ? 409 : 200,
    body: (
      <MoveRecap
        session={session}
        fields={fields}
        moved={moved}
        warnings={warnings}
        names={new Map((await allCommunities(db)).map((one) => [one.slug, communityName(one)]))}
        isSoon={isSoon}
        isConflict={isConflict}
        language={language}
      />
    ),
  });
}
