import type { ReadCache } from './http/cached.js';
import type { Files } from './http/files.js';
import type { OriginList } from './http/guards.js';
import type { Intake } from './intake.js';
import type { JoinDesk } from './join-desk.js';
import type { Limits } from './limits.js';
import type { Addresses } from './present.js';
import type { Proofs } from './proof.js';
import type { ProposalDesk } from './proposal-desk.js';
import type { RegistrationDesk } from './registration-desk.js';
import type { Database } from './store/sql.js';

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
