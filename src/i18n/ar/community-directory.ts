import type { CommunityDirectoryStrings } from '../strings.js';
import { strings as card } from './community-card.js';
import { counted, number } from './count.js';

const communities = {
  zero: 'لا مجتمعات',
  one: 'مجتمع واحد',
  two: 'مجتمعان',
  few: 'مجتمعات',
  many: 'مجتمعًا',
  other: 'مجتمع',
};

export const strings: CommunityDirectoryStrings = {
  ...card,
  communities: 'مجتمعات الممارسة',
  filter: (count) => (count ? `تصفية (${number(count)})` : 'تصفية'),
  found: (total) => counted(total, communities),
  sort: 'الترتيب حسب',
  sorts: { '': 'ترتيب F3E', next: 'الجلسة التالية', name: 'الاسم' },
  sorted: (by) => `الترتيب حسب: ${by}`,
  compare: 'أيّها يناسبني؟',
  cards: 'العودة إلى المجتمعات',
  missing: 'هل ينقص مجتمع يخص موضوعكم؟',
  propose: 'اقتراح مجتمع',
  nothingHere: 'لا شيء للعرض حاليًا.',
};
