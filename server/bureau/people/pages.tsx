import { requestMessages } from '../../i18n/desk/requests.js';
import { peopleMessages } from '../../i18n/desk/people.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { deskZone, type Faults, FaultSummary, Field, Said } from '../desk-pages.js';
import { answerInWords, type Card, CardFacts, personName } from '../requests/pages.js';
import type { Request } from '../requests/repository.js';
import type { Person } from './service.js';

const moment = (language: Language, at: string) =>
  dateInWords(language, { dateStyle: 'long', timeStyle: 'short', timeZone: deskZone }, Date.parse(at));

interface About {
  person: Person;
  cards: readonly Card[];
  /** Names of members, by the id that a note has. */
  authors: ReadonlyMap<string, string>;
  path: string;
  mayErase: boolean;
  maySeeSensitive: (request: Request) => boolean;
  language: Language;
  faults?: Faults;
  sent?: URLSearchParams;
  said?: string;
}

/** All that is known of one person. */
export function PersonPage(about: About) {
  const { person, cards, path, mayErase, language, faults = {}, sent, said } = about;
  const messages = peopleMessages(language);
  const named = cards.map(({ request }) => personName(request.answers)).findLast(Boolean);
  return (
    <>
      <Said text={said} />
      <FaultSummary faults={faults} language={language} />
      <p>
        <strong>{named ?? requestMessages(language).noName}</strong>
      </p>
      <p>{messages.intro}</p>
      {cards.map((card) => (
        <Submission card={card} {...about} />
      ))}
      <h2>{messages.addNote}</h2>
      <form method="post" action={`${path}/notes`} class="narrow">
        <Field
          name="note"
          label={messages.addNote}
          hint={messages.noteHint}
          rows={3}
          maxlength={2_000}
          value={sent?.get('note') ?? ''}
          fault={faults['note']}
        />
        <p class="actions">
          <button>{messages.save}</button>
        </p>
      </form>
      {mayErase && person.requests.length > 0 && (
        <>
          <h2>{messages.erase}</h2>
          <form method="post" action={`${path}/export`}>
            <button class="plain">{messages.export}</button>
          </form>
          <p>{messages.eraseHint}</p>
          <form method="post" action={`${path}/effacer`} class="narrow">
            {faults['oui'] && <p class="error">{faults['oui']}</p>}
            <label class="choice" id="champ-oui">
              <input type="checkbox" name="oui" value="1" />
              <span>{messages.eraseConfirm}</span>
            </label>
            <p class="actions">
              <button class="plain">{messages.erase}</button>
            </p>
          </form>
        </>
      )}
    </>
  );
}

/** One thing that somebody sent: what it says, consents, mails, notes. */
function Submission({ card, person, authors, language, maySeeSensitive }: About & { card: Card }) {
  const { request, form } = card;
  const messages = peopleMessages(language);
  const ofThis = <T extends { subjectId: string }>(all: readonly T[]) =>
    all.filter(({ subjectId }) => subjectId === request.id);
  const sensitive = (form?.fields ?? []).filter((field) => field.sensitive && field.name in request.answers);
  const consents = person.consents.get(request.id) ?? [];
  return (
    <section class="submission">
      <h2>
        {messages.kinds[request.kind]}{' '}
        <span class="badge">{messages.states[request.state] ?? request.state}</span>
      </h2>
      <CardFacts card={{ ...card, earlier: 0 }} language={language} />
      {sensitive.length > 0 && !maySeeSensitive(request) && <p class="quiet">{messages.notYet}</p>}
      {sensitive.length > 0 && maySeeSensitive(request) && (
        <dl class="said-so">
          {sensitive.map((field) => (
            <>
              <dt>
                {field.label} ({messages.sensitive})
              </dt>
              <dd>{answerInWords(request.answers[field.name], field)}</dd>
            </>
          ))}
        </dl>
      )}
      <h3>{messages.consents}</h3>
      {consents.length ? (
        <ul>
          {consents.map(({ event, text, at }) => (
            <li>
              {text}{' '}
              <span class="quiet">{`${messages.events[event] ?? event} · ${moment(language, at)}`}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{messages.noConsents}</p>
      )}
      <h3>{messages.mails}</h3>
      {ofThis(person.mails).length ? (
        <ul>
          {ofThis(person.mails).map(({ state, createdAt, sentAt, error }) => (
            <li>
              {[moment(language, sentAt ?? createdAt), messages.mailStates[state] ?? state, error]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{messages.noMails}</p>
      )}
      {ofThis(person.notes).length > 0 && (
        <>
          <h3>{messages.notes}</h3>
          <ul>
            {ofThis(person.notes).map(({ kind, text, at, author }) => (
              <li>
                <span class="pre">{kind === 'question' ? `${messages.question} : ${text}` : text}</span>{' '}
                <span class="quiet">{`${authors.get(author) ?? author} · ${moment(language, at)}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
