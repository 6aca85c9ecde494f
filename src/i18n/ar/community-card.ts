import type { CommunityCardStrings } from '../strings.js';
import { strings as session } from './session.js';
import { strings as status } from './status.js';

export const strings: CommunityCardStrings = {
  ...status,
  ...session,
  status: { open: 'مفتوح للجميع', closed: 'مغلق حاليًا', 'on-request': 'الانضمام عند الطلب' },
  functions: 'فائدته',
  functionKinds: { experimentation: 'التجريب', learning: 'التعلّم', networking: 'التشبيك' },
  weights: ['دور مساند', 'دور مهم', 'دور أساسي'],
  origin: 'منشؤه',
  originKinds: { training: 'تدريب', programme: 'برنامج' },
  audience: 'الجمهور',
  audiences: {
    both: 'أعضاء F3E وغير الأعضاء',
    members: 'أعضاء F3E',
    nonMembers: 'غير الأعضاء في F3E',
  },
  more: 'معرفة المزيد',
  nextSession: 'الجلسة التالية',
  noNextSession: 'لا جلسة مقررة حاليًا.',
  join: {
    open: 'الانضمام إلى المجتمع',
    closed: 'طلب الإخطار عند إعادة الفتح',
    'on-request': 'طلب الانضمام',
  },
};
