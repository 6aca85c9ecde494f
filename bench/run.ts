/**
 * `npm run bench`: what our widgets cost beside hand-written pages and well-known libraries that show the same from the
 * same answers, in one run each. A quiet machine gives the truest. Rounds: ROUNDS, 15 when absent.
 */
import { benchCalendar } from './calendar.js';
import { benchCard } from './card.js';

if (process.argv[2] !== 'calendar') await benchCard();
await benchCalendar();
