import type { HtmlEscapedString } from 'hono/utils/html';
import { dateInWords } from '../i18n/format-date.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { mailMessages, type RegistrationOutcome } from '../i18n/mails.js';
import { pageMessages } from '../i18n/pages.js';
import { newsMessages } from '../i18n/news-mails.js';
import type { ConsentEvent } from '../submissions/consents-repository.js';
import type { FirstRequest, Message } from './outbox.js';

export interface Letter {
  to: string;
  subject: string;
  language: Language;
  /** Sentences, each part with the link that they lead to. */
  parts: readonly { lines: readonly string[]; link: { url: string; label: string } }[];
  /** Sentences after the links. */
  after: string[];
  attachments?: Message['attachments'];
}

export type FirstMailTemplate = FirstRequest['template'];

/**
 * The first mail: it asks to confirm, and holds no word that came from the form (S07). `subject` is the community or
 * the session, as F3E names it.
 */
export function firstMail(
  first: FirstRequest,
  { to, language }: { to: string; language: Language },
): Message {
  const messages = mailMessages(language)[first.template];
  const [greeting, what, how] = messages.lines(first.subject, first.hours) as [string, string, string];
  const lines = [greeting, what, ...(first.isChange ? [messages.change] : []), how];
  const link = { url: first.url, label: messages.button };
  return {
    ...letter({
      to,
      language,
      subject: messages.subject,
      parts: [{ lines, link }],
      after: [messages.ignore],
    }),
    first,
  };
}

/** Several first mails to one person, as one: each request with its own link. */
export function batchMail(messages: readonly Message[]): Message {
  const last = messages.at(-1)!;
  const language = closestLanguage(last.language);
  const all = mailMessages(language);
  const requests = messages.flatMap(({ first }) => first ?? []);
  const parts = requests.map((first, i) => {
    const { item, change, button } = all[first.template];
    const lead = i ? [] : [all.batch.greeting, all.batch.intro(first.hours)];
    return {
      lines: [...lead, item(first.subject), ...(first.isChange ? [change] : [])],
      link: { url: first.url, label: button },
    };
  });
  return letter({ to: last.to, language, subject: all.batch.subject, parts, after: [all.batch.ignore] });
}

/** The second mail about a join request: what comes next, and what every second mail holds. */
export function confirmedMail(
  to: string,
  about: ReceiptAbout & {
    outcome: 'accepted' | 'received' | 'waiting';
    subject: string;
    url: string;
  },
): Message {
  const { subject, lines } = mailMessages(about.language).confirmed;
  return receivedMail(to, {
    ...about,
    subject: subject[about.outcome],
    lines: lines[about.outcome](about.subject),
  });
}

/** The second mail: what comes next, the link to see and cancel, and the receipt of consents. */
export function receivedMail(
  to: string,
  about: ReceiptAbout & { subject: string; lines: string[]; url: string },
): Message {
  const messages = newsMessages(about.language);
  return letter({
    to,
    language: about.language,
    subject: about.subject,
    parts: [{ lines: [...about.lines, messages.manage], link: { url: about.url, label: messages.button } }],
    after: receipt(about),
  });
}

/** A later mail: news, and the link to the person's own page. */
export function newsMail(
  to: string,
  about: {
    language: Language;
    subject: string;
    lines: string[];
    url: string;
    calendar?: string;
    /** The calendar file takes the session away. */
    isCancelled?: boolean;
    /** Purpose of the link, if it has one of its own. */
    link?: { lead: string; button: string };
  },
): Message {
  const messages = newsMessages(about.language);
  const { attached, attachedCancellation, file } = mailMessages(about.language).registration;
  return letter({
    to,
    language: about.language,
    subject: about.subject,
    parts: [
      {
        lines: [
          ...about.lines,
          ...(about.calendar ? [about.isCancelled ? attachedCancellation : attached] : []),
          about.link?.lead ?? messages.manage,
        ],
        link: { url: about.url, label: about.link?.button ?? messages.button },
      },
    ],
    after: [],
    attachments: calendarFile(about.calendar, file),
  });
}

/** Sentences with a word of the team after them, as it was written. */
export const withWord = (lines: string[], word: string): string[] =>
  word.trim() ? [...lines, ...word.trim().split(/\n\s*\n/)] : lines;

/** Alerts the team that a community has reached its limit. */
export const alertMail = (
  to: string,
  { community, limit }: { community: string; limit: number },
): Message => {
  const { subject, lines } = newsMessages('fr').alert;
  return { to, subject, language: 'fr', text: lines(community, limit).join('\n\n'), html: '' };
};

const calendarFile = (content: string | null | undefined, filename: string): Letter['attachments'] =>
  content ? [{ filename, contentType: 'text/calendar; charset=utf-8', content }] : [];

export interface ReceiptAbout {
  language: Language;
  receivedAt: string;
  formVersion: string;
  sourceSite: string | null;
  /** Those that were given. */
  consents: readonly ConsentEvent[];
}

/** The receipt: which consents were given, when and where. */
function receipt({ language, receivedAt, formVersion, sourceSite, consents }: ReceiptAbout): string[] {
  const messages = mailMessages(language).receipt;
  return [
    messages.title,
    ...(consents.length ? consents.map((consent) => messages.given(consent.text)) : [messages.noConsent]),
    messages.facts({
      date: dateInWords(
        language,
        { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' },
        Date.parse(receivedAt),
      ),
      version: formVersion,
      site: sourceSite,
    }),
  ];
}

/** The outcome of a registration, with a calendar file when there is a seat. */
export function registrationMail(
  to: string,
  about: ReceiptAbout & {
    outcome: RegistrationOutcome;
    session: string;
    when: string;
    position: number | null;
    url: string;
    calendar: string | null;
  },
): Message {
  const messages = mailMessages(about.language).registration;
  return letter({
    to,
    language: about.language,
    subject: messages.subject[about.outcome],
    parts: [
      {
        lines: [
          ...messages.lines[about.outcome]({
            session: about.session,
            when: about.when,
            position: about.position,
          }),
          ...(about.calendar ? [messages.attached] : []),
          newsMessages(about.language).manage,
        ],
        link: { url: about.url, label: newsMessages(about.language).button },
      },
    ],
    after: about.outcome === 'freed' ? [] : receipt(about),
    attachments: calendarFile(about.calendar, messages.file),
  });
}

/** The colours of text and page are those of the mail program, light or dark; without styles it is a letter with links. */
const looks = `
body{margin:0;padding:16px;font:16px/1.55 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif}
.letter{max-width:600px;margin:0 auto;overflow-wrap:break-word}
.brand{padding-bottom:10px;border-bottom:1px solid #8a96a3;font-weight:700}
.button{display:inline-block;padding:12px 22px;border-radius:6px;background:#14528f;color:#ffffff;font-weight:600;text-decoration:none}
.address{font-size:13px;word-break:break-all}
.after{font-size:14px}
`;

/** Text and HTML of the same words, the name of the site apart: no image, no rewritten link (P13). */
export function letter({ to, subject, language, parts, after, attachments = [] }: Letter): Message {
  const { signature } = mailMessages(language);
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{looks}</style>
      </head>
      <body>
        <div class="letter">
          <p class="brand">{pageMessages(language).siteName}</p>
          {parts.map(({ lines, link }) => (
            <>
              <Lines texts={lines} />
              <p>
                <a href={link.url} class="button">
                  {link.label}
                </a>
              </p>
              <p class="address">{link.url}</p>
            </>
          ))}
          <div class="after">
            <Lines texts={after} />
          </div>
          <p>{signature}</p>
        </div>
      </body>
    </html>
  );
  return {
    to,
    subject,
    language,
    text: [...parts.flatMap(({ lines, link }) => [...lines, link.url]), ...after, signature].join('\n\n'),
    html: `<!doctype html>\n${page as HtmlEscapedString}`,
    unsubscribe: parts[0]!.link.url,
    ...(attachments.length && { attachments }),
  };
}

/** Paragraphs; one that is an address alone is a link. */
const Lines = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p>{/^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : text}</p>
    ))}
  </>
);
