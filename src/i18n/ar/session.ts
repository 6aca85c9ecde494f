import type { SessionStrings } from '../strings.js';
import { apart, counted } from './count.js';

const places = {
  zero: 'لا أماكن متبقية',
  one: 'مكان واحد متبقٍّ',
  two: 'مكانان متبقيان',
  few: 'أماكن متبقية',
  many: 'مكانًا متبقيًا',
  other: 'مكان متبقٍّ',
};

export const strings: SessionStrings = {
  modes: { online: 'عبر الإنترنت', 'in-person': 'حضوريًا', hybrid: 'عبر الإنترنت وحضوريًا' },
  rescheduled: 'موعد جديد',
  registration: {
    'not-yet-open': 'التسجيل يُفتح قريبًا',
    open: 'التسجيل مفتوح',
    'waiting-list': 'اكتمل العدد، قائمة الانتظار مفتوحة',
    full: 'اكتمل العدد',
    closed: 'التسجيل مغلق',
    cancelled: 'أُلغيت',
  },
  placesLeft: (count) => counted(count, places),
  yourTime: (time, city) => `${time} بتوقيتكم (${apart(city)})`,
  timeIn: (city) => `بتوقيت ${apart(city)}`,
};
