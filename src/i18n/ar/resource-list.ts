import type { ResourceListStrings } from '../strings.js';
import { counted, number } from './count.js';
import { strings as status } from './status.js';

const resources = {
  zero: 'لا موارد',
  one: 'مورد واحد',
  two: 'موردان',
  few: 'موارد',
  many: 'موردًا',
  other: 'مورد',
};

export const strings: ResourceListStrings = {
  ...status,
  resources: 'الموارد',
  words: 'البحث في الموارد',
  search: 'بحث',
  sort: 'الترتيب حسب',
  sorts: { relevance: 'الصلة', date: 'التاريخ', title: 'العنوان' },
  filter: (count) => (count ? `تصفية (${number(count)})` : 'تصفية'),
  facets: {
    community: 'المجتمع',
    theme: 'الموضوع',
    kind: 'النوع',
    language: 'اللغة',
    year: 'السنة',
    access: 'الإتاحة',
  },
  more: (count) => (count < 2 ? 'قيمة أخرى' : `القيم الأخرى (${number(count)})`),
  kinds: {
    guide: 'دليل',
    proceedings: 'أعمال لقاء',
    study: 'دراسة',
    sheet: 'ورقة مختصرة',
    video: 'فيديو',
    podcast: 'بودكاست',
    article: 'مقالة',
    'meeting-report': 'محضر',
    tool: 'أداة',
    'web-page': 'صفحة ويب',
  },
  accesses: { public: 'متاح للجميع', members: 'للأعضاء فقط' },
  formats: { html: 'صفحة ويب', video: 'فيديو', audio: 'صوت' },
  found: (total, page, pages) =>
    counted(total, resources) + (pages > 1 ? `، الصفحة ${number(page)} من ${number(pages)}` : ''),
  pages: 'صفحات الموارد',
  page: (at) => `الصفحة ${number(at)}`,
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  showMore: (count) => (count === 1 ? 'عرض المورد التالي' : `عرض المزيد (${number(count)})`),
  accessible: 'نسخة ميسّرة',
  from: 'من الجلسة',
  follow: 'متابعة هذه القائمة (RSS)',
  download: 'تنزيل القائمة (CSV)',
};
