import { endLike, plusDays } from '../../../src/contract/time-zone.js';
import { LangText } from '../../http/layout.js';
import { movingMessages } from '../../i18n/desk/moving.js';
import type { Language } from '../../i18n/language.js';
import { instantOf } from '../../shared/wall-clock.js';
import type { StoredSession } from '../../sessions/repository.js';
import { wordsOf } from '../../submissions/registrations/session-news.js';
import { Carried, Compared, type Faults, FaultSummary, Field, PressKey } from '../desk-pages.js';
import { sameRankNextMonth } from './draft.js';
import type { Moved, MoveScope } from './move.js';
import { moveScopes } from './move.js';
import { When, whenInWords, Warnings } from './pages.js';
import type { Warning } from './warnings.js';

/** What one writes to move a session, by the name of the field. */
export interface MoveFields {
  jour: string;
  debut: string;
  portee: MoveScope;
}

const NONE = new Set<string>();

function lengthOf({ start, end, timezone }: StoredSession, language: Language): string {
  const minutes = Math.round((instantOf(end, timezone) - instantOf(start, timezone)) / 60_000);
  return movingMessages(language).hours(Math.floor(minutes / 60), minutes % 60);
}

/** Asks when, and which of the series. */
export function MoveForm({
  session,
  fields,
  counts,
  faults,
  language,
}: {
  session: StoredSession;
  fields: MoveFields;
  /** How many sessions each choice concerns. */
  counts: Readonly<Record<MoveScope, number>>;
  faults: Faults;
  language: Language;
}) {
  const messages = movingMessages(language);
  const path = `/bureau/seances/${session.id}/deplacer`;
  const quick = [
    [messages.nextWeek, plusDays(session.start, 7)],
    [messages.sameRank, sameRankNextMonth(session.start, NONE)],
  ] as const;
  const labelOf = (scope: MoveScope) =>
    scope === 'this' ? messages.scopes.this : messages.scopes[scope](counts[scope]);
  return (
    <>
      <p>
        {messages.now} : <strong>{whenInWords(session, language)}</strong>.{' '}
        {messages.keeps(lengthOf(session, language))}
      </p>
      <FaultSummary faults={faults} language={language} />
      <nav class="filter" aria-label={messages.quick}>
        <ul>
          {quick.map(([label, start]) => (
            <li>
              <a href={`${path}?jour=${start.slice(0, 10)}`}>
                {label} ({whenInWords({ ...session, start, end: endLike(start, session) }, language)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={path} class="narrow">
        <div class="columns">
          <Field name="jour" type="date" label={messages.day} value={fields.jour} fault={faults['jour']} />
          <Field
            name="debut"
            type="time"
            label={messages.time}
            value={fields.debut}
            fault={faults['debut']}
          />
        </div>
        {counts.all > 1 && (
          <fieldset>
            <legend>{messages.scope}</legend>
            {moveScopes
              .filter(
                (scope) => scope !== 'following' || (counts.following > 1 && counts.following < counts.all),
              )
              .map((scope) => (
                <label class="choice">
                  <input type="radio" name="portee" value={scope} checked={scope === fields.portee} />
                  <span>{labelOf(scope)}</span>
                </label>
              ))}
          </fieldset>
        )}
        <p class="actions">
          <button>{messages.read}</button>
        </p>
      </form>
    </>
  );
}

/** The last look: each session old and new, who is told, and the message. */
export function MoveRecap({
  session,
  fields,
  moved,
  warnings,
  names,
  isSoon,
  isConflict,
  language,
}: {
  session: StoredSession;
  fields: MoveFields;
  moved: readonly Moved[];
  warnings: readonly Warning[];
  names: ReadonlyMap<string, string>;
  /** The messages are not held. */
  isSoon: boolean;
  isConflict: boolean;
  language: Language;
}) {
  const messages = movingMessages(language);
  const path = `/bureau/seances/${session.id}/deplacer`;
  const sum = (count: (one: Moved) => number) => moved.reduce((total, one) => total + count(one), 0);
  const [confirmed, waiting] = [sum((one) => one.confirmed), sum((one) => one.waiting)];
  const onSite = sum((one) => (one.before.mode === 'in-person' ? one.confirmed : 0));
  const first = moved.find((one) => one.confirmed + one.waiting > 0);
  return (
    <>
      {isConflict && <p>{messages.conflict}</p>}
      <p>
        {messages.sessions(moved.length)} {messages.people(confirmed + waiting, confirmed, waiting)}{' '}
        {onSite > 0 && messages.inPerson(onSite)}
      </p>
      {isSoon && first && <p>{messages.soon}</p>}
      <form method="post" action={`${path}/envoyer`} class="wide">
        <PressKey />
        <Carried
          fields={[
            ...Object.entries(fields),
            ...moved.map(({ before, base }) => ['version', `${before.id} ${base}`] as const),
          ]}
        />
        <p class="actions">
          <button autofocus>{first ? messages.move : messages.moveOnly}</button>
          <button class="plain" formaction={`${path}/changer`}>
            {messages.back}
          </button>
        </p>
      </form>
      <Warnings warnings={warnings} names={names} language={language} />
      <MovedTable moved={moved} language={language} />
      {first && <MailPreview moved={first} language={language} />}
    </>
  );
}

function MovedTable({ moved, language }: { moved: readonly Moved[]; language: Language }) {
  const messages = movingMessages(language);
  return (
    <Compared
      titles={[messages.was, messages.is, messages.told]}
      rows={moved.map(({ before, after, confirmed, waiting }) => ({
        label: <LangText text={before.title} language={before.language} page={language} />,
        values: [
          <When session={before} language={language} />,
          <When session={after} language={language} />,
          messages.toldOf(confirmed + waiting),
        ],
      }))}
    />
  );
}

/** The message in both languages, before its link. */
function MailPreview({ moved: { before, after }, language }: { moved: Moved; language: Language }) {
  return (
    <section>
      <h2>{movingMessages(language).mail}</h2>
      {(['fr', 'en'] as const).map((one) => {
        const { subject, lines } = wordsOf(after, 'changed', one, { before });
        return (
          <blockquote class="mail" lang={one === language ? undefined : one}>
            <p>
              <strong>{subject}</strong>
            </p>
            {lines.map((line) => (
              <p>{line}</p>
            ))}
          </blockquote>
        );
      })}
    </section>
  );
}
