import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Message } from './outbox.js';

/** A mail on its way: its id gives a Message-ID that stays the same at each try, so that doubles can be told. */
export interface Parcel {
  id: string;
  createdAt: string;
  /** When this try began: the date of the mail. */
  sentAt: string;
  message: Message;
}

/** Whom mails come from, and where answers to them go. */
export interface Sender {
  from: string;
  replyTo: string | null;
  /** `required`: nothing leaves this machine unencrypted. */
  tls: 'required' | 'optional';
}

export interface Transport {
  deliver(parcel: Parcel): Promise<void>;
  /** Forgets what it kept of these mails. */
  forget(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** What a failed delivery means: refused for good, to be tried again, or perhaps delivered. */
export type FailureKind = 'permanent' | 'temporary' | 'unknown';

/** A delivery that failed. The message holds codes alone: a server's own words may quote the address. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  constructor(
    readonly kind: FailureKind,
    cause: unknown,
  ) {
    super(codesOf(cause), { cause });
  }
}

interface SmtpFailure {
  code?: string;
  command?: string;
  responseCode?: number;
}

const codesOf = (cause: unknown): string => {
  const { code, command, responseCode } = cause as SmtpFailure;
  return [code, command, responseCode].filter(Boolean).join(' ') || 'unknown';
};

/** Time limits of the standard, in milliseconds (RFC 5321, section 4.5.3.2): ten minutes after the final dot. */
const LIMITS = { connectionTimeout: 60_000, greetingTimeout: 300_000, socketTimeout: 600_000 };

/** Sends by SMTP. Addresses are objects with an explicit envelope (S11). */
export function smtpTransport(url: string, sender: Sender): Transport {
  const { from } = sender;
  const transport = createTransport(
    { url, ...LIMITS, requireTLS: sender.tls === 'required' && !isLoopback(url) },
    { from: { name: 'F3E', address: from }, disableFileAccess: true, disableUrlAccess: true },
  );
  const handedOver = watchHandOver(transport);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async deliver(parcel) {
      const mail = mailOf(parcel, sender, domain);
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw new DeliveryError(kindOf(error as SmtpFailure, handedOver.has(mail.messageId)), error);
      } finally {
        handedOver.delete(mail.messageId);
      }
    },
    forget: async () => undefined,
    close: () => transport.close(),
  };
}

const isLoopback = (url: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** Ids of the mails whose whole content was handed to the server, without an answer yet. */
function watchHandOver(transport: ReturnType<typeof createTransport>): Set<string> {
  const handedOver = new Set<string>();
  transport.use('stream', (mail, done) => {
    const end = new PassThrough();
    end.on('end', () => handedOver.add(String(mail.data.messageId)));
    mail.message.transform(end);
    done();
  });
  return handedOver;
}

function kindOf({ responseCode, command }: SmtpFailure, wasHandedOver: boolean): FailureKind {
  // A refusal of this recipient or content; of the connection, the account or the sender, it may be a wrong setting.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== undefined) return responseCode >= 500 && isAboutMail ? 'permanent' : 'temporary';
  return wasHandedOver ? 'unknown' : 'temporary';
}

const mailOf = ({ id, sentAt, message }: Parcel, { from, replyTo }: Sender, domain: string) => ({
  envelope: { from, to: [message.to] },
  to: { name: '', address: message.to },
  // Mails invite answers: somebody reads them there.
  ...(replyTo && { replyTo: { name: '', address: replyTo } }),
  subject: message.subject,
  text: message.text,
  html: message.html,
  attachments: [...(message.attachments ?? [])],
  messageId: `<${id}@${domain}>`,
  date: new Date(sentAt),
  headers: {
    'Content-Language': message.language,
    'Auto-Submitted': 'auto-generated',
    // One press, without a page in between (RFC 8058; P05).
    ...(message.unsubscribe && {
      'List-Unsubscribe': `<${message.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
});

/** Keeps mails in a folder, one JSON file each, for development: nothing is sent. */
export function folderTransport(folder: string): Transport {
  return {
    async deliver(parcel) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${parcel.id}.json`);
      await writeFile(`${file}.part`, JSON.stringify(parcel, null, 2));
      await rename(`${file}.part`, file);
    },
    async forget(ids) {
      for (const id of ids) await rm(join(folder, `${id}.json`), { force: true });
    },
    close: () => undefined,
  };
}

/** The mails kept in the folder, newest first. */
export async function mailsIn(folder: string): Promise<Parcel[]> {
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    names
      .filter((name) => /^[0-9a-f]{32}\.json$/.test(name))
      .map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Parcel),
  );
  return mails.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
