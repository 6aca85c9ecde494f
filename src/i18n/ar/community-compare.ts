import type { CommunityCompareStrings } from '../strings.js';

export const strings: CommunityCompareStrings = {
  title: 'أيّها يناسبني؟',
  hint: 'ما يميز بعضها عن بعض: الغرض والجمهور والوتيرة والموعد التالي.',
  community: 'المجتمع',
  purpose: 'فائدته',
  audience: 'الجمهور',
  cadence: 'الوتيرة',
  next: 'الجلسة التالية',
  way: 'كيفية الانضمام',
  unknown: 'غير مذكور',
};
