import { deskMails } from '../i18n/desk/mails.js';
import type { Language } from '../i18n/language.js';
import type { Message } from './outbox.js';
import { type Letter, letter } from './templates.js';

/** A mail to the team: nobody unsubscribes from it. */
function toTeam(mail: Letter): Message {
  const message = letter(mail);
  delete message.unsubscribe;
  return message;
}

/** The link and the code by which somebody enters the desk. */
export function signInMail(
  to: string,
  { language, code, url }: { language: Language; code: string; url: string },
): Message {
  const { subject, lines, button, after } = deskMails(language).enter;
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  return toTeam({
    to,
    language,
    subject,
    parts: [{ lines: lines(shown), link: { url, label: button } }],
    after,
  });
}

/** Shows whoever asks for it that mails arrive. */
export function trialMail(to: string, { language, url }: { language: Language; url: string }): Message {
  const { trial, welcome } = deskMails(language);
  const parts = [{ lines: trial.lines, link: { url, label: welcome.button } }];
  return toTeam({ to, language, subject: trial.subject, parts, after: [] });
}

/** Tells somebody that they may enter the desk; without a secret: they enter as always. */
export function welcomeMail(
  to: string,
  { language, roles, url }: { language: Language; roles: readonly string[]; url: string },
): Message {
  const { subject, lines, button, after } = deskMails(language).welcome;
  return toTeam({
    to,
    language,
    subject,
    parts: [{ lines: lines(to, roles), link: { url, label: button } }],
    after,
  });
}
