import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Message } from './outbox.js';

/** A mail on its way: its id gives a Message-ID that stays the same at each try, so that doubles can be told. */
export interface Parcel {
  id: string;
  createdAt: string;
  message: Message;
}

export interface Transport {
  deliver(parcel: Parcel): Promise<void>;
  /** Forgets what it kept of these mails. */
  forget(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** Sends by SMTP. Addresses are objects with an explicit envelope (S11). */
export function smtpTransport(url: string, from: string): Transport {
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    { from: { name: 'F3E', address: from }, disableFileAccess: true, disableUrlAccess: true },
  );
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async deliver({ id, createdAt, message }) {
      await transport.sendMail({
        envelope: { from, to: [message.to] },
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        html: message.html,
        attachments: [...(message.attachments ?? [])],
        messageId: `<${id}@${domain}>`,
        date: new Date(createdAt),
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
    },
    forget: async () => undefined,
    close: () => transport.close(),
  };
}

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
