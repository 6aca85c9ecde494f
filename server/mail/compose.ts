import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../forms/words.js';
import type { Message } from '../store/outbox.js';
import type { ConsentEvent } from '../store/join-requests.js';
import { mailWords } from './words.js';

interface Letter {
  to: string;
  subject: string;
  language: Language;
  /** Sentences before the link. */
  lines: string[];
  link: { url: string; label: string };
  /** Sentences after the link. */
  after: string[];
}

/** The first mail: it asks to confirm, and holds no word that came from the form (TRUST S07). */
export function confirmationMail(
  to: string,
  community: string,
  url: string,
  hours: number,
  language: Language,
): Message {
  const words = mailWords(language).confirm;
  return letter({
    to,
    language,
    subject: words.subject,
    lines: words.lines(community, hours),
    link: { url, label: words.button },
    after: [words.ignore],
  });
}

/** The second mail: what comes next, the link to see and cancel, and the receipt of consents. */
export function confirmedMail(
  to: string,
  about: {
    outcome: 'accepted' | 'received' | 'waiting';
    community: string;
    url: string;
    language: Language;
    receivedAt: string;
    formVersion: string;
    sourceSite: string | null;
    consents: readonly ConsentEvent[];
  },
): Message {
  const words = mailWords(about.language).confirmed;
  const given = about.consents.filter((consent) => consent.event === 'given');
  return letter({
    to,
    language: about.language,
    subject: words.subject[about.outcome],
    lines: [...words.lines[about.outcome](about.community), words.manage],
    link: { url: about.url, label: words.button },
    after: [
      words.receipt.title,
      ...(given.length
        ? given.map((consent) => words.receipt.given(consent.text))
        : [words.receipt.noConsent]),
      words.receipt.facts({
        date: new Intl.DateTimeFormat(about.language, {
          dateStyle: 'long',
          timeStyle: 'short',
          timeZone: 'Europe/Paris',
        }).format(new Date(about.receivedAt)),
        version: about.formVersion,
        site: about.sourceSite,
      }),
    ],
  });
}

/** Text and HTML of the same words: no image, no rewritten link (TRUST P13). */
function letter({ to, subject, language, lines, link, after }: Letter): Message {
  const { signature } = mailWords(language);
  const paragraphs = (texts: string[]) => texts.map((text) => html`<p>${text}</p>`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${paragraphs(lines)}
        <p><a href="${link.url}">${link.label}</a></p>
        <p>${link.url}</p>
        ${paragraphs(after)}
        <p>${signature}</p>
      </body>
    </html>`;
  return {
    to,
    subject,
    language,
    text: [...lines, link.url, ...after, signature].join('\n\n'),
    html: page as HtmlEscapedString,
  };
}
