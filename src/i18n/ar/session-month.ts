import type { MonthStrings } from '../strings.js';
import { number } from './count.js';

export const strings: MonthStrings = {
  others: (count) => `${number(count)}+ أخرى`,
  othersOn: (day) => `يوم ${day}`,
  fewer: 'عرض أقل',
};
