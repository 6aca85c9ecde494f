import { html } from 'hono/html';
import type { Answer, Form } from '../../../src/contract/index.js';
import type { ConfirmationView, OwnView } from './views.js';
import type { Language } from '../../i18n/language.js';
import type { ConsentEvent, SubmissionKind } from '../consents-repository.js';
import type { Html } from '../../http/layout.js';
import { selfServiceMessages } from '../../i18n/self-service.js';

/** What the buttons of a person's own page send. */
export type OwnAction = 'cancel' | 'accept' | 'withdraw' | 'erase';

const button = (action: OwnAction, label: string, about: { plain?: boolean; value?: string } = {}): Html =>
  html`<form method="post" class="actions">
    ${about.value ? html`<input type="hidden" name="purpose" value="${about.value}" />` : ''}
    ${
      about.plain
        ? html`<button name="action" value="${action}" class="plain">${label}</button>`
        : html`<button name="action" value="${action}">${label}</button>`
    }
  </form>`;

/** What a submission asks for, with the buttons that confirm it or refuse it. */
export function confirmationPage(kind: SubmissionKind, { language, name }: ConfirmationView): Html {
  const words = selfServiceMessages(language);
  const { confirmText, confirm } = words[kind];
  return html`<p>${confirmText(name)}</p>
    <form method="post" class="actions">
      <button name="action" value="confirm">${confirm}</button>
      <button name="action" value="refuse" class="plain">${words.refuse}</button>
    </form>`;
}

export const againLink = ({ language, page }: ConfirmationView): Html =>
  html`<p><a href="${page}">${selfServiceMessages(language).again}</a></p>`;

/** Everything a person can see and do about what they submitted, without scripts (J09, P05, P07). */
export function ownPage(
  kind: SubmissionKind,
  own: OwnView,
  about: { form: Form; path: string; consents: readonly ConsentEvent[]; isSaved: boolean },
): Html {
  const { language, submission, isOver } = own;
  const words = selfServiceMessages(language);
  const { cancel, cancelNote } = words[kind];
  const answers = answersShown(about.form, submission.answers);
  return html`<p>
      <strong><a href="${own.page}">${own.name}</a></strong>
      ${own.lines.map((line) => html`<br />${line}`)}
    </p>
    <p class="notice" role="status">
      ${about.isSaved ? html`<strong>${words.saved}</strong> ` : ''}${own.status.join(' ')}
    </p>
    ${own.isOffered ? button('accept', words.registration.accept) : ''}
    ${own.links.map(({ url, label }) => html`<p><a href="${url}">${label}</a></p>`)}
    <h2>${words.answers}</h2>
    ${answers ?? html`<p>${words.noAnswers}</p>`}
    ${isOver ? '' : html`<p><a href="${about.path}/corriger">${words.correct}</a></p>`}
    <h2>${words.consents}</h2>
    ${consentsShown(about.consents, language)}
    ${
      isOver
        ? ''
        : html`<h2>${words.cancelTitle}</h2>
            <p>${cancelNote}</p>
            ${button('cancel', cancel, { plain: true })}`
    }
    <h2>${words.data}</h2>
    <p>${words.dataNote}</p>
    <ul>
      ${['json', 'csv'].map(
        (format) =>
          html`<li><a href="${about.path}/export.${format}">${words.exportAs(format.toUpperCase())}</a></li>`,
      )}
    </ul>
    <details>
      <summary>${words.eraseTitle}</summary>
      <p>${words.eraseNote}</p>
      ${button('erase', words.eraseSure, { plain: true })}
    </details>`;
}

function consentsShown(events: readonly ConsentEvent[], language: Language): Html {
  const words = selfServiceMessages(language);
  const given = events.filter(({ event }) => event === 'given');
  if (given.length === 0) return html`<p>${words.noConsents}</p>`;
  const day = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(Date.parse(at));
  return html`<ul class="plain">
      ${given.map(({ purpose, text, at }) => {
        const end = events.findLast((one) => one.purpose === purpose && one.event === 'withdrawn');
        return html`<li>
          <p>${text}</p>
          <p class="quiet">${end ? words.withdrawn(day(end.at)) : words.given(day(at))}</p>
          ${end ? '' : button('withdraw', words.withdraw, { plain: true, value: purpose })}
        </li>`;
      })}
    </ul>
    <p class="quiet">${words.consentNote}</p>`;
}

/** What a person answered, question by question; nothing when nothing was. */
function answersShown(form: Form, answers: Record<string, Answer>): Html | undefined {
  const known = form.fields.filter(({ name }) => answers[name] !== undefined);
  if (known.length === 0) return undefined;
  return html`<dl>
    ${known.map(
      ({ name, label, options }) =>
        html`<dt>${label}</dt>
          <dd>${shown(answers[name]!, options)}</dd>`,
    )}
  </dl>`;
}

function shown(answer: Answer, options: Form['fields'][number]['options']): string {
  const label = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  return [answer]
    .flat()
    .map((value) => (typeof value === 'string' ? label(value) : value ? '✓' : '–'))
    .join(', ');
}
