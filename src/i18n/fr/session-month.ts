import type { MonthStrings } from '../strings.js';

export const strings: MonthStrings = {
  others: (count) => `+ ${count} autre${count > 1 ? 's' : ''}`,
  othersOn: (day) => `le ${day}`,
  fewer: 'Réduire',
};
