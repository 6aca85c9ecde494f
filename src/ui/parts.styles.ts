import { badgeStyles } from './badge.js';
import { markStyles } from './mark.js';
import { dateBlockStyles } from './date-block.js';

/** The parts by which all widgets are read alike: marks of communities, days, states. */
export const partsStyles = [markStyles, badgeStyles, dateBlockStyles];
