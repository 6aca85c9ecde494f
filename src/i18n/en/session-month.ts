import type { MonthStrings } from '../strings.js';

export const strings: MonthStrings = {
  others: (count) => `+ ${count} more`,
  othersOn: (day) => `on ${day}`,
  fewer: 'Show fewer',
};
