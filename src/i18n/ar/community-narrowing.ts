import type { CommunityNarrowingStrings } from '../strings.js';

export const strings: CommunityNarrowingStrings = {
  facets: { function: 'الغرض الأساسي', theme: 'الموضوع', audience: 'الجمهور', status: 'كيفية الانضمام' },
  clearFilters: 'إزالة كل عوامل التصفية',
  nothingFits: 'لا مجتمع يوافق عوامل التصفية هذه.',
};
