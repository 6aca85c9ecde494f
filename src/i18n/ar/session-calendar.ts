import type { SessionCalendarStrings } from '../strings.js';
import { apart, counted, number } from './count.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

const sessions = (count: number) =>
  counted(count, {
    zero: 'لا جلسات',
    one: 'جلسة واحدة',
    two: 'جلستان',
    few: 'جلسات',
    many: 'جلسة',
    other: 'جلسة',
  });

const past = {
  zero: 'لا جلسات سابقة',
  one: 'جلسة سابقة واحدة',
  two: 'جلستان سابقتان',
  few: 'جلسات سابقة',
  many: 'جلسة سابقة',
  other: 'جلسة سابقة',
};

export const strings: SessionCalendarStrings = {
  ...status,
  ...session,
  sessions: 'الجلسات',
  skip: 'تخطّي التقويم',
  agenda: 'قائمة',
  month: 'شهر',
  previous: 'الأشهر السابقة',
  next: 'الأشهر التالية',
  today: 'اليوم',
  pickMonth: 'الانتقال إلى شهر',
  kinds: {
    workshop: 'ورشة عمل',
    webinar: 'ندوة عبر الإنترنت',
    'practice-exchange': 'تبادل ممارسات',
    'working-group': 'مجموعة عمل',
    plenary: 'جلسة عامة',
    meeting: 'لقاء',
  },
  audiences: { members: 'للأعضاء فقط', participants: 'للمشاركين والمشاركات فقط' },
  access: {
    captions: 'ترجمة نصية',
    lsf: 'لغة الإشارة الفرنسية',
    'step-free': 'مدخل بلا درج',
    childcare: 'رعاية الأطفال',
    'interpretation-fr': 'ترجمة فورية إلى الفرنسية',
    'interpretation-en': 'ترجمة فورية إلى الإنكليزية',
    'interpretation-es': 'ترجمة فورية إلى الإسبانية',
  },
  statuses: { cancelled: 'أُلغيت', held: 'انتهت', rescheduled: 'تغيّر موعدها' },
  inLanguage: (name) => `اللغة: ${name}`,
  dayOf: (nth, of) => `اليوم ${number(nth)} من ${number(of)}`,
  pastSessions: (count) => `${counted(count, past)} هذا الشهر`,
  told: (period, count) => `${period}: ${sessions(count)}`,
  filter: (count) => (count ? `تصفية (${number(count)})` : 'تصفية'),
  subscribe: 'اشتراك',
  register: { open: 'التسجيل', 'waiting-list': 'قائمة الانتظار' },
  movedFrom: (day) => `كانت مقررة ${apart(day)}`,
};
