import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiError, ApiErrorKind } from '../api/api-error.js';
import { organisationsQuestion, type FormView, type OrganisationView } from '../api/forms.js';
import type { SettingsController } from '../controllers/settings-controller.js';
import type { Catalogue, FormFlowStrings } from '../i18n/strings.js';
import type { Issue } from './validation.js';
import type { Given } from './lazy/prefill.js';
import type { Flow, flowIn, flowStyles, Job, Reactions } from './lazy/form-submitter.js';
import { adopt } from '../dom/adopt.js';

/** How far a submission has come. */
export interface Progress {
  issues: readonly Issue[];
  /** `waiting`: for the network to return. */
  sending: 'no' | 'yes' | 'waiting';
  failure: ApiError | null;
  isDone: boolean;
}

/** What a form is about: where it goes, what is sent beside the answers, and how the page is told. */
export interface FormSubject {
  path: string;
  about: Readonly<Record<string, string>>;
  /** Questions whose answers stand beside the others. */
  beside: readonly string[];
  /** Tells the page; false when it prevented what was to happen. */
  tell(
    host: HTMLElement,
    what: 'submit' | 'accepted' | 'refused',
    more: { answers?: Record<string, string | string[]>; kind?: ApiErrorKind },
  ): boolean;
}

/** The chunk that sends, fetched when the first field takes focus, and the words of this form's flow. */
export interface FlowChunk {
  flowIn: typeof flowIn;
  flowStyles: typeof flowStyles;
  words: Catalogue<FormFlowStrings>;
}

export interface FormOptions {
  settings: SettingsController;
  form: () => FormView | undefined;
  language: () => string;
  subject: () => FormSubject;
  load: () => Promise<FlowChunk>;
  /** Asks for the form again; what was typed stays. */
  reload: () => void;
}

const atRest: Progress = { issues: [], sending: 'no', failure: null, isDone: false };

/** Holds what a person types, in memory only, and sends it once, whatever happens to the network or the element. */
export class FormController implements ReactiveController {
  answers = new Map<string, string | readonly string[]>();
  consents: ReadonlySet<string> = new Set();
  organisations: readonly OrganisationView[] = [];
  progress: Progress = atRest;
  flow: Flow | undefined;
  /** The chunk that sends could not be fetched. */
  isStuck = false;
  /** What the page says of the answers is known: nobody answers before that. */
  isReady = true;

  #host: ReactiveControllerHost & HTMLElement;
  #options: FormOptions;
  #focusNext = '';
  /** Changes when the form is about something else: answers to what was sent before are not for it. */
  #turn = 0;
  #chunk: FlowChunk | undefined;
  #given: Given = { values: new Map(), locked: new Set() };
  #prefilled = new Set<string>();
  #filled: FormView | undefined;
  #isMembershipKnown = false;
  /** All organisations are known, rather than those that are named so. */
  #hasAll = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
    if (navigator.onLine) this.#onOnline();
    this.#readGiven().catch(() => undefined);
    this.#watchLeaving();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('beforeunload', this.#onLeaving);
  }

  /** What the page says of the answers is read by a file of its own, which few pages need. */
  async #readGiven(): Promise<void> {
    const names = this.#host.getAttributeNames();
    if (!names.some((name) => /^(?:prefill-|from-query|locked)/.test(name))) return;
    this.isReady = false;
    try {
      const { givenBy } = await import('./lazy/prefill.js');
      this.#given = givenBy(this.#host);
      this.#filled = undefined;
    } finally {
      // Without it, one answers by oneself.
      this.isReady = true;
      this.#host.requestUpdate();
    }
  }

  /** Fills in what the page says, once the form is known: what it does not ask, or offer, is left out. */
  hostUpdate(): void {
    const form = this.#options.form();
    if (!form || form === this.#filled || this.progress.isDone) return;
    this.#filled = form;
    for (const { name, kind, options } of form.fields) {
      const value = this.#given.values.get(name);
      const isOffered = !options.length || options.some((one) => one.value === value);
      if (value && kind !== 'several-choices' && isOffered) this.prefill(name, value);
    }
    // What the page says of the organisation may tell its membership before anybody is asked.
    const named = this.#prefilled.has('organisation') && this.answers.get('organisation');
    if (named) void this.#find(`organisations?q=${encodeURIComponent(String(named))}`);
  }

  /** Whether the page filled it in and wants it to stay so. */
  isLocked(name: string): boolean {
    return this.#given.locked.has(name) && this.#prefilled.has(name);
  }

  hostUpdated(): void {
    if (this.flow && this.flow.language !== this.#options.language()) void this.prepare();
    if (!this.#focusNext) return;
    const target = this.#host.shadowRoot?.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    target?.focus();
  }

  /** Fills in what nobody has answered yet. */
  prefill(name: string, value: string): void {
    if (!value || this.answers.has(name)) return;
    this.answers.set(name, value);
    this.#prefilled.add(name);
  }

  /** The form is about something else now. */
  restart(): void {
    this.#forget();
    this.progress = atRest;
    this.flow = undefined;
    this.#turn++;
  }

  /** Fetches what filling in needs, in the language shown. */
  prepare = async (): Promise<Flow | undefined> => {
    const { language, load } = this.#options;
    const wanted = language();
    const turn = this.#turn;
    const known = this.flow;
    if (known?.language === wanted) return known;
    try {
      const { flowIn, flowStyles, words } = (this.#chunk ??= await load());
      adopt(this.#host, flowStyles);
      const flow = known ? await known.in(wanted, words) : await flowIn(wanted, words, this.#reactions(turn));
      if (turn !== this.#turn) return await this.prepare();
      // Another focus may have fetched it meanwhile: one of them keeps the key.
      if (this.flow === known) this.flow = flow;
      this.isStuck = false;
      const job = this.#job();
      if (job && this.flow === flow) flow.begin(job.api, job.form);
    } catch {
      // Asked for again at the next focus, and when the form is sent.
    }
    this.#host.requestUpdate();
    return this.flow;
  };

  submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const flow = this.flow ?? (await this.prepare());
    const job = this.#job();
    this.isStuck = !flow;
    this.#host.requestUpdate();
    if (job && this.progress.sending === 'no' && !this.progress.isDone) await flow?.submit(job);
  };

  answer = (name: string, answer: string | readonly string[]): void => {
    this.answers = new Map(this.answers).set(name, answer);
    this.#prefilled.delete(name);
    this.#watchLeaving();
    if (name === 'organisation') this.#knowMembership();
    this.#host.requestUpdate();
  };

  /** The organisation named, when it is one that we know. */
  get organisation(): OrganisationView | undefined {
    return this.organisations.find((one) => one.name === this.answers.get('organisation'));
  }

  /** What an organisation that we know tells is not asked; that of another is not kept for the next. */
  #knowMembership(): void {
    const known = this.organisation;
    if (known) this.answers.set('membership', known.isMember ? 'member' : 'non-member');
    else if (this.#isMembershipKnown) this.answers.delete('membership');
    this.#isMembershipKnown = Boolean(known);
  }

  consent = (purpose: string, isGiven: boolean): void => {
    const consents = new Set(this.consents);
    if (isGiven) consents.add(purpose);
    else consents.delete(purpose);
    this.consents = consents;
    this.#host.requestUpdate();
  };

  /** The names of organisations are fetched when somebody comes to that question; without them, one types. */
  focus = (kind: string): void => {
    if (kind === 'organisation' && !this.#hasAll) void this.#find(organisationsQuestion.path);
  };

  async #find(path: string): Promise<void> {
    try {
      const found = await this.#options.settings.api?.ask({ ...organisationsQuestion, path });
      const isAll = path === organisationsQuestion.path;
      if (!found || (!isAll && this.#hasAll)) return;
      this.organisations = found.value;
      this.#hasAll = isAll;
      if (this.organisation) this.#knowMembership();
      this.#host.requestUpdate();
    } catch {
      // Without them, one types.
    }
  }

  #reactions = (turn: number): Reactions => ({
    show: (change, focus) => {
      if (turn === this.#turn) this.#show(change, focus);
    },
    reload: () => {
      if (turn === this.#turn) this.#options.reload();
    },
  });

  #show = (change: Partial<Progress>, focus = ''): void => {
    this.progress = { ...this.progress, ...change };
    this.#focusNext = focus;
    if (change.isDone) this.#forget();
    this.#host.requestUpdate();
  };

  #job(): Job | undefined {
    const { settings, form, subject } = this.#options;
    const { api } = settings;
    const shown = form();
    return (
      api &&
      shown && {
        host: this.#host,
        api,
        form: shown,
        subject: subject(),
        answers: this.answers,
        consents: this.consents,
        trap: this.#host.shadowRoot?.querySelector<HTMLInputElement>('[name=website]')?.value ?? '',
        site: settings.settings.site,
      }
    );
  }

  #forget(): void {
    this.answers = new Map();
    this.consents = new Set();
    this.#prefilled.clear();
    this.#isMembershipKnown = false;
    this.#filled = undefined;
    window.removeEventListener('beforeunload', this.#onLeaving);
  }

  /** The browser asks before it leaves what somebody typed; not what the page filled in. */
  #watchLeaving(): void {
    for (const [name, answer] of this.answers) {
      if (!answer.length || this.#prefilled.has(name)) continue;
      window.addEventListener('beforeunload', this.#onLeaving);
      return;
    }
  }

  #onLeaving = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Older browsers look at this one.
    (event as { returnValue: unknown }).returnValue = true;
  };

  #onOnline = (): void => {
    const job = this.#job();
    if (this.isStuck) void this.submit();
    else if (this.progress.sending === 'waiting' && job) void this.flow?.send(job);
  };
}
