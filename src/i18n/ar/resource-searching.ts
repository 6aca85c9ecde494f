import type { SearchingStrings } from '../strings.js';
import { apart } from './count.js';

export const strings: SearchingStrings = {
  filters: 'عوامل التصفية',
  remove: ': إزالة عامل التصفية',
  clearFilters: 'إزالة كل عوامل التصفية',
  clearWords: 'مسح البحث',
  nothingFound: (words) => (words ? `لا مورد يوافق «${apart(words)}».` : 'لا مورد يوافق عوامل التصفية هذه.'),
  nothingOnPage: 'هذه الصفحة من القائمة فارغة.',
  try: 'يمكن تجربة:',
  loose: 'لا مورد يحتوي على كل هذه الكلمات. هذه أقربها.',
  all: 'كل موارد F3E',
  nothingHere: 'لا شيء للعرض حاليًا.',
};
