import type { CommunityDetailsMessages } from '../messages.js';
import { counted } from './count.js';

export const messages: CommunityDetailsMessages = {
  details: {
    need: 'الحاجة',
    needs: { identified: 'رصدها F3E', requested: 'طلبها الأعضاء' },
    strands: 'المحاور',
    access: { open: 'مفتوح', closed: 'مغلق', 'on-request': 'عند الطلب' },
    cadence: 'الوتيرة',
    languages: 'اللغات',
    facilitation: 'التيسير',
    productions: 'الإنتاج',
    themes: 'المواضيع',
    goFurther: 'حول المجتمع',
    spaces: { training: 'تدريب', study: 'دراسة', meeting: 'لقاء', research: 'بحث' },
    upcoming: (count) =>
      counted(count, {
        zero: 'لا جلسات قادمة',
        one: 'جلسة قادمة واحدة',
        two: 'جلستان قادمتان',
        few: 'جلسات قادمة',
        many: 'جلسة قادمة',
        other: 'جلسة قادمة',
      }),
    resources: (count) =>
      counted(count, {
        zero: 'لا موارد',
        one: 'مورد واحد',
        two: 'موردان',
        few: 'موارد',
        many: 'موردًا',
        other: 'مورد',
      }),
    organisations: (count) =>
      counted(count, {
        zero: 'لا منظمات مشاركة',
        one: 'منظمة مشاركة واحدة',
        two: 'منظمتان مشاركتان',
        few: 'منظمات مشاركة',
        many: 'منظمة مشاركة',
        other: 'منظمة مشاركة',
      }),
  },
};
