/**
 * The tables as they are after the last migration. Times are ISO 8601 in UTC; `doc` holds what was published, as JSON;
 * other columns repeat what is found or counted by. Flags are 0 or 1, since both engines store whole numbers alike.
 */
import type { ColumnType, Generated } from 'kysely';

export interface Tables {
  themes: { slug: string; position: number; doc: string };
  communities: { slug: string; position: number; status: string; doc: string };
  sessions: SessionsTable;
  session_resources: { resource_id: string; session_id: string };
  resources: ResourcesTable;
  resource_communities: { resource_id: string; community: string };
  /** FTS5, on SQLite alone. PostgreSQL has the words in `resources.words`. */
  resource_words: { rowid: number };
  vocabulary: { word: string; size: number; shown: string };
  search_index: { version: number };
  organisations: { id: string; name: string; membership: string; search: string; doc: string };
  organisation_communities: { organisation_id: string; community: string };
  forms: { id: string; version: string; doc: string; first_served_at: string };
  form_settings: { form_id: string; doc: string; updated_at: string };
  join_requests: SubmissionColumns & { community: string; strand: string | null; status: string };
  registrations: SubmissionColumns & {
    session: string;
    state: string;
    offer_until: Added<string>;
    reminded_at: Added<string>;
  };
  proposals: SubmissionColumns & { status: string };
  consent_events: ConsentEventsTable;
  access_tokens: {
    hash: string;
    purpose: string;
    subject_id: string;
    created_at: string;
    expires_at: string | null;
    used_at: string | null;
  };
  idempotency_keys: {
    scope: string;
    key: string;
    body_sha256: string;
    status: number;
    answer: string;
    created_at: string;
  };
  outbox: OutboxTable;
  counters: { name: string; count: number; until: string };
  recipients: { name: string; planned: string; until: string };
  spent_proofs: { name: string; until: string };
  team_members: {
    id: string;
    email_key: string;
    /** Name, address and language, sealed. */
    profile: string;
    created_at: string;
    invited_by: string | null;
    disabled_at: Added<string>;
  };
  team_roles: { member_id: string; role: string; scope: string };
  team_sessions: TeamSessionsTable;
  team_links: TeamLinksTable;
  api_tokens: {
    id: string;
    hash: string;
    name: string;
    /** Actions, between blanks. */
    scopes: string;
    made_by: string;
    created_at: string;
    expires_at: string;
    used_at: Added<string>;
  };
  presses: {
    id: string;
    member_id: string;
    at: string;
    /** Until when it can be taken back. */
    until: string;
    /** Identifiers and states, as JSON. */
    changes: string;
    undone_at: Added<string>;
  };
  revisions: {
    kind: string;
    subject_id: string;
    number: number;
    doc: string;
    /** `draft`, `scheduled`, `published`, `replaced` or `discarded`. */
    state: string;
    community: string;
    author: string;
    at: string;
    /** When a scheduled one is published. */
    publish_at: Added<string>;
  };
  sources: {
    id: string;
    kind: string;
    name: string;
    url: string;
    /** Short name of the community of what comes from it; empty for the whole network. */
    community: string;
    language: string;
    created_at: string;
    paused: number;
    next_at: string;
    checked_at: Added<string>;
    read_at: Added<string>;
    failures: number;
    failure: Added<string>;
    etag: Added<string>;
    last_modified: Added<string>;
  };
  source_items: {
    source_id: string;
    external_id: string;
    subject_id: string;
    hash: string;
    seen_at: string;
  };
  previews: {
    hash: string;
    session_id: string;
    /** The session as it would be published. */
    doc: string;
    made_by: string;
    expires_at: string;
  };
  team_passkeys: {
    /** Of the credential, in base64url. */
    id: string;
    member_id: string;
    public_key: string;
    counter: number;
    /** Between blanks. */
    transports: string;
    /** The device on which it was made. */
    name: string;
    created_at: string;
    used_at: Added<string>;
  };
  team_challenges: {
    /** Of the secret that the browser keeps. */
    hash: string;
    challenge: string;
    expires_at: string;
  };
  notes: {
    id: string;
    /** The submission that it is about. */
    subject_id: string;
    author: string;
    at: string;
    /** `note`, or `question` that went to the person. */
    kind: string;
    /** Sealed. */
    note: string;
  };
  journal: {
    id: string;
    at: string;
    actor: string;
    action: string;
    kind: string;
    subject_id: string;
    community: string | null;
    summary: string;
  };
}

/** A column that may be left out when a row is added; it is null then. */
type Added<T> = ColumnType<T | null, T | null | undefined, T | null>;

interface SessionsTable {
  id: string;
  community: string;
  kind: string;
  mode: string;
  language: string;
  status: string;
  audience: string;
  series: string | null;
  starts_at: string;
  ends_at: string;
  opens_at: string | null;
  closes_at: string | null;
  registration: string;
  /** What the publisher leaves to register here; null without a limit. */
  seats: number | null;
  /** Seats taken, and people waiting, of those who registered here. */
  taken: Generated<number>;
  waiting: Generated<number>;
  online_link: Added<string>;
  search: string;
  doc: string;
}

interface ResourcesTable {
  place: Generated<number>;
  id: string;
  kind: string;
  language: string;
  access: string;
  year: string;
  published: string;
  title: string;
  /** Several values, each between commas. */
  communities: string;
  themes: string;
  doc: string;
}

/** What the tables of all kinds of submissions hold. */
export interface SubmissionColumns {
  id: string;
  email_key: string;
  received_at: string;
  confirmed_at: Added<string>;
  updated_at: string;
  language: string;
  form_version: string;
  source_site: string | null;
  answers: string;
  has_sensitive: number;
  /** Why somebody should look at it first: words between blanks. */
  review: string;
}

interface ConsentEventsTable {
  id: string;
  subject_kind: string;
  subject_id: string;
  event: string;
  purpose: string;
  text_sha256: string;
  text: string;
  language: string;
  form_version: string;
  widget_version: string | null;
  source_site: string | null;
  at: string;
  place: number;
}

interface TeamSessionsTable {
  hash: string;
  member_id: string;
  /** `mail` or `demo`. */
  way: string;
  device: string;
  created_at: string;
  /** When the member last proved who they are. */
  proved_at: string;
  seen_at: string;
  expires_at: string;
}

interface TeamLinksTable {
  hash: string;
  /** `enter`: of a mail, for the browser that asked; `invite`: printed by a command, for whoever opens it. */
  purpose: string;
  email_key: string;
  browser_hash: string;
  code_hash: string;
  /** The page to go to. */
  next: string;
  tries: number;
  created_at: string;
  expires_at: string;
  used_at: Added<string>;
}

interface OutboxTable {
  id: string;
  subject_id: string;
  state: string;
  attempts: number;
  next_attempt_at: string;
  leased_until: string | null;
  created_at: string;
  sent_at: string | null;
  last_error: string | null;
  message: string | null;
  /** First mails of one batch go as one. */
  batch: Added<string>;
  /** The press of the team that sends it. */
  press: Added<string>;
}
