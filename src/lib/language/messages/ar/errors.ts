import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'شيء ناقص',
	'errors.not-found': 'لا يوجد هنا سجل «{id}».',
	'errors.not-found-page': 'لا توجد صفحة في هذا العنوان.',
	'errors.not-found-do': 'راجع العنوان أو ابحث عنه أو عد إلى لوحة المتابعة.',
	'errors.internal': 'تعذّر على الخادم أن يجيب.',
	'errors.internal-do': 'لم يُفقد شيء. أعد المحاولة؛ سجل الخادم يوضح أكثر.',
	'errors.load-failed': 'تعذّر جلب: {what}. أعد المحاولة.',
	'errors.to-dashboard': 'إلى لوحة المتابعة'
};
