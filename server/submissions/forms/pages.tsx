import type { Answer, Field, Form, PrivacyNotice, ProblemIssue } from '../../../src/contract/index.js';
import { Naming, Paragraphs } from '../../http/layout.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import type { ForeignText } from '../../shared/foreign-text.js';
import { pageMessages, type PageMessages } from '../../i18n/pages.js';

/** Names of what the form sends besides answers; an answer's name never holds a hyphen. */
export const formNames = {
  strand: 'f3e-strand',
  version: 'f3e-version',
  key: 'f3e-key',
  language: 'f3e-lang',
  consent: 'f3e-consent',
  opened: 'f3e-opened',
  frame: 'f3e-frame',
  trap: 'website',
} as const;

export interface FormState {
  answers: Record<string, Answer>;
  strand: string | null;
  /** What is sent beside the answers, by its name. */
  hidden: Readonly<Record<string, string>>;
  /** Whether a person corrects an earlier submission: the notice and consents are left out. */
  isCorrection?: boolean;
  errors: readonly ProblemIssue[];
  /** A sentence above the form. */
  message?: string | undefined;
  /** Of a form that stands in a page of another site: where it is sent. Nothing there hides the trap from people. */
  elsewhere?: { action: string };
}

type Messages = PageMessages['join'];

/** A form as a page that works without scripts. Consents are never ticked, whatever was sent (P03). */
export function FormPage({ form, state }: { form: Form; state: FormState }) {
  const messages = pageMessages(closestLanguage(form.language)).join;
  const { hidden, errors, isCorrection, elsewhere } = state;
  return (
    <>
      <p>{form.intro}</p>
      {state.message && (
        <p class="notice">
          <strong>{state.message}</strong>
        </p>
      )}
      {form.fields.some(({ required }) => required) && <p class="quiet">{messages.onlyRequired}</p>}
      {errors.length > 0 && <ErrorSummary form={form} state={state} messages={messages} />}
      <form method="post" action={elsewhere?.action ?? `?lang=${form.language}`}>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {!isCorrection && !elsewhere && <Trap label={messages.trap} />}
        {form.strands.length > 0 && <StrandField form={form} state={state} messages={messages} />}
        <Questions form={form} state={state} messages={messages} />
        {!isCorrection && <Notice notice={form.notice} messages={messages} />}
        {!isCorrection && <Consents form={form} legend={messages.consents} />}
        <p>
          <button type="submit">{form.submitLabel}</button>
        </p>
      </form>
    </>
  );
}

/** The questions in their groups, all open: one page, whatever the form. What belongs to none stands before what may be left out. */
function Questions({ form, state, messages }: { form: Form; state: FormState; messages: Messages }) {
  const draw = (fields: readonly Field[]) =>
    fields.map((field) => <FormField field={field} form={form} state={state} messages={messages} />);
  const group = ({ title, fields: names }: Form['groups'][number]) => {
    const fields = form.fields.filter(({ name }) => names.includes(name));
    if (fields.length < 2) return draw(fields);
    return (
      <fieldset class="group">
        <legend>{title}</legend>
        {draw(fields)}
      </fieldset>
    );
  };
  const grouped = new Set(form.groups.flatMap(({ fields }) => fields));
  return (
    <>
      {form.groups.filter(({ isFolded }) => !isFolded).map(group)}
      {draw(form.fields.filter(({ name }) => !grouped.has(name)))}
      {form.groups.filter(({ isFolded }) => isFolded).map(group)}
    </>
  );
}

/** The page after a form was sent. */
export const ThanksPage = ({
  thanks,
  messages,
  language,
  back,
}: {
  thanks: readonly string[];
  messages: Messages;
  language: Language;
  back: { url: string; name: string; named?: ForeignText; isFramed: boolean };
}) => (
  <>
    <Paragraphs texts={thanks} />
    <p>
      <a href={back.url} target={back.isFramed ? '_top' : undefined}>
        <Naming text={messages.backTo(back.name)} named={back.named} page={language} />
      </a>
    </p>
  </>
);

/** Honeypot: hidden from people, keyboards and screen readers; robots fill it in (J10). */
const Trap = ({ label }: { label: string }) => (
  <div class="aside" aria-hidden="true">
    <label>
      {label}
      <input type="text" name={formNames.trap} tabindex={-1} autocomplete="off" />
    </label>
  </div>
);

/** A page of another site may hold several forms, and ids of its own. */
const idOf = (name: string, form: Form, { elsewhere }: FormState) =>
  elsewhere ? `f3e-${form.id.replace(/[^a-z0-9]+/gi, '-')}-${name}` : `field-${name}`;

function ErrorSummary({ form, state, messages }: { form: Form; state: FormState; messages: Messages }) {
  return (
    <div class="summary" role="alert">
      <h2>{messages.errorsTitle}</h2>
      <ul>
        {state.errors.map(({ pointer, detail }) => {
          const name = /^\/answers\/([A-Za-z0-9]+)$/.exec(pointer)?.[1];
          return <li>{name ? <a href={`#${idOf(name, form, state)}`}>{detail}</a> : detail}</li>;
        })}
      </ul>
    </div>
  );
}

function StrandField({ form, state, messages }: { form: Form; state: FormState; messages: Messages }) {
  const id = state.elsewhere ? idOf('strand', form, state) : 'strand';
  return (
    <div class="field">
      <label for={id}>{messages.strand}</label>
      <select id={id} name={formNames.strand}>
        <option value="">{messages.noStrand}</option>
        {form.strands.map(({ slug, name }) => (
          <option value={slug} selected={slug === state.strand}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Consents({ form: { consents }, legend }: { form: Form; legend: string }) {
  if (!consents.length) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {consents.map(({ purpose, text, textSha256 }) => (
        <label class="choice">
          <input type="checkbox" name={formNames.consent} value={`${purpose}:${textSha256}`} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** When a question is asked, in words: without scripts it stands there for everybody. */
function conditionOf({ condition }: Field, { fields }: Form, messages: Messages): string {
  const cause = condition && fields.find(({ name }) => name === condition.field);
  if (!cause) return '';
  const wanted = condition.equals.map(
    (value) => cause.options.find((option) => option.value === value)?.label ?? value,
  );
  return messages.onlyIf(cause.label, wanted);
}

function FormField({
  field,
  form,
  state,
  messages,
}: {
  field: Field;
  form: Form;
  state: FormState;
  messages: Messages;
}) {
  const { name, kind, options } = field;
  const id = idOf(name, form, state);
  const error = state.errors.find(({ pointer }) => pointer === `/answers/${name}`)?.detail;
  const hint = [conditionOf(field, form, messages), field.hint, field.sensitive?.note]
    .filter(Boolean)
    .join(' ');
  const label = field.required ? `${field.label} (${messages.required})` : field.label;
  const notes = (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
  if (kind === 'several-choices') {
    const chosen = [state.answers[name] ?? []].flat();
    return (
      <fieldset id={id}>
        <legend>{label}</legend>
        {notes}
        {options.map((one) => (
          <label class="choice">
            <input type="checkbox" name={name} value={one.value} checked={chosen.includes(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {notes}
      <Control
        field={field}
        form={form}
        state={state}
        describedBy={describedBy}
        isInvalid={Boolean(error)}
        messages={messages}
      />
    </div>
  );
}

/** The control of a question that has one answer. */
function Control({
  field,
  form,
  state,
  describedBy,
  isInvalid,
  messages,
}: {
  field: Field;
  form: Form;
  state: FormState;
  describedBy: string;
  isInvalid: boolean;
  messages: Messages;
}) {
  const { name, kind, options } = field;
  const answer = state.answers[name];
  const text = typeof answer === 'string' ? answer : '';
  const common = {
    id: idOf(name, form, state),
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': isInvalid ? ('true' as const) : undefined,
    // The browser would ask everybody for the answer to a question that concerns some.
    required: field.required && !field.condition,
    autocomplete: field.autocomplete ?? undefined,
    maxlength: field.maxLength ?? undefined,
  };
  if (kind === 'choice' || kind === 'yes-no')
    return (
      <select {...common}>
        <option value="">{messages.choose}</option>
        {options.map((one) => (
          <option value={one.value} selected={one.value === text}>
            {one.label}
          </option>
        ))}
      </select>
    );
  if (kind === 'long-text')
    return (
      <textarea rows={4} {...common}>
        {text}
      </textarea>
    );
  const types: Partial<Record<Field['kind'], string>> = { email: 'email', phone: 'tel', date: 'date' };
  return <input type={types[kind] ?? 'text'} {...common} value={text} />;
}

function Notice({ notice, messages }: { notice: PrivacyNotice; messages: Messages }) {
  const parts = Object.keys(messages.noticeParts) as (keyof PrivacyNotice)[];
  return (
    <details open>
      <summary>{messages.noticeTitle}</summary>
      <dl>
        {parts.map((part) => (
          <>
            <dt>{messages.noticeParts[part]}</dt>
            <dd>{notice[part]}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}
