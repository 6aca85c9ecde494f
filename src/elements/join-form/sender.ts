import { ApiError } from '../../api/api-error.js';
import type { ApiClient } from '../../api/client.js';
import { sendJoinRequest } from '../../api/forms.js';
import type { JoinRequestSubmission } from '../../contract/index.js';

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
function newKey(): string {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0');
  return key;
}

/** Sends one request, under one key for as long as it stays the same (TRUST L01). */
export class Sender {
  #key = '';
  #body = '';

  /** Resolves with the sentence of the server; rejects with an `ApiError`. */
  async send(api: ApiClient, submission: JoinRequestSubmission): Promise<string> {
    const body = JSON.stringify(submission);
    if (body !== this.#body) {
      this.#body = body;
      this.#key = newKey();
    }
    try {
      return await sendJoinRequest(api, submission, this.#key);
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError('garbage');
    }
  }
}
