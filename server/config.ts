import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { DatabasePlace } from './db/open.js';

/** An unusable setting; the message is a sentence for the administrator. */
export class ConfigError extends Error {
  override name = 'SettingsError';
}

const number = (name: string, least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number from ${least} to ${most}.`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `${name} must be a whole number from ${least} to ${most}.`)
    .default(fallback);

const webOrigin = z.string().transform((text, context) => {
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.origin === text) return text;
  } catch {
    // The issue below says what is wrong.
  }
  context.addIssue({
    code: 'custom',
    message: `ALLOWED_ORIGINS holds “${text}”, which is not an origin such as https://www.example.org (no path, no final slash).`,
  });
  return z.NEVER;
});

const Environment = z.object({
  PORT: number('PORT', 0, 65_535, 8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be the http or https address that visitors use.' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL must begin with postgres:// ; without it, SQLite in DATA_DIR is used.',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must begin with smtp:// or smtps://.')
    .optional(),
  MAIL_FROM: z
    .email({ error: 'MAIL_FROM must be one plain e-mail address.' })
    .default('communautes@f3e.example'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z.array(
        z.string().transform((entry, context) => {
          const at = /^([a-z0-9-]+)=(.*)$/.exec(entry);
          const origin = webOrigin.safeParse(at ? at[2] : entry);
          if (!origin.success) {
            for (const issue of origin.error.issues)
              context.addIssue({ code: 'custom', message: issue.message });
            return z.NEVER;
          }
          return { community: at?.[1] ?? null, origin: origin.data };
        }),
      ),
    ),
  FRAMES: z.enum(['any', 'listed'], { error: 'FRAMES must be “any” or “listed”.' }).default('any'),
  ADMIN_EMAIL: z.email({ error: 'ADMIN_EMAIL must be one plain e-mail address.' }).optional(),
  STAFF_TOKEN: z
    .string()
    .min(
      24,
      'STAFF_TOKEN must have 24 characters or more: for example the output of “openssl rand -base64 32”.',
    )
    .refine((text) => new Set(text).size >= 10, 'STAFF_TOKEN is too simple: use random characters.')
    .optional(),
  TRUSTED_PROXIES: number('TRUSTED_PROXIES', 0, 5, 0),
  CONTROLLER: z.string().min(1).default('F3E'),
  PRIVACY_CONTACT: z.email({ error: 'PRIVACY_CONTACT must be an e-mail address.' }).optional(),
  LIMIT_PER_IP: number('LIMIT_PER_IP', 1, 1_000_000, 10),
  LIMIT_PER_RECIPIENT: number('LIMIT_PER_RECIPIENT', 1, 1_000_000, 3),
  RECIPIENT_PAUSE: number('RECIPIENT_PAUSE', 0, 1_440, 10),
  LIMIT_PER_COMMUNITY: number('LIMIT_PER_COMMUNITY', 1, 1_000_000, 200),
  LIMIT_PER_DOMAIN: number('LIMIT_PER_DOMAIN', 1, 1_000_000, 100),
  LIMIT_OF_FIRST_MAILS: number('LIMIT_OF_FIRST_MAILS', 1, 1_000_000, 500),
  SMTP_TLS: z
    .enum(['required', 'optional'], { error: 'SMTP_TLS must be “required” or “optional”.' })
    .default('required'),
  MAIL_REPLY_TO: z.email({ error: 'MAIL_REPLY_TO must be one plain e-mail address.' }).optional(),
  ALERT_TO: z.email({ error: 'ALERT_TO must be one plain e-mail address.' }).optional(),
  PROOF_OF_WORK: number('PROOF_OF_WORK', 0, 5_000, 500),
  SECRET: z
    .string()
    .min(32, 'SECRET must have 32 characters or more: for example the output of “openssl rand -base64 48”.')
    .refine((text) => new Set(text).size >= 12, 'SECRET is too simple: use random characters.')
    .optional(),
  ERASURE_LEDGER: z.string().optional(),
  DEMO: z.enum(['on', 'off'], { error: 'DEMO must be “on” or “off”.' }).default('off'),
});

export interface Config {
  port: number;
  /** Whether another free port may serve when this one is taken. */
  portIsChosen: boolean;
  host: string;
  publicUrl: string | null;
  dataDir: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  allowedOrigins: { community: string | null; origin: string }[];
  /** Sites that may hold widgets in a frame; forms stand in frames of listed sites alone. */
  frames: 'any' | 'listed';
  /** Who is let into the desk first, while nobody administers it. */
  adminEmail: string | null;
  staffToken: string | null;
  trustedProxies: number;
  controller: string;
  privacyContact: string;
  limitPerIp: number;
  /** First mails to one address in 24 hours, and the minutes between two of them. */
  limitPerRecipient: number;
  recipientPause: number;
  /** Submissions per community and hour before it pauses. */
  limitPerCommunity: number;
  /** First mails to one domain in an hour, and first mails in all. */
  limitPerDomain: number;
  limitOfFirstMails: number;
  /** Whether mails may leave unencrypted where the relay offers no STARTTLS. */
  smtpTls: 'required' | 'optional';
  /** Where answers to mails go. */
  mailReplyTo: string | null;
  alertTo: string | null;
  /** Most tries that a proof of work takes; 0 asks for none. */
  proofOfWork: number;
  /**
   * Signs challenges, seals what people write and hides addresses in counters; all processes share it. Null: one is made
   * once and kept in the data folder.
   */
  secret: string | null;
  erasureLedger: string;
  demo: boolean;
}

/** The settings of the database alone, for commands that need no others. Throws a `ConfigError`. */
export function readDatabasePlace(environment: Record<string, string | undefined>): DatabasePlace {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.pick({ DATA_DIR: true, DATABASE_URL: true }).safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map(({ message }) => message).join('\n'));
  return { dataDir: resolve(result.data.DATA_DIR), databaseUrl: result.data.DATABASE_URL ?? null };
}

/** Reads the environment once. Throws a `ConfigError` with one sentence a line when something is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => issue.message).join('\n'));
  }
  const env = result.data;
  const demo = env.DEMO === 'on';
  if (!demo && !env.SMTP_URL) {
    throw new ConfigError(
      'SMTP_URL is missing: people must get their mails. (DEMO=on keeps mails in a folder instead, for a try.)',
    );
  }
  if (!demo && !env.PRIVACY_CONTACT) {
    throw new ConfigError(
      'PRIVACY_CONTACT is missing: the privacy notice of every form must say whom to write to (GDPR, article 13).',
    );
  }
  if (!demo && env.DATABASE_URL && !env.SECRET) {
    throw new ConfigError(
      'SECRET is missing: processes that share a database must share what signs their challenges.',
    );
  }
  if (!demo && env.PUBLIC_URL?.startsWith('https:') && given['TRUSTED_PROXIES'] === undefined) {
    throw new ConfigError(
      'TRUSTED_PROXIES is missing: PUBLIC_URL is https, so a proxy with TLS stands in front. Say how many proxies add to X-Forwarded-For (1 for one; 0 when none does). Without it the whole world would share the limits of one address.',
    );
  }
  if (!demo && !env.PUBLIC_URL) {
    throw new ConfigError('PUBLIC_URL is missing: the links in mails need the address that visitors use.');
  }
  return {
    port: env.PORT,
    portIsChosen: given['PORT'] !== undefined,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    allowedOrigins: env.ALLOWED_ORIGINS,
    frames: env.FRAMES,
    adminEmail: env.ADMIN_EMAIL ?? null,
    staffToken: env.STAFF_TOKEN ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    controller: env.CONTROLLER,
    privacyContact: env.PRIVACY_CONTACT ?? 'donnees-personnelles@f3e.example',
    limitPerIp: env.LIMIT_PER_IP,
    limitPerRecipient: env.LIMIT_PER_RECIPIENT,
    recipientPause: env.RECIPIENT_PAUSE,
    limitPerCommunity: env.LIMIT_PER_COMMUNITY,
    limitPerDomain: env.LIMIT_PER_DOMAIN,
    limitOfFirstMails: env.LIMIT_OF_FIRST_MAILS,
    smtpTls: env.SMTP_TLS,
    mailReplyTo: env.MAIL_REPLY_TO ?? env.PRIVACY_CONTACT ?? null,
    alertTo: env.ALERT_TO ?? null,
    proofOfWork: env.PROOF_OF_WORK,
    secret: env.SECRET ?? null,
    erasureLedger: resolve(env.ERASURE_LEDGER ?? join(env.DATA_DIR, 'erasures.jsonl')),
    demo,
  };
}
