import { month, timeZone, wholeNumber, theme } from '../../dom/attribute-values.js';
import { filterRules, viewRule } from './scope.js';

/** What the attributes of a calendar may hold. */
export const attributeRules = {
  ...filterRules,
  view: viewRule,
  month,
  months: wholeNumber(1, 12),
  'time-zone': timeZone,
  'heading-level': wholeNumber(2, 6),
  theme,
};
