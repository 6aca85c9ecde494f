import { thread } from './0001-thread.js';
import { calendar } from './0002-calendar.js';
import { trust } from './0003-trust.js';
import { search } from './0004-search.js';
import { searchIndex } from './0005-search-index.js';
import { mailsInBatches } from './0006-mails-in-batches.js';
import { team } from './0007-team.js';
import { presses } from './0008-presses.js';
import { revisions } from './0009-revisions.js';
import { later } from './0010-later.js';
import { sources } from './0011-sources.js';
import type { Migration } from './migration.js';

/** Each runs once, in this order, on both engines. One that was released is never edited: add one. */
export const migrations: readonly Migration[] = [
  thread,
  calendar,
  trust,
  search,
  searchIndex,
  mailsInBatches,
  team,
  presses,
  revisions,
  later,
  sources,
];
