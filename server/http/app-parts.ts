import type { Passkeys } from '../bureau/sign-in/passkeys.js';
import type { SignInService } from '../bureau/sign-in/service.js';
import type { Database } from '../db/database.js';
import type { ProofOfWork } from '../security/proof-of-work.js';
import type { RateLimits } from '../security/rate-limits.js';
import type { GuardedFetch } from '../shared/guarded-fetch.js';
import type { Addresses } from '../shared/addresses.js';
import type { Log } from '../shared/log.js';
import type { DataController } from '../submissions/forms/data-controller.js';
import type { JoinRequestService } from '../submissions/join-requests/service.js';
import type { ProposalService } from '../submissions/proposals/service.js';
import type { RegistrationService } from '../submissions/registrations/service.js';
import type { SelfService } from '../submissions/self-service/service.js';
import type { OriginList } from './middleware.js';
import type { ResponseCache } from './response-cache.js';
import type { Releases } from './releases.js';
import type { Files } from './static-files.js';

/** Dependencies of the routes. */
export interface AppParts {
  db: Database;
  now: () => number;
  log: Log;
  links: Addresses;
  controller: DataController;
  cache: ResponseCache;
  joinRequests: JoinRequestService;
  registrations: RegistrationService;
  proposals: ProposalService;
  selfService: SelfService;
  signIn: SignInService;
  passkeys: Passkeys;
  origins: OriginList;
  frames: 'any' | 'listed';
  rateLimits: RateLimits;
  proofOfWork: ProofOfWork;
  trustedProxies: number;
  staffToken: string | null;
  version: string;
  /** Releases of the embed by their version, the running one among them. */
  releases: Releases;
  assetFiles: Files;
  pictureFiles: Files;
  demoFiles: Files;
  demo: boolean;
  /** Whether visitors use https, so that cookies may say so. */
  isHttps: boolean;
  /** Reads a page of another server. */
  fetchPage: GuardedFetch;
  /** Called when a mail was queued. */
  onMail: () => void;
  mailFolder: string | null;
}
