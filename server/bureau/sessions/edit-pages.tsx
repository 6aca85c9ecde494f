import type { StoredCommunity } from '../../communities/repository.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { previewMessages } from '../../i18n/desk/preview.js';
import { deskSessionMessages } from '../../i18n/desk/sessions.js';
import { dateInWords, monthIn } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { instantOf } from '../../shared/wall-clock.js';
import type { StoredSession } from '../../sessions/repository.js';
import { Carried, deskZone, type Faults, FaultSummary, Field, PressKey } from '../desk-pages.js';
import type { Draft } from '../revisions/repository.js';
import { draftOfRevision } from './draft.js';
import type { SessionFields } from './form.js';
import { canMove } from './move.js';
import { Differences, SessionFormFields, SessionLine, Warnings } from './pages.js';
import type { Warning } from './warnings.js';

interface About {
  id: string;
  base: number;
}

/** What a form of a session is about, unseen. */
const AboutFields = ({ about: { id, base } }: { about: About }) => (
  <>
    <PressKey />
    <Carried
      fields={[
        ['seance', id],
        ['version', String(base)],
      ]}
    />
  </>
);

/** Sessions by month, drafts above. */
export function SessionsPage({
  sessions,
  drafts,
  isPast,
  now,
  next,
  names,
  communities,
  language,
}: {
  sessions: readonly StoredSession[];
  drafts: readonly Draft[];
  isPast: boolean;
  /** In milliseconds since 1970. */
  now: number;
  /** The next page of older ones, if there is one. */
  next: number | undefined;
  /** Short names of communities, by their slug. */
  names: ReadonlyMap<string, string>;
  /** Those that the calendar shows, between commas; all of them when absent. */
  communities: string | undefined;
  language: Language;
}) {
  const messages = deskSessionMessages(language);
  const months = new Map<string, StoredSession[]>();
  for (const session of sessions) {
    const month = monthIn(language, instantOf(session.start, session.timezone), session.timezone);
    months.set(month, [...(months.get(month) ?? []), session]);
  }
  return (
    <>
      <p class="actions">
        <a class="button" href="/bureau/seances/nouvelle">
          {messages.make}
        </a>
        <a class="button plain" href={isPast ? '/bureau/seances' : '/bureau/seances?passees=1'}>
          {isPast ? messages.coming : messages.past}
        </a>
      </p>
      {drafts.length > 0 && !isPast && (
        <section>
          <h2>{messages.drafts}</h2>
          <ul class="rows">
            {drafts.map((draft) => (
              <DraftLine draft={draft} language={language} />
            ))}
          </ul>
        </section>
      )}
      <div class="with-calendar">
        <div>
          {sessions.length === 0 && <p>{isPast ? messages.nonePast : messages.none}</p>}
          {[...months].map(([month, ofMonth]) => (
            <section>
              <h2>{month}</h2>
              <ul class="rows">
                {ofMonth.map((session) => (
                  <SessionLine
                    session={session}
                    isMovable={canMove(session, now)}
                    community={names.get(session.community) ?? session.community}
                    language={language}
                  />
                ))}
              </ul>
            </section>
          ))}
          {next && (
            <p>
              <a href={`/bureau/seances?passees=1&page=${next}`}>{deskMessages(language).older}</a>
            </p>
          )}
        </div>
        <aside aria-labelledby="calendrier">
          <h2 id="calendrier">{messages.calendar}</h2>
          <f3e-session-calendar
            community={communities}
            view="month"
            month={sessions[0]?.start.slice(0, 7)}
            time-zone={deskZone}
            heading-level="3"
            no-filters
            no-subscribe
          >
            <a href="/seances">{messages.calendarPage}</a>
          </f3e-session-calendar>
        </aside>
      </div>
    </>
  );
}

function DraftLine({ draft, language }: { draft: Draft; language: Language }) {
  const messages = deskSessionMessages(language);
  const { title, start, timezone } = draftOfRevision(draft);
  const day = dateInWords(language, { dateStyle: 'long', timeZone: timezone }, instantOf(start, timezone));
  return (
    <li class="row-line">
      <span>
        <strong>{title}</strong>{' '}
        <span class="quiet">
          {day}
          {draft.publishAt && ` · ${messages.later.on(publicationIn(draft.publishAt, language))}`}
        </span>
      </span>
      <a class="button plain" href={`/bureau/seances/${draft.subjectId}`}>
        {messages.resume}
        <span class="visually-hidden">{messages.of(title)}</span>
      </a>
    </li>
  );
}

/** When a session is to be published, as it was written. */
export interface LaterFields {
  day: string;
  time: string;
}

/** All of a session on one page. */
export function EditPage({
  about,
  ...form
}: {
  about: About;
  fields: SessionFields;
  faults: Faults;
  communities: readonly StoredCommunity[];
  parts: number;
  language: Language;
}) {
  const messages = deskSessionMessages(form.language);
  return (
    <>
      <FaultSummary faults={form.faults} language={form.language} />
      <form method="post" action="/bureau/seances/relire" class="wide" data-kept>
        <AboutFields about={about} />
        <SessionFormFields {...form} />
        <p class="actions sticky">
          {/* Enter presses the first button: it sends nothing. */}
          <button>{messages.read}</button>
          <button class="plain" formaction="/bureau/seances/brouillon">
            {messages.keep}
          </button>
        </p>
      </form>
    </>
  );
}

/** The session in the real widgets, at the widths, in the colours and languages that one chooses. */
function PreviewFrame({ secret, language }: { secret: string; language: Language }) {
  const messages = previewMessages(language);
  return (
    <details class="preview">
      <summary>{messages.summary}</summary>
      <iframe
        sandbox="allow-scripts"
        loading="lazy"
        title={messages.frame}
        src={`/apercu/${secret}?bureau=${language}`}
      ></iframe>
    </details>
  );
}

/** When something is published, on the clock of the desk. */
export const publicationIn = (at: string, language: Language): string =>
  dateInWords(
    language,
    { dateStyle: 'full', timeStyle: 'short', timeZone: deskZone },
    new Date(at).getTime(),
  );

/** The last look before a session is public. */
export function RecapPage({
  about,
  fields,
  before,
  after,
  isConflict,
  people,
  warnings,
  names,
  preview,
  later,
  faults = {},
  language,
}: {
  about: About;
  fields: SessionFields;
  before: StoredSession | undefined;
  after: StoredSession;
  isConflict: boolean;
  /** Who is told; at once when the session is near. */
  people: { all: number; confirmed: number; isNear: boolean };
  warnings: readonly Warning[];
  names: ReadonlyMap<string, string>;
  /** The secret of its preview. */
  preview: string;
  /** When it is to be published, as it was written. */
  later: LaterFields;
  faults?: Faults;
  language: Language;
}) {
  const messages = deskSessionMessages(language);
  const titles = isConflict
    ? ([messages.theirs, messages.yours] as const)
    : ([messages.before, messages.after] as const);
  return (
    <>
      <FaultSummary faults={faults} language={language} />
      {isConflict && <p>{messages.conflict}</p>}
      <p>
        {people.all ? (people.isNear ? messages.toldNow : messages.told)(people.all) : messages.nobodyTold}
      </p>
      {people.all > 0 && (
        <p>
          {messages.groups(people.confirmed, people.all - people.confirmed)}{' '}
          {before && before.mode !== 'online' && messages.travelled}
        </p>
      )}
      <form method="post" action="/bureau/seances/publier" class="wide">
        <AboutFields about={about} />
        <Carried fields={[...Object.entries(fields), ['relu', '1']]} />
        <p class="actions">
          <button autofocus>{isConflict ? messages.mine : messages.publish}</button>
          <button class="plain" formaction="/bureau/seances/modifier">
            {messages.back}
          </button>
          <button class="plain" formaction="/bureau/seances/brouillon">
            {messages.keep}
          </button>
        </p>
        {!isConflict && (
          <details open={Object.keys(faults).length > 0}>
            <summary>{messages.later.title}</summary>
            <div class="columns">
              <Field
                name="parution-jour"
                type="date"
                label={messages.later.day}
                value={later.day}
                fault={faults['parution-jour']}
              />
              <Field name="parution-heure" type="time" label={messages.later.time} value={later.time} />
            </div>
            <button class="plain" formaction="/bureau/seances/programmer">
              {messages.later.save}
            </button>
          </details>
        )}
      </form>
      <Warnings warnings={warnings} names={names} language={language} />
      <PreviewFrame secret={preview} language={language} />
      <Differences before={before} after={after} titles={titles} names={names} language={language} />
    </>
  );
}
