import { type Context, Hono } from 'hono';
import { utc } from '../../../src/contract/time-zone.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { textIn } from '../../shared/written-text.js';
import { HttpError } from '../../http/errors.js';
import { allowed, demand } from '../../http/machines.js';
import { peopleMessages } from '../../i18n/desk/people.js';
import { submissionKinds } from '../../submissions/repository.js';
import { type Faults, renderDesk } from '../desk-pages.js';
import { writeJournal } from '../journal/repository.js';
import { addNote } from '../requests/notes-repository.js';
import type { Request } from '../requests/repository.js';
import { cardsOf } from '../requests/page-routes.js';
import { provedOnly } from '../sign-in/page-routes.js';
import { allMembers } from '../team/repository.js';
import { may } from '../team/rights.js';
import { PersonPage } from './pages.js';
import { erasePerson, findPerson, maySeeSensitive, type Person } from './service.js';

const MOST_IN_NOTE = 2_000;

/** What a request holds, without what the server alone needs. */
const shownOf = ({
  id,
  kind,
  state,
  community,
  strand,
  session,
  receivedAt,
  confirmedAt,
  language,
  formVersion,
  sourceSite,
  answers,
}: Request) => ({
  id,
  kind,
  state,
  community,
  strand,
  session,
  receivedAt,
  confirmedAt,
  language,
  formVersion,
  sourceSite,
  answers,
});

/** One person: all that an address has sent. */
export function personPages(parts: AppParts) {
  const { db, now, selfService } = parts;
  const app = new Hono<DeskEnv>();
  const path = '/:kind/:id';
  app.use('*', allowed('people:read'));

  /** The person of an address, in the reach of whoever looks; what is out of it is not there. */
  const personOf = async (c: Context<DeskEnv>): Promise<Person> => {
    const kind = submissionKinds.find((one) => one === c.req.param('kind'));
    const person = kind && (await findPerson(db, c.get('actor'), kind, c.req.param('id') ?? ''));
    if (!person) throw new HttpError('not-found');
    return person;
  };

  const show = async (
    c: Context<DeskEnv>,
    state: { faults?: Faults; sent?: URLSearchParams; said?: string },
  ) => {
    const person = await personOf(c);
    const actor = c.get('actor');
    const line = { actor: actor.id, action: 'read', kind: 'person', subjectId: c.req.param('id') ?? '' };
    await writeJournal(db, { ...line, community: person.requests[0]?.community ?? null }, utc(now()));
    const language = languageOf(c);
    return renderDesk(c, {
      language,
      actor,
      title: peopleMessages(language).title,
      status: state.faults ? 422 : 200,
      body: (
        <PersonPage
          person={person}
          cards={await cardsOf({ db }, person.requests)}
          authors={new Map((await allMembers(db)).map((member) => [`member:${member.id}`, member.name]))}
          path={`/bureau/personnes/${c.req.param('kind')}/${c.req.param('id')}`}
          mayErase={may(actor, 'people:erase')}
          maySeeSensitive={(request) => maySeeSensitive(actor, request, now())}
          language={language}
          {...state}
        />
      ),
    });
  };

  app.get(path, (c) => show(c, c.req.query('fait') ? { said: peopleMessages(languageOf(c)).saved } : {}));

  app.post(`${path}/notes`, async (c) => {
    await personOf(c);
    const sent = await readForm(c);
    const text = textIn(sent, 'note');
    if (!text || text.length > MOST_IN_NOTE)
      return show(c, { faults: { note: peopleMessages(languageOf(c)).badNote }, sent });
    const id = c.req.param('id');
    await addNote(db, { subjectId: id, author: c.get('actor').id, at: utc(now()), kind: 'note', text });
    return c.redirect(`/bureau/personnes/${c.req.param('kind')}/${id}?fait=1`, 303);
  });

  app.post(`${path}/export`, provedOnly(parts), async (c) => {
    demand(c, 'people:erase');
    const { requests, consents, notes, mails } = await personOf(c);
    const at = utc(now());
    await writeJournal(
      db,
      {
        actor: c.get('actor').id,
        action: 'export',
        kind: 'person',
        subjectId: c.req.param('id'),
        summary: String(requests.length),
      },
      at,
    );
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', 'attachment; filename="f3e-personne.json"');
    return c.json({
      exportedAt: at,
      sent: requests.map((request) => ({
        ...shownOf(request),
        consents: consents.get(request.id) ?? [],
        notes: notes
          .filter(({ subjectId }) => subjectId === request.id)
          .map(({ at: when, text }) => ({ at: when, text })),
        mails: mails.filter(({ subjectId }) => subjectId === request.id),
      })),
    });
  });

  app.post(`${path}/effacer`, provedOnly(parts), async (c) => {
    demand(c, 'people:erase');
    const person = await personOf(c);
    const sent = await readForm(c);
    const messages = peopleMessages(languageOf(c));
    if (sent.get('oui') !== '1') return show(c, { faults: { oui: messages.badConfirm } });
    const count = await erasePerson({ db, selfService, now }, c.get('actor'), person);
    const language = languageOf(c);
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: messages.title,
      body: <p>{messages.erased(count)}</p>,
    });
  });
  return app;
}
