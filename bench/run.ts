/**
 * `npm run bench`: what our widgets cost beside hand-written pages and well-known libraries that show the same from the
 * same answers, in one run each; then the proof of work, and mails under faults. A quiet machine gives the truest. Rounds:
 * ROUNDS, 15 when absent. With a name (`card`, `calendar`, `list`, `cold`, `first-view`, `proof`, `mail`, `resources`, `server`, `french-stems`), that one alone.
 */
import { benchCalendar } from './calendar.js';
import { benchCard } from './card.js';
import { benchCold } from './cold.js';
import { benchFirstView } from './first-view.js';
import { benchFrenchStems } from './french-stems.js';
import { benchList } from './list.js';
import { benchMail } from './mail.js';
import { benchProof } from './proof.js';
import { benchResources } from './resources.js';
import { benchServer } from './server.js';

const benches = new Map([
  ['card', benchCard],
  ['calendar', benchCalendar],
  ['list', benchList],
  ['cold', benchCold],
  ['first-view', benchFirstView],
  ['proof', benchProof],
  ['mail', benchMail],
  ['resources', benchResources],
  ['server', benchServer],
  ['french-stems', benchFrenchStems],
]);
const wanted = process.argv[2];
for (const [name, bench] of benches) if (!wanted || wanted === name) await bench();
