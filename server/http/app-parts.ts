import type { ReadCache } from './response-cache.js';
import type { Files } from './static-files.js';
import type { OriginList } from './middleware.js';
import type { Intake } from '../submissions/service.js';
import type { JoinDesk } from '../submissions/join-requests/service.js';
import type { Limits } from '../security/rate-limits.js';
import type { Addresses } from '../communities/serializer.js';
import type { Proofs } from '../security/proof-of-work.js';
import type { ProposalDesk } from '../submissions/proposals/service.js';
import type { RegistrationDesk } from '../submissions/registrations/service.js';
import type { Database } from '../db/database.js';

/** What the routes are given. */
export interface AppParts {
  db: Database;
  now: () => number;
  links: Addresses;
  cache: ReadCache;
  desk: JoinDesk;
  registrationDesk: RegistrationDesk;
  proposalDesk: ProposalDesk;
  intake: Intake;
  origins: OriginList;
  limits: Limits;
  proofs: Proofs;
  trustedProxies: number;
  staffToken: string | null;
  version: string;
  embedFiles: Files;
  pageFiles: Files;
  demoFiles: Files;
  demo: boolean;
  mailFolder: string | null;
}
