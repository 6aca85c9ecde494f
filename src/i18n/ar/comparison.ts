import type { ComparisonMessages } from '../messages.js';

export const messages: ComparisonMessages = {
  title: 'أيّها يناسبني؟',
  questions: {
    goal: 'أبحث خصوصًا عن',
    rhythm: 'بأي وتيرة؟',
    place: 'الجلسة التالية',
  },
  answers: {
    '': 'لا فرق',
    learning: 'التعلّم',
    experimentation: 'التجريب',
    networking: 'التواصل',
    often: 'كل شهر تقريبًا',
    sometimes: 'بضع مرات في السنة',
    'in-person': 'حضوريًا',
    online: 'عبر الإنترنت',
  },
  sorted: (first) => `رُتّبت حسب إجاباتك. الأولى: ${first}.`,
  unsorted: 'بالترتيب المعتاد.',
  all: {
    audience: {
      both: 'جميعها ترحب بأعضاء F3E وغير الأعضاء.',
      members: 'جميعها موجهة إلى أعضاء F3E.',
      nonMembers: 'جميعها موجهة إلى غير أعضاء F3E.',
    },
    status: {
      open: 'جميعها مفتوحة للجميع.',
      closed: 'جميعها مغلقة حاليًا.',
      'on-request': 'الانضمام إليها جميعًا عند الطلب.',
    },
    purpose: (functions) => `جميعها تفيد خصوصًا في: ${functions}.`,
    cadence: 'وتيرتها جميعًا:',
  },
  pair: 'المجتمعان المقارَنان',
  places: ['المجتمع الأول', 'المجتمع الثاني'],
  unlike: 'بخلاف غيره',
  purpose: 'فائدته',
  tagline: 'في جملة',
  audience: 'الجمهور',
  status: 'الانضمام',
  cadence: 'الوتيرة',
  next: 'الجلسة التالية',
  way: 'كيفية الانضمام',
  unknown: 'غير مذكور',
};
