import type { TroubleStrings } from '../strings.js';
import { strings as status } from './status.js';

const server = 'حدث خلل في الخدمة. يُرجى إعادة المحاولة بعد بضع دقائق.';

export const strings: TroubleStrings = {
  errors: {
    offline: status.offline,
    timeout: 'تستغرق الخدمة وقتًا طويلًا للرد.',
    'not-found': 'هذا المحتوى غير موجود أو لم يعد متاحًا.',
    refused: 'لا يمكن عرض هذا المحتوى هنا.',
    invalid: server,
    busy: 'الطلب كبير على الخدمة حاليًا. يُرجى إعادة المحاولة بعد لحظات.',
    server,
    garbage: 'تعذّرت قراءة الرد. ربما تطلب شبكة عامة تسجيل الدخول.',
  },
  asOf: (when) => `حسب حالة ${when}: الاتصال لا يسمح بالتحديث.`,
};
