import type { Answer, Field as Question, Form } from '../../../src/contract/index.js';
import { LangText } from '../../http/layout.js';
import { requestMessages } from '../../i18n/desk/requests.js';
import { dateInWords } from '../../i18n/format-date.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import type { SubmissionKind } from '../../submissions/consents-repository.js';
import { Carried, deskZone, Field, PressKey } from '../desk-pages.js';
import { MOST, type Request } from './repository.js';
import { type AnswerKind, MOST_WORDS, type TeamAnswer } from './service.js';

/** A request with what is shown of it. */
export interface Card {
  request: Request;
  form: Form | undefined;
  /** How often the same address wrote before. */
  earlier: number;
  communityName: string;
}

/** The answers that each kind may get. */
export const answersFor: Record<SubmissionKind, readonly AnswerKind[]> = {
  'join-request': ['accept', 'decline', 'ask'],
  registration: ['accept', 'decline'],
  proposal: ['accept', 'decline', 'study', 'ask'],
};

/** Name of the radios of a request, and of the word that goes with its answer. */
export const radioName = ({ kind, id }: { kind: SubmissionKind; id: string }) => `${kind}:${id}`;
export const wordName = ({ kind, id }: { kind: SubmissionKind; id: string }) => `mot:${kind}:${id}`;

/** Questions that stand in the heading of a card. */
const inHeading = ['email', 'givenName', 'familyName', 'organisation', 'membership'];

export function personName(answers: Readonly<Record<string, Answer>>): string {
  const name = ['givenName', 'familyName'].map((part) => answers[part]).filter(Boolean);
  return name.join(' ');
}

const day = (language: Language, at: string) =>
  dateInWords(language, { dateStyle: 'long', timeZone: deskZone }, Date.parse(at));

/** An answer in words: the labels of what was chosen. */
export function answerInWords(answer: Answer | undefined, question: Question | undefined): string {
  return [answer]
    .flat()
    .filter((one) => one !== undefined && one !== null && one !== '')
    .map((one) => question?.options.find(({ value }) => value === String(one))?.label ?? String(one))
    .join(', ');
}

/** Who somebody is and what they say: sensitive answers stand on the page of the person alone. */
export function CardFacts({ card, language }: { card: Card; language: Language }) {
  const { request, form, earlier, communityName } = card;
  const { answers, review, receivedAt, session } = request;
  const messages = requestMessages(language);
  const question = (name: string) => form?.fields.find((field) => field.name === name);
  const heading = [
    String(answers['email'] ?? ''),
    String(answers['organisation'] ?? ''),
    answerInWords(answers['membership'], question('membership')),
  ].filter(Boolean);
  const others = Object.entries(answers).filter(
    ([name]) => !inHeading.includes(name) && !question(name)?.sensitive,
  );
  return (
    <>
      <p class="quiet">
        {[
          ...heading,
          session?.title ?? communityName,
          request.strand,
          messages.received(day(language, receivedAt)),
          earlier ? messages.earlier(earlier) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {review.map((mark) => (
        <p class="mark-line">{messages.mark(messages.marks[mark] ?? mark)}</p>
      ))}
      {others.length > 0 && (
        <dl class="said-so">
          {others.map(([name, answer]) => (
            <>
              <dt>{question(name)?.label ?? name}</dt>
              <dd>
                <LangText
                  text={answerInWords(answer, question(name))}
                  language={closestLanguage(request.language)}
                  page={language}
                />
              </dd>
            </>
          ))}
        </dl>
      )}
    </>
  );
}

/** One card a person: who, what they say, and the answer; nothing is preselected. */
function RequestCard({ card, chosen, language }: { card: Card; chosen: string; language: Language }) {
  const { request } = card;
  const messages = requestMessages(language);
  const name = radioName(request);
  return (
    <li>
      <fieldset class="request">
        <legend>{personName(request.answers) || messages.noName}</legend>
        <CardFacts card={card} language={language} />
        <div class="answers">
          {[...answersFor[request.kind], 'later' as const].map((answer) => (
            <label>
              <input type="radio" name={name} value={answer} checked={answer === chosen || undefined} />
              <span>{messages.answers[answer]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

/** All who wait, by kind; one form. */
export function RequestsPage({
  cards,
  communities,
  community,
  chosen,
  isWithoutAnswer,
  language,
}: {
  cards: readonly Card[];
  communities: readonly (readonly [slug: string, name: string])[];
  community: string | undefined;
  /** What was chosen already, by name of radios. */
  chosen: URLSearchParams;
  isWithoutAnswer: boolean;
  language: Language;
}) {
  const messages = requestMessages(language);
  const kinds = (['join-request', 'registration', 'proposal'] as const).filter((kind) =>
    cards.some(({ request }) => request.kind === kind),
  );
  const anchors = { 'join-request': 'demandes', registration: 'inscriptions', proposal: 'propositions' };
  return (
    <>
      {communities.length > 1 && (
        <nav aria-label={messages.filter} class="filter">
          <ul>
            {[['', messages.all] as const, ...communities].map(([slug, name]) => (
              <li>
                <a
                  href={slug ? `/bureau/demandes?communaute=${slug}` : '/bureau/demandes'}
                  aria-current={slug === (community ?? '') ? 'page' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isWithoutAnswer && (
        <div class="summary" role="alert">
          <p>{messages.none}</p>
        </div>
      )}
      {kinds.length === 0 ? (
        <>
          <p>{messages.nothing}</p>
          <p class="quiet">{messages.nothingHere}</p>
        </>
      ) : (
        <form method="post" action="/bureau/demandes/relire">
          <Carried fields={[['communaute', community ?? '']]} />
          {kinds.map((kind) => (
            <section id={anchors[kind]}>
              <h2>{messages.sections[kind]}</h2>
              {cards.filter(({ request }) => request.kind === kind).length >= MOST && (
                <p>{messages.more(MOST)}</p>
              )}
              <ul class="rows">
                {cards
                  .filter(({ request }) => request.kind === kind)
                  .map((card) => (
                    <RequestCard
                      card={card}
                      chosen={chosen.get(radioName(card.request)) ?? ''}
                      language={language}
                    />
                  ))}
              </ul>
            </section>
          ))}
          <p class="actions sticky">
            <button>{messages.read}</button>
          </p>
        </form>
      )}
    </>
  );
}

/** Whom an answer goes to, with which words: the last look before anything is sent. */
export function RecapPage({
  answers,
  cards,
  faults,
  community,
  language,
}: {
  answers: readonly TeamAnswer[];
  cards: ReadonlyMap<string, Card>;
  faults: Readonly<Record<string, string>>;
  community: string;
  language: Language;
}) {
  const messages = requestMessages(language);
  const chosen = answers.map((one) => [radioName(one), one.answer] as const);
  return (
    <>
      <p>
        {messages.recap(answers.length)} {messages.undoable}
      </p>
      <form method="post" action="/bureau/demandes/envoyer">
        <PressKey />
        <Carried fields={[['communaute', community], ...chosen]} />
        <p class="actions">
          <button autofocus>{messages.confirm(answers.length)}</button>
          <button class="plain" formaction="/bureau/demandes">
            {messages.back}
          </button>
        </p>
        <ul class="rows">
          {answers.map((one) => {
            const card = cards.get(radioName(one))!;
            const name = wordName(one);
            return (
              <li>
                <p>
                  <strong>{personName(card.request.answers) || messages.noName}</strong>{' '}
                  <span class={`badge ${one.answer}`}>{messages.answers[one.answer]}</span>{' '}
                  <span class="quiet">
                    {String(card.request.answers['email'] ?? '')} ·{' '}
                    {card.request.session?.title ?? card.communityName}
                  </span>{' '}
                  <a href={`/bureau/personnes/${one.kind}/${one.id}`}>
                    {messages.person}
                    <span class="visually-hidden"> : {personName(card.request.answers)}</span>
                  </a>
                </p>
                <Field
                  name={name}
                  label={one.answer === 'ask' ? messages.question : messages.word}
                  value={one.word}
                  rows={3}
                  maxlength={MOST_WORDS}
                  fault={faults[name]}
                />
              </li>
            );
          })}
        </ul>
      </form>
    </>
  );
}
