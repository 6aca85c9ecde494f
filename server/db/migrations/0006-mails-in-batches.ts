import type { Migration } from './migration.js';

/** First mails to one recipient that wait for the same turn go as one: `batch` names the recipient, under a key. */
export const mailsInBatches: Migration = {
  name: '0006-mails-in-batches',
  async up(database) {
    await database.run(`alter table outbox add column batch text`);
    await database.run(`create index outbox_by_batch on outbox (batch, state)`);
  },
};
