import { ApiError, isApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import type { FormView } from '../../api/forms.js';
import { send } from '../../api/send.js';
import { safeUrl } from '../../dom/safe-url.js';
import { version } from '../../dom/version.js';
import type { Issue, SubmissionInput, SubmissionMemory, SubmissionStep } from '../submission.js';
import { ProofMaker } from './proof-of-work.js';
import { answersToSend, validateAnswers } from './validation.js';

export { styles } from './submission.styles.js';
export { validateAnswers } from './validation.js';

/** Validates and sends a form; yields each step that the form shows. Stop after `complete` to send nothing. */
export async function* submitForm(input: SubmissionInput): AsyncGenerator<SubmissionStep> {
  const { form, answers, messages } = input;
  const issues = validateAnswers(form.fields, answers, messages.issues);
  if (issues.length) {
    yield { state: 'invalid', issues };
    return;
  }
  yield { state: 'complete', answers: answersToSend(form.fields, answers) };
  yield* sendForm(input);
}

/** Sends a form that was validated before, such as when the network is back. */
export async function* sendForm(input: SubmissionInput): AsyncGenerator<SubmissionStep> {
  const { memory } = input;
  const submission = submissionOf(input);
  const body = JSON.stringify(submission);
  if (body !== memory.body) {
    memory.body = body;
    memory.key = newKey();
  }
  yield { state: 'sending' };
  try {
    await sendWithProof(input, submission);
    yield { state: 'accepted' };
  } catch (error) {
    const failure = isApiError(error) ? error : new ApiError('garbage');
    const isOffline = failure.kind === 'offline' && !navigator.onLine;
    yield isOffline ? { state: 'waiting' } : refusal(failure, input);
  }
}

/** Begins the proof of work, so that nobody waits for it when the form is sent. */
export function beginProof(memory: SubmissionMemory, api: ApiClient, form: FormView): ProofMaker {
  if (memory.proof?.form !== form.id || memory.proof.api !== api) memory.proof = new ProofMaker(api, form.id);
  memory.proof.begin().catch(() => undefined);
  return memory.proof;
}

/** Sends with a proof of work. When the server refuses the proof as expired or used, makes a new one and retries once. */
async function sendWithProof(
  { api, form, subject, memory }: SubmissionInput,
  submission: object,
): Promise<void> {
  const proof = beginProof(memory, api, form);
  const attempt = (text: string | null) =>
    send(api, subject.path, { ...submission, proof: text }, memory.key);
  try {
    // Send without a proof where none can be made, but not after a network failure.
    const text = await proof.begin().catch((failure: unknown) => {
      if (isApiError(failure)) throw failure;
      return null;
    });
    await attempt(text);
  } catch (error) {
    const { issues } = error as Partial<ApiError>;
    if (!issues?.some(({ pointer }) => pointer === '/proof')) throw error;
    await attempt(await proof.begin(true));
  }
}

/** Maps the server's issues to their fields; an issue without a known field goes to the top (J04). */
function refusal(failure: ApiError, { form, subject, messages }: SubmissionInput): SubmissionStep {
  const names = new Set([...form.fields.map(({ name }) => name), ...subject.beside]);
  let isOutdated = false;
  const issues = failure.issues.map(({ pointer, detail, code }): Issue => {
    if (pointer === '/formVersion') {
      isOutdated = true;
      return { name: '', detail: messages.changed };
    }
    const name = pointer.replace(/^\/(?:answers\/)?/, '');
    return { name: names.has(name) ? name : '', detail: detail || code };
  });
  return { state: 'refused', failure, issues, isOutdated };
}

/** The body of the request: what it is about, then what was answered. */
function submissionOf({ form, subject, answers, consents, honeypot, site }: SubmissionInput) {
  const about: Record<string, unknown> = { ...subject.about };
  for (const name of subject.beside) about[name] = answers.get(name) || null;
  return {
    ...about,
    formVersion: form.version,
    language: form.language,
    answers: answersToSend(form.fields, answers),
    consents: form.consents
      .filter(({ purpose }) => consents.has(purpose))
      .map(({ purpose, textSha256 }) => ({ purpose, textSha256 })),
    sourceSite: originOf(location.origin) ?? originOf(site),
    widgetVersion: version,
    ...(honeypot && { website: honeypot }),
  };
}

/** The origin of an http address; null for an opaque one. */
function originOf(address: string | undefined): string | null {
  const safe = safeUrl(address ?? '');
  return /^https?:/.test(safe) ? new URL(safe).origin : null;
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0');
  return key;
}
