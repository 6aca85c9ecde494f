import { html, type TemplateResult } from 'lit';
import { rootOf } from '../../dom/focus-beside.js';
import type { FormSubmissionMessages } from '../../i18n/messages.js';
import type { Issue } from '../submission.js';

/** All that is wrong, or why nothing could be sent; it takes focus, and each line leads to its field with the label in view (D7, J03). */
export function errorSummary(
  messages: FormSubmissionMessages,
  issues: readonly Issue[],
  idOf: (name: string) => string,
  /** Calls back once a question is drawn where it can have focus. */
  reveal: (name: string, onDrawn: () => void) => void,
): TemplateResult {
  const goTo = (click: Event, name: string) => {
    click.preventDefault();
    const root = rootOf(click);
    reveal(name, () => {
      const field = root.getElementById(idOf(name));
      const fold = field?.closest('details');
      if (fold) fold.open = true;
      (field?.closest('.field') ?? field)?.scrollIntoView({ block: 'start' });
      field?.focus({ preventScroll: true });
    });
  };
  const answers = issues.filter(({ name }) => name).length;
  const title = answers ? messages.errorsTitle(answers) : messages.notAcceptedTitle;
  return html`<div class="status summary" part="summary" tabindex="-1">
    <div role="alert">
      <p class="title">${title}</p>
      <ul>
        ${issues.map(
          ({ name, detail }) =>
            html`<li>
              ${name ? html`<a href="#${idOf(name)}" @click=${(click: Event) => goTo(click, name)}>${detail}</a>` : detail}
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
