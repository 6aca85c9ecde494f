import { type Context, Hono } from 'hono';
import { allCommunities } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { textIn } from '../../shared/written-text.js';
import { HttpError } from '../../http/errors.js';
import { allowed } from '../../http/machines.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { requestMessages } from '../../i18n/desk/requests.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { findForm } from '../../submissions/forms/repository.js';
import { submissionKinds } from '../../submissions/repository.js';
import { deskZone, FaultSummary, keyIn, renderDesk, Said } from '../desk-pages.js';
import { pressOf, takeBack } from '../presses/service.js';
import { type Actor, may, reachOf } from '../team/rights.js';
import { answersFor, type Card, personName, radioName, RecapPage, RequestsPage, wordName } from './pages.js';
import { contactsOf, joinRequestsFor, proposalsFor, registrationsFor, type Request } from './repository.js';
import { answerMany, MOST_WORDS, type TeamAnswer } from './service.js';

type Sent = URLSearchParams;

/** Demandes: people who asked to join, to register where a seat is approved, or for a new community. */
export function requestPages(parts: AppParts) {
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('requests:read'));

  app.get('/', (c) => showRequests(c, parts, new URLSearchParams()));
  // Back from the last look: what was chosen is there.
  app.post('/', async (c) => showRequests(c, parts, await readForm(c)));

  app.post('/relire', async (c) => {
    const sent = await readForm(c);
    const cards = await cardsFor(parts, c.get('actor'), undefined, namedIn(sent));
    const answers = answersIn(sent, cards);
    if (!answers.length) return showRequests(c, parts, sent, true);
    return showRecap(c, answers, cards, sent, {});
  });

  app.post('/envoyer', async (c) => {
    const sent = await readForm(c);
    const language = languageOf(c);
    const cards = await cardsFor(parts, c.get('actor'), undefined, namedIn(sent));
    const answers = answersIn(sent, cards);
    const faults = faultsOf(answers, language);
    if (Object.keys(faults).length) return showRecap(c, answers, cards, sent, faults);
    const done = await answerMany(parts, c.get('actor'), answers, keyIn(c, sent));
    parts.onMail();
    const skipped = done.skipped.map(({ id }) => id).join('.');
    const community = sent.get('communaute') ?? '';
    const query = new URLSearchParams({
      envoi: done.press,
      ...(skipped && { sans: skipped }),
      ...(community && { communaute: community }),
    });
    return c.redirect(`/bureau/demandes?${query}`, 303);
  });

  app.post('/envois/:id/annuler', async (c) => {
    await readForm(c);
    const id = c.req.param('id');
    const done = await takeBack(parts, c.get('actor'), id);
    if (done === 'missing') throw new HttpError('not-found');
    const result = done === 'too-late' ? 'trop-tard' : `${done.restored}.${done.left}`;
    return c.redirect(`/bureau/demandes?repris=${result}`, 303);
  });
  return app;
}

const namedIn = (sent: Sent) => [...sent.keys()].filter((name) => !name.startsWith('mot:'));

/** Who waits for an answer, and those that are named, in the reach of whoever looks. */
async function cardsFor(
  { db }: Pick<AppParts, 'db'>,
  actor: Actor,
  community: string | undefined,
  named: readonly string[] = [],
): Promise<Card[]> {
  const reach = reachOf(actor, 'requests:read');
  const waiting = [
    ...(await joinRequestsFor(db, { reach, community, states: ['received'] })),
    ...(await registrationsFor(db, { reach, community, states: ['pending-approval'] })),
    ...(may(actor, 'proposals:answer') && !community
      ? await proposalsFor(db, { states: ['submitted', 'under-study'] })
      : []),
  ];
  // What somebody else answered meanwhile is named, so that it can be said that it was.
  const known = new Set(waiting.map((one) => radioName(one)));
  for (const name of named) {
    const [kind, id = ''] = name.split(':');
    if (known.has(name) || !/^[0-9a-f]{32}$/.test(id)) continue;
    if (kind === 'join-request') waiting.push(...(await joinRequestsFor(db, { reach, id })));
    if (kind === 'registration') waiting.push(...(await registrationsFor(db, { reach, id })));
    if (kind === 'proposal' && may(actor, 'proposals:answer'))
      waiting.push(...(await proposalsFor(db, { id })));
  }
  return cardsOf({ db }, waiting);
}

/** Requests with the form that was filled in, and how often the person wrote. */
export async function cardsOf({ db }: Pick<AppParts, 'db'>, requests: readonly Request[]): Promise<Card[]> {
  const names = new Map((await allCommunities(db)).map((one) => [one.slug, communityName(one)]));
  const contacts = await contactsOf(db, [...new Set(requests.map(({ emailKey }) => emailKey))]);
  const forms = new Map<string, Awaited<ReturnType<typeof findForm>>>();
  const cards: Card[] = [];
  for (const request of requests) {
    const formId =
      request.kind === 'join-request'
        ? `join:${request.community}`
        : request.kind === 'registration'
          ? `register:${request.session!.id}`
          : 'proposal';
    const key = `${formId} ${request.formVersion}`;
    if (!forms.has(key)) forms.set(key, await findForm(db, formId, request.formVersion));
    cards.push({
      request,
      form: forms.get(key),
      earlier: (contacts.get(request.emailKey) ?? 1) - 1,
      communityName: names.get(request.community ?? '') ?? request.community ?? '',
    });
  }
  return cards;
}

/** What was chosen, of the requests that are there. */
function answersIn(sent: Sent, cards: readonly Card[]): TeamAnswer[] {
  return cards.flatMap(({ request: { kind, id } }) => {
    const answer = answersFor[kind].find((one) => one === sent.get(radioName({ kind, id })));
    const word = textIn(sent, wordName({ kind, id }));
    return answer ? [{ kind, id, answer, word }] : [];
  });
}

function faultsOf(answers: readonly TeamAnswer[], language: Language): Record<string, string> {
  const messages = requestMessages(language);
  return Object.fromEntries(
    answers.flatMap((one): [string, string][] => {
      if (one.answer === 'ask' && !one.word) return [[wordName(one), messages.noQuestion]];
      if (one.word.length > MOST_WORDS) return [[wordName(one), messages.tooLong(MOST_WORDS)]];
      return [];
    }),
  );
}

async function showRequests(c: Context<DeskEnv>, parts: AppParts, sent: Sent, isWithoutAnswer = false) {
  const language = languageOf(c);
  const actor = c.get('actor');
  const reach = reachOf(actor, 'requests:read');
  const communities = (await allCommunities(parts.db))
    .filter(({ slug }) => reach === 'all' || reach.includes(slug))
    .map((one) => [one.slug, one.acronym ?? communityName(one)] as const);
  const asked = c.req.query('communaute') ?? sent.get('communaute') ?? '';
  const community = communities.find(([slug]) => slug === asked)?.[0];
  return renderDesk(c, {
    language,
    actor,
    title: deskMessages(language).pages.requests,
    status: isWithoutAnswer ? 422 : 200,
    body: (
      <>
        {await whatWasDone(c, parts)}
        <RequestsPage
          cards={await cardsFor(parts, actor, community)}
          communities={communities}
          community={community}
          chosen={sent}
          isWithoutAnswer={isWithoutAnswer}
          language={language}
        />
      </>
    ),
  });
}

/** What the press before did, with the button that takes all of it back. */
async function whatWasDone(c: Context<DeskEnv>, parts: AppParts) {
  const language = languageOf(c);
  const messages = requestMessages(language);
  const back = c.req.query('repris');
  if (back === 'trop-tard') return <Said text={messages.tooLate} />;
  const [restored, left] = (/^(\d+)\.(\d+)$/.exec(back ?? '') ?? []).slice(1).map(Number);
  if (restored !== undefined)
    return <Said text={messages.takenBack(restored)}>{left ? <p>{messages.someLeft(left)}</p> : null}</Said>;
  const press = await pressOf(parts.db, c.get('actor'), c.req.query('envoi') ?? '');
  if (!press || press.undoneAt) return null;
  const isHeld = Date.parse(press.until) > parts.now();
  const time = dateInWords(language, { timeStyle: 'medium', timeZone: deskZone }, Date.parse(press.until));
  const count = press.changes.length;
  const names = await skippedNames(c, parts);
  return (
    <Said text={isHeld ? messages.held(count, time) : messages.gone(count)}>
      {names && <p>{messages.skipped(names)}</p>}
      {isHeld && count > 0 && (
        <form method="post" action={`/bureau/demandes/envois/${press.id}/annuler`}>
          <button class="plain">{messages.takeBack}</button>
        </form>
      )}
    </Said>
  );
}

async function skippedNames(c: Context<DeskEnv>, { db }: AppParts): Promise<string> {
  const ids = (c.req.query('sans') ?? '')
    .split('.')
    .filter((id) => /^[0-9a-f]{32}$/.test(id))
    .slice(0, 200);
  const names = submissionKinds.flatMap((kind) => ids.map((id) => `${kind}:${id}`));
  const cards = ids.length ? await cardsFor({ db }, c.get('actor'), undefined, names) : [];
  return cards
    .filter(({ request }) => ids.includes(request.id))
    .map(({ request }) => personName(request.answers) || requestMessages(languageOf(c)).noName)
    .join(', ');
}

function showRecap(
  c: Context<DeskEnv>,
  answers: readonly TeamAnswer[],
  cards: readonly Card[],
  sent: Sent,
  faults: Readonly<Record<string, string>>,
) {
  const language = languageOf(c);
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    title: requestMessages(language).recapTitle,
    status: Object.keys(faults).length ? 422 : 200,
    body: (
      <>
        <FaultSummary faults={faults} language={language} />
        <RecapPage
          answers={answers}
          cards={new Map(cards.map((card) => [radioName(card.request), card]))}
          faults={faults}
          community={sent.get('communaute') ?? ''}
          language={language}
        />
      </>
    ),
  });
}
