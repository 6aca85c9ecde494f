import type { StatusStrings } from '../strings.js';

export const strings: StatusStrings = {
  loading: 'جارٍ التحميل…',
  stillLoading: 'ما زال التحميل جاريًا: يبدو أن الاتصال بطيء.',
  retry: 'إعادة المحاولة',
  openPage: 'فتح صفحة F3E',
  offline: 'تعذّر الوصول إلى الخدمة. يُرجى التحقق من الاتصال ثم إعادة المحاولة.',
};
