import type { Child } from 'hono/jsx';
import type { StoredCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import { LangText } from '../../http/layout.js';
import { DateBlock, Meter } from '../../http/parts.js';
import { movingMessages } from '../../i18n/desk/moving.js';
import { deskSessionMessages } from '../../i18n/desk/sessions.js';
import { dateInWords, hoursIn, isOneDay, whenIn, zoneTime } from '../../i18n/format-date.js';
import { languageName } from '../../i18n/language-name.js';
import type { Language } from '../../i18n/language.js';
import { sessionPageMessages } from '../../i18n/session-pages.js';
import { instantOf } from '../../shared/wall-clock.js';
import { placeOf } from '../../sessions/calendar/events.js';
import type { StoredSession } from '../../sessions/repository.js';
import { Carried, Compared, deskZone, type Faults, Field, PressKey, Select } from '../desk-pages.js';
import type { Revision } from '../revisions/repository.js';
import type { SessionFields } from './form.js';
import type { Warning } from './warnings.js';

const at = (wall: string, zone: string) => instantOf(wall, zone);

/** When and where a session is, in words. */
export const whenInWords = ({ start, end, timezone }: StoredSession, language: Language): string =>
  whenIn(language, at(start, timezone), at(end, timezone), timezone) + clockIn(timezone, language);

/** Of a session on another clock than that of the desk. */
const clockIn = (zone: string, language: Language): string =>
  zone === deskZone ? '' : ` (${zoneTime(language, zone)})`;

/** The same, where the hours of one day stay on one line. */
export function When({ session, language }: { session: StoredSession; language: Language }) {
  const { start, end, timezone } = session;
  const [from, to] = [at(start, timezone), at(end, timezone)];
  if (!isOneDay(from, to, timezone)) return <>{whenInWords(session, language)}</>;
  return (
    <>
      {dateInWords(language, { dateStyle: 'full', timeZone: timezone }, from)},{' '}
      <span class="whole">{hoursIn(language, from, to, timezone)}</span>
      {clockIn(timezone, language)}
    </>
  );
}

/** One session of a list, with what one does most. */
export function SessionLine({
  session,
  community,
  isMovable,
  language,
}: {
  session: StoredSession;
  /** Its name. */
  community: string;
  /** Whether it can still move. */
  isMovable: boolean;
  language: Language;
}) {
  const messages = deskSessionMessages(language);
  const { id, title, start, timezone, registered, capacity, waitingList, status, registration } = session;
  const states = [
    status === 'cancelled' && messages.cancelled,
    status !== 'cancelled' && registration.state === 'closed' && messages.closed,
    waitingList > 0 && messages.waiting(waitingList),
  ].filter(Boolean);
  return (
    <li class="row-line session-line">
      <DateBlock at={at(start, timezone)} zone={timezone} language={language} />
      <span>
        <strong>
          <LangText text={title} language={session.language} page={language} />
        </strong>
        <br />
        <span class="quiet">
          {community} · <When session={session} language={language} />
          {[placeOf(session), ...states].filter(Boolean).map((fact) => ` · ${fact}`)}
        </span>
      </span>
      <span class="small">
        {capacity === null ? (
          messages.registered(registered, null)
        ) : (
          <Meter taken={registered} of={capacity}>
            {messages.registered(registered, capacity)}
          </Meter>
        )}
      </span>
      <span class="actions">
        <a class="button plain" href={`/bureau/seances/copie/${id}`}>
          {messages.copy}
          <span class="visually-hidden">{messages.of(title)}</span>
        </a>
        {isMovable && (
          <a class="button plain" href={`/bureau/seances/${id}/deplacer`}>
            {movingMessages(language).act}
            <span class="visually-hidden">{messages.of(title)}</span>
          </a>
        )}
        <a class="button plain" href={`/bureau/seances/${id}`}>
          {messages.change}
          <span class="visually-hidden">{messages.of(title)}</span>
        </a>
      </span>
    </li>
  );
}

interface FormAbout {
  fields: SessionFields;
  faults: Faults;
  communities: readonly StoredCommunity[];
  /** Parts of a session of several days; 0 for one stretch. */
  parts: number;
  language: Language;
}

/** All of a session on one page, in four parts. */
export function SessionFormFields({ fields, faults, communities, parts, language }: FormAbout) {
  const messages = deskSessionMessages(language);
  const { fields: labels } = messages;
  const { kinds, modes, audiences } = sessionPageMessages(language).sessions;
  const field = (name: string, label: string, more: object = {}) => (
    <Field name={name} label={label} value={fields[name]} fault={faults[name]} {...more} />
  );
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <Select name={name} label={label} value={fields[name]} fault={faults[name]} options={options} />
  );
  const entries = (of: Readonly<Record<string, string>>) => Object.entries(of);
  const community = communities.find(({ slug }) => slug === fields['communaute']);
  return (
    <>
      <Part title={messages.where}>
        {parts > 0 && <p class="hint">{messages.parts(parts)}</p>}
        <div class="columns">
          {field('jour', labels.day, { type: 'date' })}
          {field('debut', labels.from, { type: 'time' })}
          {field('fin', labels.to, { type: 'time' })}
          {field('dernier-jour', labels.lastDay, { type: 'date' })}
        </div>
        <div class="columns">
          {select('ou', labels.mode, entries(modes))}
          {field('lieu', labels.venue, { maxlength: 200 })}
          {field('ville', labels.city, { maxlength: 100 })}
        </div>
        <div class="columns">
          {field('adresse', labels.address, { maxlength: 200 })}
          {field('code-postal', labels.postalCode, { maxlength: 12 })}
          {field('pays', labels.country, { maxlength: 2 })}
          {field('fuseau', labels.timezone, { maxlength: 60 })}
        </div>
      </Part>
      <Part title={messages.what}>
        {field('titre', labels.title, { maxlength: 200 })}
        {field('resume', labels.summary, { rows: 4, maxlength: 2_000 })}
        <div class="columns">
          {select(
            'communaute',
            labels.community,
            communities.map((one) => [one.slug, communityName(one)] as const),
          )}
          {select('groupe', labels.strand, [
            ['', labels.noStrand],
            ...(community?.strands ?? []).map((one) => [one.slug, one.name] as const),
          ])}
          {select('forme', labels.kind, entries(kinds))}
        </div>
        <div class="columns">
          {select(
            'langue',
            labels.language,
            [...new Set(['fr', 'en', 'es', 'ar', fields['langue'] || 'fr'])].map(
              (one) => [one, languageName(language, one)] as const,
            ),
          )}
          {field('anime', labels.facilitation, { maxlength: 300 })}
        </div>
      </Part>
      <Part title={messages.whom}>
        <div class="columns">
          {select('public', labels.audience, entries(audiences))}
          {field('accessibilite', labels.accessibility, { maxlength: 500 })}
        </div>
        <label class="choice">
          <input type="checkbox" name="approbation" value="1" checked={fields['approbation'] === '1'} />
          <span>{labels.requiresApproval}</span>
        </label>
      </Part>
      <Part title={messages.registration}>
        <div class="columns">
          {field('places', labels.capacity, { inputmode: 'numeric', maxlength: 5 })}
          {field('ouverture-jour', labels.dayOf(labels.opens), { type: 'date' })}
          {field('ouverture-heure', labels.timeOf(labels.opens), { type: 'time' })}
          {field('fermeture-jour', labels.dayOf(labels.closes), { type: 'date' })}
          {field('fermeture-heure', labels.timeOf(labels.closes), { type: 'time' })}
        </div>
      </Part>
      <Carried fields={[['marches', fields['marches'] ?? '']]} />
    </>
  );
}

const Part = ({ title, children }: { title: string; children?: Child }) => (
  <fieldset class="group">
    <legend>{title}</legend>
    {children}
  </fieldset>
);

/** What deserves a second look; nothing of it forbids anything. */
export function Warnings({
  warnings,
  names,
  language,
}: {
  warnings: readonly Warning[];
  /** Communities by their slug. */
  names: ReadonlyMap<string, string>;
  language: Language;
}) {
  const messages = deskSessionMessages(language);
  if (!warnings.length) return null;
  const sentence = (warning: Warning): string => {
    switch (warning.kind) {
      case 'overlap':
        return messages.overlap(warning.title, names.get(warning.community) ?? warning.community);
      case 'same-series':
        return messages.sameSeries(warning.title);
      case 'holiday':
        return messages.holiday(messages.holidays[warning.name]);
      case 'weekend':
        return messages.weekend;
      case 'past':
        return messages.inPast;
      case 'over-capacity':
        return messages.overCapacity(warning.confirmed);
      case 'no-link':
        return messages.noLink;
      case 'capitals':
        return messages.capitals;
      case 'address-in-text':
        return messages.addressInText;
    }
  };
  return (
    <div class="notice">
      <h2>{messages.warnings}</h2>
      <ul>
        {warnings.map((warning) => (
          <li>{sentence(warning)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What differs between two versions, member by member, in words. */
export function Differences({
  before,
  after,
  titles,
  names,
  language,
}: {
  before: StoredSession | undefined;
  after: StoredSession;
  titles: readonly [before: string, after: string];
  /** Communities by their slug. */
  names: ReadonlyMap<string, string>;
  language: Language;
}) {
  const { where } = deskSessionMessages(language);
  const rows = differencesBetween(before, after, names, language).map(([label, was, is]) => ({
    label,
    values:
      label === where
        ? [
            before && <When session={before} language={language} />,
            <When session={after} language={language} />,
          ]
        : [was, is],
  }));
  if (before) return <Compared titles={titles} rows={rows} />;
  return <Compared titles={[]} rows={rows.map(({ label, values: [, is] }) => ({ label, values: [is] }))} />;
}

type Difference = readonly [label: string, before: string, after: string];

/** What a reader would see differ; all of it for a session that is new. */
function differencesBetween(
  before: StoredSession | undefined,
  after: StoredSession,
  names: ReadonlyMap<string, string>,
  language: Language,
): Difference[] {
  const { fields: labels, where, registration } = deskSessionMessages(language);
  const { kinds, modes, audiences } = sessionPageMessages(language).sessions;
  const moment = (wall: string | null, timeZone: string) =>
    wall
      ? dateInWords(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }, at(wall, timeZone))
      : '–';
  const members: [string, (session: StoredSession) => string][] = [
    [where, (one) => whenInWords(one, language)],
    [labels.mode, (one) => [modes[one.mode], placeOf(one)].filter(Boolean).join(' · ')],
    [labels.title, ({ title }) => title],
    [labels.summary, ({ summary }) => summary || '–'],
    [
      labels.community,
      ({ community, strand }) => [names.get(community) ?? community, strand].filter(Boolean).join(' · '),
    ],
    [labels.kind, ({ kind }) => kinds[kind]],
    [labels.language, (one) => languageName(language, one.language)],
    [labels.facilitation, ({ facilitation }) => facilitation || '–'],
    [labels.audience, ({ audience }) => audiences[audience]],
    [labels.requiresApproval, ({ requiresApproval }) => (requiresApproval ? '✓' : '–')],
    [labels.accessibility, ({ accessibility }) => accessibility.join(', ') || '–'],
    [labels.capacity, ({ capacity }) => (capacity === null ? '–' : String(capacity))],
    [
      registration,
      ({ registration: one, timezone }) =>
        `${moment(one.opensAt, timezone)} → ${moment(one.closesAt, timezone)}`,
    ],
  ];
  return members
    .map(([label, read]): Difference => [label, before ? read(before) : '', read(after)])
    .filter(([, was, is]) => was !== is);
}

/** Versions, with the press that goes back to each. */
export function History({
  revisions,
  authors,
  path,
  language,
}: {
  revisions: readonly Revision[];
  authors: ReadonlyMap<string, string>;
  path: string;
  language: Language;
}) {
  const { history } = deskSessionMessages(language);
  if (!revisions.length) return null;
  const when = (time: string) =>
    dateInWords(language, { dateStyle: 'long', timeStyle: 'short', timeZone: deskZone }, Date.parse(time));
  return (
    <section>
      <h2>{history.title}</h2>
      <ul class="rows">
        {revisions.map(({ number, state, author, at: time }) => (
          <li class="row-line">
            <span>
              {history.version(number)}{' '}
              <span class="quiet">
                {[
                  author ? (authors.get(author) ?? author) : history.first,
                  when(time),
                  state === 'published' ? history.shown : history.states[state],
                ].join(' · ')}
              </span>
            </span>
            {state === 'replaced' && (
              <form method="post" action={`${path}/revenir`}>
                <PressKey />
                <button class="plain" name="numero" value={String(number)}>
                  {history.revert(number)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
