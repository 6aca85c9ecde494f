import type { SessionDetailsMessages } from '../messages.js';
import { apart, counted, number } from './count.js';

const people = {
  zero: 'لا أحد في الانتظار',
  one: 'شخص واحد في الانتظار',
  two: 'شخصان في الانتظار',
  few: 'أشخاص في الانتظار',
  many: 'شخصًا في الانتظار',
  other: 'شخص في الانتظار',
};

export const messages: SessionDetailsMessages = {
  detail: {
    community: 'المجتمع',
    days: 'المواعيد',
    place: 'المكان',
    map: 'عرض على خريطة',
    stepFree: 'مدخل بلا درج',
    facilitation: 'التيسير',
    cancelledBecause: (reason) => `أُلغيت الجلسة. ${apart(reason)}`,
    movedFrom: (when) => `تغيّر موعد الجلسة: كانت مقررة ${apart(when)}.`,
    reserved: {
      members: 'هذه الجلسة مخصصة للمنظمات الأعضاء في F3E.',
      participants: 'هذه الجلسة مخصصة لمن يشارك في المجموعة أصلًا.',
    },
    approval: 'يقرأ فريق F3E كل طلب ويرد بالبريد الإلكتروني.',
    opensOn: (when) => `يُفتح التسجيل ${apart(when)}.`,
    closesOn: (when) => `التسجيل متاح حتى ${apart(when)}.`,
    nobodyCanNow: {
      full: 'اكتمل عدد المشاركين في الجلسة.',
      closed: 'التسجيل مغلق.',
      cancelled: 'لم يعد التسجيل ممكنًا.',
      'not-yet-open': 'لم يُفتح التسجيل بعد.',
    },
    waiting: (count) => counted(count, people),
    addTo: 'إضافة إلى تقويمي',
    file: `ملف ${apart('.ics')}`,
    seriesFile: `السلسلة كلها (ملف ${apart('.ics')})`,
    resources: 'ما نتج عنها',
    noResources: 'لم يُنشر شيء عن هذه الجلسة بعد.',
    series: (index, total, title) => `الجلسة ${number(index)} من ${number(total)} في سلسلة «${apart(title)}»`,
    otherDates: 'المواعيد الأخرى',
    clockChange: (day) => `تنبيه: يتغير فارق توقيتكم عن توقيت الجلسات ابتداءً من ${apart(day)}.`,
    page: 'صفحة الجلسة',
    close: 'إغلاق',
  },
  filters: {
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
  },
  subscription: {
    copyOrFollow:
      'الاشتراك يُبقي تقويمكم محدّثًا: تصله تغييرات المواعيد والإلغاءات تلقائيًا. أما التنزيل فنسخة لا تتغير بعد ذلك.',
    follow: 'الاشتراك في تقويمي',
    address: 'عنوان الاشتراك',
    copy: 'نسخ العنوان',
    copied: 'نُسخ العنوان.',
    notCopied: 'تعذّر نسخ العنوان: إنه محدد، ويمكن نسخه بلوحة المفاتيح.',
    download: `تنزيل نسخة (${apart('.ics')})`,
  },
};
