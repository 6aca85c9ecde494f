import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LangText } from '../http/layout.js';
import { deskMessages } from '../i18n/desk/common.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { newId, sha256 } from '../shared/secrets.js';
import { type Action, type Actor, may } from './team/rights.js';

/** Nothing but this server's own files, and frames of its own pages for previews. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The clock of the desk. */
export const deskZone = 'Europe/Paris';

type PageName = keyof ReturnType<typeof deskMessages>['pages'];

/** Pages of the menu, in the order of the work, and the action that shows each. */
const menu: readonly (readonly [name: PageName, path: string, needs: Action | null])[] = [
  ['toDo', '/bureau', null],
  ['requests', '/bureau/demandes', 'requests:read'],
  ['sessions', '/bureau/seances', 'sessions:write'],
  ['sources', '/bureau/sources', 'communities:write'],
  ['journal', '/bureau/journal', 'journal:read'],
  ['team', '/bureau/equipe', 'team:manage'],
  ['tokens', '/bureau/jetons', 'team:manage'],
  ['me', '/bureau/moi', null],
];

interface DeskPage {
  language: Language;
  title: string;
  /** Language of the title, where it is not that of the page. */
  titleLanguage?: string;
  /** Whoever entered; absent on the pages by which one enters. */
  actor?: Actor | undefined;
  status?: ContentfulStatusCode;
  /** Wider, for what stands side by side. */
  isWide?: boolean;
  /** Paths of modules that shorten something; each page works without. */
  scripts?: readonly string[];
  body: Child;
}

/** Sends a page of the desk: never stored, never listed, and whole without scripts. */
export async function renderDesk(c: Context, page: DeskPage): Promise<Response> {
  c.header('Content-Security-Policy', policy);
  // Not no-referrer: a form would then be sent with “Origin: null”.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return c.html(html`<!doctype html>${(<Desk page={page} path={c.req.path} />)}`, page.status ?? 200);
}

/** Says that there is nothing here, or that something went wrong, where whoever entered goes on from. */
export function failDesk(c: Context, status: ContentfulStatusCode): Promise<Response> {
  const member = c.get('member') as { language: Language } | undefined;
  const language = member?.language ?? closestLanguage(c.req.query('lang'));
  const { title, text } = deskMessages(language)[status === 404 ? 'notFound' : 'failed'];
  const actor = c.get('actor') as Actor | undefined;
  return renderDesk(c, { language, actor, title, status, body: <p>{text}</p> });
}

function Desk({ page, path }: { page: DeskPage; path: string }) {
  const { language, title, titleLanguage = language, actor, scripts = [], isWide, body } = page;
  const messages = deskMessages(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${messages.desk} F3E`}</title>
        <link rel="stylesheet" href="/assets/pages.css" />
        <link rel="stylesheet" href="/assets/bureau.css" />
        {scripts.map((name) => (
          <script type="module" src={name}></script>
        ))}
      </head>
      <body class={isWide ? 'desk broad' : 'desk'}>
        <header>
          <p class="brand">
            <a href="/bureau">F3E · {messages.desk}</a>
          </p>
          {actor && (
            <nav aria-label={messages.menu}>
              <ul>
                {menu
                  .filter(([, , needs]) => !needs || may(actor, needs))
                  .map(([name, to]) => (
                    <li>
                      <a href={to} aria-current={to === path ? 'page' : undefined}>
                        {messages.pages[name]}
                      </a>
                    </li>
                  ))}
              </ul>
            </nav>
          )}
        </header>
        <main>
          <h1>
            <LangText text={title} language={titleLanguage} page={language} />
          </h1>
          {body}
        </main>
        <footer>
          <a href="/">{messages.site}</a>
          <a href={language === 'fr' ? '/integrer' : `/integrer?lang=${language}`}>{messages.embed}</a>
          {actor && (
            <form method="post" action="/bureau/quitter">
              <button class="link">{messages.leave}</button>
            </form>
          )}
        </footer>
      </body>
    </html>
  );
}

/** What is wrong with a field, by its name. */
export type Faults = Readonly<Record<string, string>>;

/** A summary that leads to each fault, above the form (RGAA 11.10, 11.11). */
export function FaultSummary({ faults, language }: { faults: Faults; language: Language }) {
  const all = Object.entries(faults);
  if (!all.length) return null;
  return (
    <div class="summary" role="alert">
      <h2>{deskMessages(language).faults}</h2>
      <ul>
        {all.map(([name, sentence]) => (
          <li>
            <a href={`#${idOf(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const idOf = (name: string) => `champ-${name.replace(/[^\w-]+/g, '-')}`;

interface FieldAbout {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  fault?: string | undefined;
  type?: 'text' | 'email' | 'date' | 'time' | 'number' | 'url';
  required?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric';
  maxlength?: number;
  /** Lines of a longer text. */
  rows?: number;
}

/** A question: its label, what helps to answer it, what is wrong with the answer. */
export function Field(about: FieldAbout) {
  const { name, label, value = '', hint, fault, type = 'text', rows, ...rest } = about;
  const id = idOf(name);
  const described = [hint && `${id}-aide`, fault && `${id}-faute`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    name,
    'aria-describedby': described,
    'aria-invalid': fault ? ('true' as const) : undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="error" id={`${id}-faute`}>
          {fault}
        </p>
      )}
      {rows ? (
        <textarea {...common} dir="auto" rows={rows} maxlength={rest.maxlength}>
          {value}
        </textarea>
      ) : (
        <input {...common} {...rest} dir={type === 'text' ? 'auto' : undefined} type={type} value={value} />
      )}
    </div>
  );
}

/** A choice of one among some; `id` where several have one name. */
export function Select({
  name,
  id: own = name,
  label,
  options,
  value,
  fault,
}: {
  name: string;
  id?: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  value?: string | undefined;
  fault?: string | undefined;
}) {
  const id = idOf(own);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {fault && (
        <p class="error" id={`${id}-faute`}>
          {fault}
        </p>
      )}
      <select
        id={id}
        name={name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-faute` : undefined}
      >
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Some among several, as boxes to tick. */
export function Choices({
  name,
  id: own = name,
  legend,
  hint,
  options,
  values,
  fault,
}: {
  name: string;
  id?: string;
  legend: string;
  hint?: string;
  options: readonly (readonly [value: string, label: string])[];
  values: readonly string[];
  fault?: string | undefined;
}) {
  const id = idOf(own);
  return (
    <fieldset id={id} tabindex={-1} aria-describedby={fault ? `${id}-faute` : undefined}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {fault && (
        <p class="error" id={`${id}-faute`}>
          {fault}
        </p>
      )}
      {options.map(([value, label]) => (
        <label class="choice">
          <input type="checkbox" name={name} value={value} checked={values.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const KEY = 'cle';

/** Names one press of a form: a second click of it does nothing (E13). */
export const PressKey = () => <input type="hidden" name={KEY} value={newId()} />;

/**
 * The name of the press: of this person, act and content, so that a page one came back to and changed is another press. One
 * of its own where the form has none.
 */
export function keyIn(c: Context, sent: URLSearchParams): string {
  if (!/^[0-9a-f]{32}$/.test(sent.get(KEY) ?? '')) return newId();
  const { id } = c.get('actor') as Actor;
  return sha256(`${id} ${c.req.path} ${sent.toString()}`).slice(0, 32);
}

const PASSKEY_ANSWER = 'cle-reponse';

/** What a passkey answered; null where that is no JSON. */
export function passkeyAnswerIn(sent: URLSearchParams): unknown {
  try {
    return JSON.parse(sent.get(PASSKEY_ANSWER) ?? '') as unknown;
  } catch {
    return null;
  }
}

/** A form that a passkey answers, with `passkey.js`; hidden without scripts, and where browsers know no passkeys. */
export const PasskeyForm = ({
  act,
  action,
  query = '',
  words,
  children,
}: {
  act: 'get' | 'create';
  action: string;
  query?: string;
  words: { button: string; failed: string };
  children?: Child;
}) => (
  <form method="post" action={action + query} hidden data-passkey={act} data-options={`${action}/defi`}>
    {children}
    <input type="hidden" name={PASSKEY_ANSWER} />
    <p class="actions">
      <button class="plain">{words.button}</button>
    </p>
    <p role="status" data-failed={words.failed}></p>
  </form>
);

/** What a form carries along unseen. */
export const Carried = ({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Things compared: for each the values under some titles, side by side where there is room. */
export const Compared = ({
  titles,
  rows,
}: {
  titles: readonly string[];
  rows: readonly { label: Child; values: readonly Child[] }[];
}) => (
  <dl class="compared">
    {rows.map(({ label, values }) => (
      <div>
        <dt>{label}</dt>
        {values.map((value, i) => (
          <dd>
            {titles[i] && <span class="quiet small">{titles[i]} : </span>}
            {value}
          </dd>
        ))}
      </div>
    ))}
  </dl>
);

/** What was just done: it has focus, so that it is read first. */
export const Said = ({ text, children }: { text: string | undefined; children?: Child }) =>
  text ? (
    <div class="said" role="status" tabindex={-1} autofocus>
      <p>{text}</p>
      {children}
    </div>
  ) : null;
