import type { Form } from '../../src/contract/index.js';
import type { Database } from '../db/database.js';
import type { Language } from '../i18n/language.js';
import type { RateLimits } from '../security/rate-limits.js';
import type { Addresses } from '../shared/addresses.js';
import type { AccessToken, TokenPurpose } from './access-tokens-repository.js';
import type { SubmissionKind } from './consents-repository.js';
import type { DataController } from './forms/data-controller.js';
import type { SelfService } from './self-service/service.js';
import type { SubmissionService } from './service.js';

/** Dependencies of the service of each kind of submission. */
export interface KindServiceParts {
  db: Database;
  now: () => number;
  controller: DataController;
  links: Addresses;
  submissions: SubmissionService;
  selfService: SelfService;
  rateLimits: RateLimits;
  /** Called when a mail was queued. */
  onMail: () => void;
}

/** Acts on a submission through the links of mails. `F` is the submission that a link opens, with its context. */
export interface KindService<F extends { token: AccessToken }> {
  kind: SubmissionKind;
  /** Opens a link; undefined when it opens nothing. Reading changes nothing (D10). */
  open(token: string, purpose: TokenPurpose): Promise<F | undefined>;
  formOf(found: F, language: Language): Promise<Form>;
  /** Confirms once; returns the secret of the person's own page. */
  confirm(token: string): Promise<{ manage: string } | undefined>;
  /** Refuses an unconfirmed submission and erases it. */
  refuse(token: string): Promise<boolean>;
  cancel(token: string): Promise<boolean>;
}
