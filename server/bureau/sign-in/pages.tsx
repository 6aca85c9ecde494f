import { entryMessages } from '../../i18n/desk/entry.js';
import type { Language } from '../../i18n/language.js';
import { Carried, FaultSummary, Field, PasskeyForm } from '../desk-pages.js';

/** Names of the fields of these pages; what they carry along has other names. */
export const entryNames = {
  address: 'entrer-adresse',
  code: 'entrer-code',
  next: 'entrer-vers',
  form: 'entrer-envoi',
} as const;

/** What goes on once somebody has entered: a page, or a form that was sent when the session had ended. */
export interface Pending {
  next: string;
  /** Whether a form was sent there, which may have no fields. */
  isForm?: boolean;
  /** What was filled in, kept as it is (E06). */
  fields: readonly (readonly [name: string, value: string])[];
}

/** Members of a demonstration, who enter without a code. */
export interface DemoMember {
  id: string;
  name: string;
  roles: string;
}

/** An address of these pages, which stay in the language in which they were opened. */
const inLanguage = (path: string, language: Language) =>
  language === 'fr' ? path : `${path}?lang=${language}`;

const PendingFields = ({ pending: { next, isForm, fields } }: { pending: Pending }) => (
  <Carried
    fields={[[entryNames.next, next], ...(isForm ? [[entryNames.form, '1'] as const] : []), ...fields]}
  />
);

/** Asks for the address. */
export function AddressForm({
  language,
  pending,
  address = '',
  reason,
  isWrong = false,
  demo = [],
}: {
  language: Language;
  pending: Pending;
  address?: string;
  /** Why one is asked to enter. */
  reason?: 'expired' | 'proof' | 'passkey' | undefined;
  isWrong?: boolean;
  demo?: readonly DemoMember[];
}) {
  const messages = entryMessages(language);
  const fault = isWrong ? messages.badAddress : undefined;
  return (
    <>
      <p>{reason ? messages[reason] : messages.intro}</p>
      {!reason && !pending.isForm && (
        <p>
          <a
            href={`/bureau/entrer?${new URLSearchParams({ lang: messages.other.language, vers: pending.next }).toString()}`}
            lang={messages.other.language}
            hreflang={messages.other.language}
          >
            {messages.other.name}
          </a>
        </p>
      )}
      {fault && <FaultSummary faults={{ [entryNames.address]: fault }} language={language} />}
      <form method="post" action={inLanguage('/bureau/entrer', language)} class="narrow">
        <PendingFields pending={pending} />
        <Field
          name={entryNames.address}
          label={messages.address}
          type="email"
          autocomplete="username"
          value={address}
          fault={fault}
        />
        <p class="actions">
          <button>{messages.send}</button>
        </p>
      </form>
      <PasskeyForm
        act="get"
        action="/bureau/entrer/cle"
        query={inLanguage('', language)}
        words={{ button: messages.byPasskey, failed: messages.passkeyFailed }}
      >
        <PendingFields pending={pending} />
      </PasskeyForm>
      {demo.length > 0 && (
        <section class="narrow">
          <p>{messages.demo}</p>
          <form method="post" action={inLanguage('/bureau/entrer/demonstration', language)}>
            <PendingFields pending={pending} />
            <ul class="plain">
              {demo.map(({ id, name, roles }) => (
                <li>
                  <button class="plain" name="entrer-comme" value={id}>
                    {messages.demoAs(name, roles)}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        </section>
      )}
    </>
  );
}

/** Asks for the code of the mail. */
export function CodeForm({
  language,
  pending,
  address,
  fault,
}: {
  language: Language;
  pending: Pending;
  address: string;
  fault?: 'wrong' | 'over' | undefined;
}) {
  const messages = entryMessages(language);
  const sentence = fault && messages[fault];
  return (
    <>
      <p>{messages.codeSent(address)}</p>
      {sentence && <FaultSummary faults={{ [entryNames.code]: sentence }} language={language} />}
      <form method="post" action={inLanguage('/bureau/entrer/code', language)} class="narrow">
        <PendingFields pending={pending} />
        <Carried fields={[[entryNames.address, address]]} />
        <Field
          name={entryNames.code}
          label={messages.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={9}
          fault={sentence}
        />
        <p class="actions">
          <button>{messages.enter}</button>
        </p>
      </form>
      <form method="post" action={inLanguage('/bureau/entrer', language)}>
        <PendingFields pending={pending} />
        <Carried fields={[[entryNames.address, address]]} />
        <button class="link">{messages.again}</button>
      </form>
    </>
  );
}

/** The page behind the link of a mail, or of an invitation: only its button acts (D10). */
export function LinkPage({
  language,
  state,
  token,
}: {
  language: Language;
  state: 'here' | 'elsewhere' | 'over';
  token: string;
}) {
  const messages = entryMessages(language);
  if (state === 'elsewhere') return <p>{messages.elsewhere}</p>;
  if (state === 'over')
    return (
      <>
        <p>{messages.linkOver}</p>
        <p>
          <a class="button" href={inLanguage('/bureau/entrer', language)}>
            {messages.again}
          </a>
        </p>
      </>
    );
  return (
    <>
      <p>{messages.here}</p>
      <form method="post" action={inLanguage(`/bureau/entrer/lien/${token}`, language)}>
        <button>{messages.enter}</button>
      </form>
    </>
  );
}

/** Nobody administers the desk yet. */
export const NobodyPage = ({ language }: { language: Language }) => (
  <>
    <p>{entryMessages(language).nobody}</p>
    <pre>
      <code>npm run invite -- prenom.nom@f3e.asso.fr</code>
    </pre>
  </>
);
