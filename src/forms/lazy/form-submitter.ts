import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import type { FormView } from '../../api/forms.js';
import { send } from '../../api/send.js';
import { wordsIn, type Catalogue, type FormFlowStrings } from '../../i18n/strings.js';
import type { Answers } from '../answers.js';
import { check, toSend, type Issue } from '../validation.js';
import { errorSummary } from '../error-summary.js';
import type { FormSubject, Progress } from '../form-controller.js';
import { ProofOfWork } from './proof-of-work.js';
import { safeUrl } from '../../dom/safe-url.js';
import { version } from '../../dom/version.js';

export { flowStyles } from './form-submitter.styles.js';

/** What is sent, and from where. */
export interface Job {
  host: HTMLElement;
  api: ApiClient;
  form: FormView;
  subject: FormSubject;
  answers: Answers;
  consents: ReadonlySet<string>;
  /** What stands in the question that people do not see. */
  trap: string;
  /** Address of the site, for a page that cannot tell its own. */
  site: string | undefined;
}

/** What the element does as the request goes on. */
export interface Reactions {
  /** Takes the change, and focuses what the selector finds once it is drawn. */
  show: (change: Partial<Progress>, focus?: string) => void;
  /** The form is not the one that the server knows: it is asked for again. */
  reload: () => void;
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0');
  return key;
}

/**
 * What a form needs once somebody fills it in: a chunk of its own, fetched when the first field takes focus. One request
 * keeps one key for as long as it stays the same (TRUST L01).
 */
export class Flow {
  #key = '';
  #body = '';
  #proof: ProofOfWork | undefined;
  #reactions: Reactions;

  constructor(
    readonly language: string,
    readonly words: FormFlowStrings,
    reactions: Reactions,
  ) {
    this.#reactions = reactions;
  }

  /** The same request in another language. */
  async in(language: string, catalogue: Catalogue<FormFlowStrings>): Promise<Flow> {
    const other = await flowIn(language, catalogue, this.#reactions);
    other.#key = this.#key;
    other.#body = this.#body;
    other.#proof = this.#proof;
    return other;
  }

  /** Begins the work that goes with what is sent. */
  begin(api: ApiClient, form: FormView): ProofOfWork {
    if (this.#proof?.form !== form.id || this.#proof.api !== api) this.#proof = new ProofOfWork(api, form.id);
    this.#proof.begin().catch(() => undefined);
    return this.#proof;
  }

  /** Checks, asks the page, sends. */
  async submit(job: Job): Promise<void> {
    const { show } = this.#reactions;
    const { host, form, subject } = job;
    const issues = check(form.fields, job.answers, this.words.issues);
    show({ issues, failure: null }, issues.length ? '.summary' : '');
    if (issues.length) return;
    if (subject.tell(host, 'submit', { answers: toSend(form.fields, job.answers) })) await this.send(job);
  }

  async send(job: Job): Promise<void> {
    const { show } = this.#reactions;
    const { host, subject } = job;
    const submission = submissionOf(job);
    const body = JSON.stringify(submission);
    if (body !== this.#body) {
      this.#body = body;
      this.#key = newKey();
    }
    show({ sending: 'yes' });
    try {
      await this.#sendWithProof(job, submission);
      show({ sending: 'no', isDone: true }, '#title');
      subject.tell(host, 'accepted', {});
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError('garbage');
      if (failure.kind === 'offline' && !navigator.onLine) {
        show({ sending: 'waiting' });
        return;
      }
      const issues = this.#issuesOf(failure, job);
      show(
        { sending: 'no', issues, failure: issues.length ? null : failure },
        issues.length ? '.summary' : '',
      );
      subject.tell(host, 'refused', { kind: failure.kind });
    }
  }

  /** A proof that came too late, or was spent on a request whose answer was lost, is done again, once. */
  async #sendWithProof(job: Job, submission: object): Promise<void> {
    const proof = this.begin(job.api, job.form);
    const go = (text: string | null) =>
      send(job.api, job.subject.path, { ...submission, proof: text }, this.#key);
    try {
      // Without its chunk, it goes without; without a network, it does not go.
      const text = await proof.begin().catch((failure: unknown) => {
        if (failure instanceof ApiError) throw failure;
        return null;
      });
      await go(text);
    } catch (error) {
      const { issues } = error as Partial<ApiError>;
      if (!issues?.some(({ pointer }) => pointer === '/proof')) throw error;
      await go(await proof.begin(true));
    }
  }

  /** Puts the server's issues where the browser's own stand; one that names no field is told at the top. */
  #issuesOf({ issues }: ApiError, job: Job): Issue[] {
    const names = new Set(job.form.fields.map(({ name }) => name));
    return issues.map(({ pointer, detail, code }) => {
      if (pointer === '/formVersion') {
        this.#reactions.reload();
        return { name: '', detail: this.words.changed };
      }
      const name = pointer.replace(/^\/(?:answers\/)?/, '');
      return {
        name: names.has(name) || job.subject.beside.includes(name) ? name : '',
        detail: detail || code,
      };
    });
  }

  summary(issues: readonly Issue[], idOf: (name: string) => string) {
    return errorSummary(this.words.errorsTitle(issues.length), issues, idOf);
  }

  /** Under the button: what is happening, or why the request did not go. */
  status({ sending, failure }: Progress, form: FormView) {
    const { words } = this;
    const page = failure && failure.kind !== 'invalid' ? safeUrl(form.page) : '';
    return html`
      <p role="status">
        ${sending === 'yes' ? words.sending : sending === 'waiting' ? words.waitingForNetwork : nothing}
      </p>
      ${
        failure && sending === 'no'
          ? html`<div class="status" role="alert">
              <p>${words.notSent[failure.kind]}</p>
              ${page ? html`<p><a href=${page}>${words.orOnPage}</a></p>` : nothing}
            </div>`
          : nothing
      }
    `;
  }

  /** What comes next, once the request has arrived (TRUST J12). */
  done(heading: (text: string) => TemplateResult, title: string): TemplateResult {
    return html`<div class="done" part="done">
      ${heading(this.words.sentTitle)}
      <p>${title}</p>
      <ol>
        ${this.words.next.map((step) => html`<li>${step}</li>`)}
      </ol>
    </div>`;
  }
}

export const flowIn = async (
  language: string,
  catalogue: Catalogue<FormFlowStrings>,
  reactions: Reactions,
): Promise<Flow> => new Flow(language, await wordsIn(catalogue, language), reactions);

/** The body of the request: what it is about, then what was answered. */
function submissionOf({ form, subject, answers, consents, trap, site }: Job) {
  const about: Record<string, unknown> = { ...subject.about };
  for (const name of subject.beside) about[name] = answers.get(name) || null;
  return {
    ...about,
    formVersion: form.version,
    language: form.language,
    answers: toSend(form.fields, answers),
    consents: form.consents
      .filter(({ purpose }) => consents.has(purpose))
      .map(({ purpose, textSha256 }) => ({ purpose, textSha256 })),
    sourceSite: originOf(location.origin) ?? originOf(site),
    widgetVersion: version,
    ...(trap && { website: trap }),
  };
}

/** `https://www.example.org` of an address there; nothing of an opaque origin. */
function originOf(address: string | undefined): string | null {
  const safe = safeUrl(address ?? '');
  return /^https?:/.test(safe) ? new URL(safe).origin : null;
}
