import type { SessionToolsStrings } from '../strings.js';
import { apart } from './count.js';

export const strings: SessionToolsStrings = {
  words: 'كلمات البحث',
  wordsHint: 'في العنوان أو المكان أو التقديم',
  names: {
    community: 'المجتمع',
    kind: 'نوع الجلسة',
    mode: 'عبر الإنترنت أو حضوريًا',
    language: 'اللغة',
    audience: 'الجمهور',
  },
  everyone: 'مفتوحة للجميع',
  available: 'فيها أماكن متاحة',
  copyOrFollow:
    'الاشتراك يُبقي تقويمكم محدّثًا: تصله تغييرات المواعيد والإلغاءات تلقائيًا. أما التنزيل فنسخة لا تتغير بعد ذلك.',
  follow: 'الاشتراك في تقويمي',
  address: 'عنوان الاشتراك',
  copy: 'نسخ العنوان',
  copied: 'نُسخ العنوان.',
  notCopied: 'تعذّر نسخ العنوان: إنه محدد، ويمكن نسخه بلوحة المفاتيح.',
  download: `تنزيل نسخة (${apart('.ics')})`,
  nothingIn: (from, to) => (to ? `لا جلسات من ${from} إلى ${to}.` : `لا جلسات في ${from}.`),
  nothingFits: 'لا جلسة توافق عوامل التصفية هذه.',
  clearFilters: 'مسح الكل',
  nextOn: (day) => `الجلسة التالية: ${apart(day)}`,
  lastOn: (day) => `الجلسة السابقة: ${apart(day)}`,
  notAll: 'هناك جلسات أخرى: يُرجى اختيار شهر أو عامل تصفية لعرضها.',
  clock: 'التوقيت المعروض',
  sessionClock: 'توقيت الجلسات',
  clockOf: (city) => `توقيت ${apart(city)}`,
};
