import type { HtmlEscapedString } from 'hono/utils/html';
import { dateInWords } from '../i18n/format-date.js';
import type { Language } from '../i18n/language.js';
import { mailMessages, type RegistrationOutcome } from '../i18n/mails.js';
import { newsMessages } from '../i18n/news-mails.js';
import type { ConsentEvent } from '../submissions/consents-repository.js';
import type { Message } from './outbox.js';

interface Letter {
  to: string;
  subject: string;
  language: Language;
  /** Sentences before the link. */
  lines: string[];
  link: { url: string; label: string };
  /** Sentences after the link. */
  after: string[];
  attachments?: Message['attachments'];
}

export type FirstMailTemplate = 'confirm' | 'confirmRegistration' | 'confirmProposal';

/**
 * The first mail: it asks to confirm, and holds no word that came from the form (S07). `subject` is the community or
 * the session, as F3E names it.
 */
export function firstMail(
  template: FirstMailTemplate,
  about: { to: string; subject: string; url: string; hours: number; language: Language },
): Message {
  const { to, subject, url, hours, language } = about;
  const messages = mailMessages(language)[template];
  return letter({
    to,
    language,
    subject: messages.subject,
    lines: messages.lines(subject, hours),
    link: { url, label: messages.button },
    after: [messages.ignore],
  });
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
    lines: [...about.lines, messages.manage],
    link: { url: about.url, label: messages.button },
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
    /** Purpose of the link, if it has one of its own. */
    link?: { lead: string; button: string };
  },
): Message {
  const messages = newsMessages(about.language);
  const { attached, file } = mailMessages(about.language).registration;
  return letter({
    to,
    language: about.language,
    subject: about.subject,
    lines: [...about.lines, ...(about.calendar ? [attached] : []), about.link?.lead ?? messages.manage],
    link: { url: about.url, label: about.link?.button ?? messages.button },
    after: [],
    attachments: calendarFile(about.calendar, file),
  });
}

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
    after: about.outcome === 'freed' ? [] : receipt(about),
    attachments: calendarFile(about.calendar, messages.file),
  });
}

/** Text and HTML of the same words: no image, no rewritten link (P13). */
function letter({ to, subject, language, lines, link, after, attachments = [] }: Letter): Message {
  const { signature } = mailMessages(language);
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{subject}</title>
      </head>
      <body>
        <Lines texts={lines} />
        <p>
          <a href={link.url}>{link.label}</a>
        </p>
        <p>{link.url}</p>
        <Lines texts={after} />
        <p>{signature}</p>
      </body>
    </html>
  );
  return {
    to,
    subject,
    language,
    text: [...lines, link.url, ...after, signature].join('\n\n'),
    html: `<!doctype html>\n${page as HtmlEscapedString}`,
    unsubscribe: link.url,
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
