import type { Child } from 'hono/jsx';
import type { Answer, Form } from '../../../src/contract/index.js';
import { Naming } from '../../http/layout.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { selfServiceMessages } from '../../i18n/self-service.js';
import type { ConsentEvent, SubmissionKind } from '../consents-repository.js';
import type { ConfirmationView, OwnView } from './views.js';

/** Values that the buttons of a person's own page send. */
export type OwnAction = 'cancel' | 'accept' | 'withdraw' | 'erase';

const ActionButton = ({
  action,
  label,
  isPlain = false,
  purpose,
}: {
  action: OwnAction;
  label: string;
  isPlain?: boolean;
  /** The consent that is withdrawn. */
  purpose?: string;
}) => (
  <form method="post" class="actions">
    {purpose && <input type="hidden" name="purpose" value={purpose} />}
    <button name="action" value={action} class={isPlain ? 'plain' : undefined}>
      {label}
    </button>
  </form>
);

/** Asks to confirm or refuse a submission. */
export function ConfirmationPage({
  kind,
  view: { language, name, named },
}: {
  kind: SubmissionKind;
  view: ConfirmationView;
}) {
  const messages = selfServiceMessages(language);
  const { confirmText, confirm } = messages[kind];
  return (
    <>
      <p>
        <Naming text={confirmText(name)} named={named} page={language} />
      </p>
      <form method="post" class="actions">
        <button name="action" value="confirm">
          {confirm}
        </button>
        <button name="action" value="refuse" class="plain">
          {messages.refuse}
        </button>
      </form>
    </>
  );
}

export const AgainLink = ({ view: { language, page } }: { view: ConfirmationView }) => (
  <p>
    <a href={page}>{selfServiceMessages(language).again}</a>
  </p>
);

/** Everything a person can see and do about what they submitted, without scripts (J09, P05, P07). */
export function OwnPage({
  kind,
  view,
  form,
  path,
  consents,
  isSaved,
}: {
  kind: SubmissionKind;
  view: OwnView;
  form: Form;
  /** Path of this page. */
  path: string;
  consents: readonly ConsentEvent[];
  /** Whether a correction was just saved. */
  isSaved: boolean;
}) {
  const { language, submission, isOver } = view;
  const messages = selfServiceMessages(language);
  const { cancel, cancelNote } = messages[kind];
  return (
    <>
      <p>
        <strong>
          <a href={view.page}>
            <Naming text={view.name} named={view.named} page={language} />
          </a>
        </strong>
        {view.lines.map((line) => (
          <>
            <br />
            {line}
          </>
        ))}
      </p>
      <p class="notice" role="status">
        {isSaved && (
          <>
            <strong>{messages.saved}</strong>{' '}
          </>
        )}
        {view.status.join(' ')}
      </p>
      {view.isOffered && <ActionButton action="accept" label={messages.registration.accept} />}
      {view.links.map(({ url, label }) => (
        <p>
          <a href={url}>{label}</a>
        </p>
      ))}
      <h2>{messages.answers}</h2>
      <Answers form={form} answers={submission.answers} otherwise={messages.noAnswers} />
      {!isOver && (
        <p>
          <a href={`${path}/corriger`}>{messages.correct}</a>
        </p>
      )}
      <h2>{messages.consents}</h2>
      <ConsentList events={consents} language={language} />
      {!isOver && (
        <>
          <h2>{messages.cancelTitle}</h2>
          <p>{cancelNote}</p>
          <ActionButton action="cancel" label={cancel} isPlain />
        </>
      )}
      <OwnData path={path} language={language} />
    </>
  );
}

/** Lets the person export or erase their data. */
function OwnData({ path, language }: { path: string; language: Language }) {
  const messages = selfServiceMessages(language);
  return (
    <>
      <h2>{messages.data}</h2>
      <p>{messages.dataNote}</p>
      <ul>
        {['json', 'csv'].map((format) => (
          <li>
            <a href={`${path}/export.${format}`}>{messages.exportAs(format.toUpperCase())}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{messages.eraseTitle}</summary>
        <p>{messages.eraseNote}</p>
        <ActionButton action="erase" label={messages.eraseSure} isPlain />
      </details>
    </>
  );
}

function ConsentList({ events, language }: { events: readonly ConsentEvent[]; language: Language }) {
  const messages = selfServiceMessages(language);
  const given = events.filter(({ event }) => event === 'given');
  if (given.length === 0) return <p>{messages.noConsents}</p>;
  const day = (at: string) =>
    dateInWords(language, { dateStyle: 'long', timeZone: 'Europe/Paris' }, Date.parse(at));
  return (
    <>
      <ul class="plain">
        {given.map(({ purpose, text, at }) => {
          const end = events.findLast((one) => one.purpose === purpose && one.event === 'withdrawn');
          return (
            <li>
              <p>{text}</p>
              <p class="quiet">{end ? messages.withdrawn(day(end.at)) : messages.given(day(at))}</p>
              {!end && <ActionButton action="withdraw" label={messages.withdraw} isPlain purpose={purpose} />}
            </li>
          );
        })}
      </ul>
      <p class="quiet">{messages.consentNote}</p>
    </>
  );
}

/** The answers, question by question. */
function Answers({
  form,
  answers,
  otherwise,
}: {
  form: Form;
  answers: Record<string, Answer>;
  otherwise: string;
}): Child {
  const known = form.fields.filter(({ name }) => answers[name] !== undefined);
  if (known.length === 0) return <p>{otherwise}</p>;
  return (
    <dl>
      {known.map(({ name, label, options }) => (
        <>
          <dt>{label}</dt>
          <dd>{shown(answers[name]!, options)}</dd>
        </>
      ))}
    </dl>
  );
}

function shown(answer: Answer, options: Form['fields'][number]['options']): string {
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  return [answer]
    .flat()
    .map((value) => (typeof value === 'string' ? label(value) : value ? '✓' : '–'))
    .join(', ');
}
