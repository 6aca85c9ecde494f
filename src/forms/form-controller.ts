import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FormView, OrganisationView } from '../api/forms.js';
import { LazyPartController } from '../controllers/lazy-part-controller.js';
import type { SettingsController } from '../controllers/settings-controller.js';
import { whenReleased } from '../dom/when-released.js';
import { AnswerChecks } from './answer-checks.js';
import { fieldId } from './field-view.js';
import { LeaveGuard } from './leave-guard.js';
import { controlsBetween, readControls, type NativeControl } from './native-controls.js';
import { KnownOrganisations } from './known-organisations.js';
import { prefillObserver, prefillOf, type Prefill } from './prefill.js';
import { FormStages } from './stages.js';
import {
  issuesOf,
  newMemory,
  type FormSubject,
  type SubmissionInput,
  type SubmissionStep,
} from './submission.js';

export interface FormOptions {
  settings: SettingsController;
  form: () => FormView | undefined;
  /** Language of what the form says. */
  language: () => string;
  subject: () => FormSubject;
  /** Asks for the form again; what was typed stays. */
  reload: () => void;
}

const loadSubmitter = () => import('./lazy/form-submitter.js');
const loadViews = () => import('./lazy/submission-views.js');

/** Holds what a person types, in memory only, and sends it once, whatever happens to the network or the element. */
export class FormController implements ReactiveController {
  answers = new Map<string, string | readonly string[]>();
  consents: ReadonlySet<string> = new Set();
  readonly organisations = new KnownOrganisations(
    () => this.#options.settings.api,
    () => {
      if (this.organisation) this.#updateMembership();
      this.#host.requestUpdate();
    },
  );
  readonly stages = new FormStages(
    () => this.#options.form(),
    () => this.#focus('#stage'),
  );
  /** Titles of folded groups that the person opened. */
  readonly opened = new Set<string>();
  step: SubmissionStep = { state: 'editing' };
  /** The address to which the mail of a form that was sent goes; in memory only. */
  sentTo = '';
  /** The code that sends could not be fetched when the form was to be sent. */
  hasSubmitterFailed = false;

  #host: ReactiveControllerHost & HTMLElement;
  #options: FormOptions;
  #submitter: LazyPartController<typeof import('./lazy/form-submitter.js')>;
  #views: LazyPartController<typeof import('./lazy/submission-views.js')>;
  #memory = newMemory();
  /** The submission that is under way; a restart ends it. */
  #run: symbol | undefined;
  #focusNext = '';
  #checks = new AnswerChecks();
  #leaveGuard = new LeaveGuard();
  #prefill: Prefill = { values: new Map(), locked: new Set() };
  #prefilled = new Set<string>();
  /** What was sent, for who corrects the address. */
  #sent = { answers: this.answers, consents: this.consents, prefilled: this.#prefilled };
  /** Controls between the tags whose answers were taken: once each, whatever the person changes here after. */
  #takenOver = new WeakSet<NativeControl>();
  #filledForm: FormView | undefined;
  /** Locked answers that were refused: the person may change them after all. */
  #unlocked = new Set<string>();
  #isMembershipKnown = false;
  /** Attributes may come after the element. */
  #attributes = prefillObserver(() => this.#readPrefill());

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions) {
    this.#host = host;
    this.#options = options;
    this.#submitter = new LazyPartController(host, loadSubmitter);
    this.#views = new LazyPartController(host, loadViews, options.language);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
    if (navigator.onLine) this.#onOnline();
    this.#readPrefill();
    this.#attributes.observe(this.#host, { attributes: true });
    this.#watchLeaving();
  }

  hostDisconnected(): void {
    this.#attributes.disconnect();
    this.organisations.stop();
    window.removeEventListener('online', this.#onOnline);
    this.#leaveGuard.off();
  }

  #readPrefill(): void {
    this.#prefill = prefillOf(this.#host);
    this.#filledForm = undefined;
    this.#host.requestUpdate();
  }

  /** Prefills once the form is known: what it does not ask, or does not offer, is left out. */
  hostUpdate(): void {
    const form = this.#options.form();
    if (!form || form === this.#filledForm || this.step.state === 'accepted') return;
    this.#filledForm = form;
    this.#takeOver(form);
    for (const { name, kind, options } of form.fields) {
      const value = this.#prefill.values.get(name);
      const isOffered = !options.length || options.some((one) => one.value === value);
      if (value && kind !== 'several-choices' && isOffered) this.prefill(name, value);
    }
    // A prefilled organisation may already answer the membership question.
    const named = this.#prefilled.has('organisation') && this.answers.get('organisation');
    if (named) void this.organisations.ask(String(named));
  }

  hostUpdated(): void {
    if (!this.#focusNext) return;
    const target = this.#host.shadowRoot?.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
    // Whoever was typing goes on behind what is there.
    const { type, setSelectionRange } = target as Partial<HTMLInputElement>;
    if (/^(?:text|tel)$/.test(type ?? '')) setSelectionRange?.call(target, -1, -1);
  }

  /** What is drawn around a submission; undefined until that part was fetched. */
  get views() {
    return this.#views.part;
  }

  get isSending(): boolean {
    return ['sending', 'waiting'].includes(this.step.state);
  }

  issueOf(name: string): string {
    return this.#checks.of(name) ?? issuesOf(this.step).find((issue) => issue.name === name)?.detail ?? '';
  }

  /** The page filled it in and does not let it change. */
  isLocked(name: string): boolean {
    return this.#prefill.locked.has(name) && this.#prefilled.has(name) && !this.#unlocked.has(name);
  }

  /** Answers a question that no person has answered yet. */
  prefill(name: string, value: string): void {
    if (!value || (this.answers.has(name) && !this.#prefilled.has(name))) return;
    this.answers.set(name, value);
    this.#prefilled.add(name);
  }

  /** Clears everything: the form is now for another community or session. */
  restart(): void {
    this.#forget();
    this.sentTo = '';
    this.#run = undefined;
    this.#memory = newMemory();
    this.step = { state: 'editing' };
  }

  /** On to the next stage, once what this one asks is answered; without the code that checks, at once. */
  advance = async (): Promise<void> => {
    const fields = this.#options.form()?.fields ?? [];
    const from = this.stages.at;
    const validate = (await this.#submitter.request())?.validateAnswers;
    const messages = (await this.#views.request())?.messages.issues;
    readControls(this.#host.shadowRoot!, fields, this.answers);
    const found = validate && messages ? validate(fields, this.answers, messages) : [];
    const { here, elsewhere } = this.stages.split(from, found, issuesOf(this.step));
    if (here.length) this.#show({ state: 'invalid', issues: [...here, ...elsewhere] });
    else {
      this.step = elsewhere.length ? { state: 'invalid', issues: elsewhere } : { state: 'editing' };
      this.#checks.clear();
      this.stages.goTo(from + 1);
    }
  };

  /** Shows the stage that asks a question. */
  reveal = (name: string, onDrawn: () => void): void => {
    const isShown = this.stages.of(name) === this.stages.at;
    this.stages.at = this.stages.of(name);
    this.#host.requestUpdate();
    if (isShown) onDrawn();
    else void this.#host.updateComplete.then(onDrawn);
  };

  /** Fetches what sends the form, and begins the proof of work; at the first focus. */
  prepare = async (): Promise<void> => {
    void this.#views.request();
    const submitter = await this.#submitter.request();
    const { api } = this.#options.settings;
    const form = this.#options.form();
    this.hasSubmitterFailed &&= !submitter;
    if (submitter && api && form) submitter.beginProof(this.#memory, api, form);
  };

  submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const submitter = await this.#submitter.request();
    const views = await this.#views.request();
    readControls(this.#host.shadowRoot!, this.#options.form()?.fields ?? [], this.answers);
    const input = this.#input();
    this.hasSubmitterFailed = !submitter || !views;
    this.#host.requestUpdate();
    if (submitter && views && input && !this.#run && !this.isSending && this.step.state !== 'accepted')
      await this.#follow(submitter.submitForm(input));
  };

  answer = (name: string, answer: string | readonly string[]): void => {
    readControls(this.#host.shadowRoot!, this.#options.form()?.fields ?? [], this.answers);
    this.answers = new Map(this.answers).set(name, answer);
    this.#checks.answered(name);
    this.#prefilled.delete(name);
    this.#watchLeaving();
    if (name === 'organisation') {
      this.#updateMembership();
      this.organisations.search(String(answer));
    }
    this.#host.requestUpdate();
  };

  /** A person leaves a question. */
  leave = ({ target }: Event): void => whenReleased(() => this.#check(target as HTMLInputElement));

  #check({ name }: HTMLInputElement): void {
    const { answers } = this;
    const fields = this.#options.form()?.fields;
    const validate = this.#submitter.part?.validateAnswers;
    const messages = this.views?.messages.issues;
    if (!fields || !validate || !messages || this.isSending) return;
    const issues = issuesOf(this.step);
    if (this.#checks.leave(name, { fields, answers, issues, validate, messages })) this.#host.requestUpdate();
  }

  /** Back to the form as it was sent, at the address. */
  correct = (): void => {
    this.answers = this.#sent.answers;
    this.consents = this.#sent.consents;
    this.#prefilled = this.#sent.prefilled;
    this.#updateMembership();
    this.#memory = newMemory();
    this.#filledForm = this.#options.form();
    this.step = { state: 'editing' };
    this.#focusOn(this.#email);
    this.#watchLeaving();
  };

  consent = (purpose: string, isGiven: boolean): void => {
    const others = [...this.consents].filter((one) => one !== purpose);
    this.consents = new Set(isGiven ? [...others, purpose] : others);
    this.#host.requestUpdate();
  };

  /** The first organisations are fetched when somebody comes to that question; without them, one types. */
  focus = (kind: string): void => {
    if (kind === 'organisation') this.organisations.askFirst();
  };

  /** The organisation that was named, when it is a known one. */
  get organisation(): OrganisationView | undefined {
    return this.organisations.named(this.answers.get('organisation'));
  }

  /** Name of the question for the address. */
  get #email(): string {
    return this.#options.form()?.fields.find(({ kind }) => kind === 'email')?.name ?? '';
  }

  /** Takes each step of a submission, until it ends or the page prevents it. */
  async #follow(steps: AsyncGenerator<SubmissionStep>): Promise<void> {
    const run = (this.#run = Symbol());
    const subject = this.#options.subject();
    for await (const step of steps) {
      if (run !== this.#run) return;
      if (step.state === 'complete') {
        this.#show({ state: 'editing' });
        if (!subject.emit('submit', { answers: step.answers })) break;
        continue;
      }
      this.#show(step);
      if (step.state === 'accepted') subject.emit('accepted', {});
      for (const { name } of issuesOf(step)) this.#unlocked.add(name);
      if (step.state === 'refused') {
        if (step.isOutdated) this.#options.reload();
        subject.emit('refused', { kind: step.failure.kind });
      }
    }
    this.#run = undefined;
  }

  #show(step: SubmissionStep): void {
    this.step = step;
    this.#checks.clear();
    if (step.state === 'accepted') {
      this.sentTo = String(this.answers.get(this.#email) ?? '');
      this.#sent = { answers: this.answers, consents: this.consents, prefilled: new Set(this.#prefilled) };
      this.#forget();
      this.#focusNext = '#title';
    } else if (issuesOf(step).length) {
      this.#focusNext = '.summary';
      this.stages.at = this.stages.of(issuesOf(step)[0]!.name);
    }
    this.#host.requestUpdate();
  }

  #input(): SubmissionInput | undefined {
    const { settings, form, subject } = this.#options;
    const { api } = settings;
    const shown = form();
    const messages = this.views?.messages;
    return (
      api &&
      shown &&
      messages && {
        api,
        form: shown,
        subject: subject(),
        messages,
        answers: this.answers,
        consents: this.consents,
        honeypot: this.#host.shadowRoot?.querySelector<HTMLInputElement>('[name=website]')?.value ?? '',
        site: settings.settings.site,
        memory: this.#memory,
      }
    );
  }

  /** Sets the membership answer from a known organisation; clears it again for an unknown one. */
  #updateMembership(): void {
    const known = this.organisation;
    if (known) this.answers.set('membership', known.isMember ? 'member' : 'non-member');
    else if (this.#isMembershipKnown) this.answers.delete('membership');
    this.#isMembershipKnown = Boolean(known);
  }

  /** Takes what was typed into the form between the tags while this one was on its way, and keeps focus where it is. */
  #takeOver({ fields }: FormView): void {
    for (const { name, value, isTicked, typed, hasFocus } of controlsBetween(this.#host, this.#takenOver)) {
      if (name === 'f3e-consent' && isTicked) this.consent(value.split(':')[0]!, true);
      const isAsked = name === 'strand' || fields.some((field) => field.name === name);
      const isAnswered = this.answers.has(name) && (this.isLocked(name) || !this.#prefilled.has(name));
      if (!isAsked || isAnswered) continue;
      if (typed?.length) {
        this.answers.set(name, typed);
        this.#prefilled.delete(name);
      }
      if (hasFocus) this.#focusOn(name);
    }
    this.#watchLeaving();
  }

  /** Focus moves there once it is drawn. */
  #focus(selector: string): void {
    this.#focusNext = selector;
    this.#host.requestUpdate();
  }

  #focusOn(name: string): void {
    this.stages.at = this.stages.of(name);
    this.#focus(`#${fieldId(name)}`);
  }

  #forget(): void {
    this.stages.at = 0;
    this.#checks.clear();
    this.answers = new Map();
    this.consents = new Set();
    this.#prefilled = new Set();
    this.#unlocked.clear();
    this.#isMembershipKnown = false;
    this.#filledForm = undefined;
    this.#leaveGuard.off();
  }

  /** The browser asks before the page is left with something that somebody typed. */
  #watchLeaving(): void {
    if (!this.#host.isConnected) return;
    for (const [name, answer] of this.answers)
      if (answer.length && !this.#prefilled.has(name)) this.#leaveGuard.on();
  }

  #onOnline = (): void => {
    const input = this.#input();
    const submitter = this.#submitter.part;
    if (this.hasSubmitterFailed) void this.submit();
    else if (this.step.state === 'waiting' && !this.#run && input && submitter)
      void this.#follow(submitter.sendForm(input));
  };
}
