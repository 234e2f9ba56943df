import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'شيء ناقص',
	'errors.not-found': 'لا يوجد هنا سجل «{id}».',
	'errors.not-found-page': 'لا توجد صفحة في هذا العنوان.',
	'errors.not-found-do': 'راجع العنوان أو ابحث عنه أو عد إلى لوحة المتابعة.',
	'errors.internal': 'تعذّر على الخادم أن يجيب.',
	'errors.internal-do': 'لم يُفقد شيء. أعد المحاولة؛ سجل الخادم يوضح أكثر.',
	'errors.load-failed': 'تعذّر جلب: {what}. أعد المحاولة.',
	'errors.reached-by-others': 'لا يُكتب هنا شيء لمن لم يسجّل الدخول. ومن سجّله يفتح المكتب بالعنوان الذي شُغّل الخادم له.',
	'errors.other-site': 'جاء هذا الطلب من موقع آخر، فرُفض.',
	'errors.refused': 'لم يُكتب شيء',
	'errors.getting-ready': 'جارٍ التحضير',
	'errors.getting-ready-share': 'قُرئ {share, number, percent} من السجلات. ستُفتح هذه الصفحة تلقائيًا عند اكتمالها.',
	'errors.to-dashboard': 'إلى لوحة المتابعة',
	'errors.sign-in': 'تسجيل الدخول',
	'errors.sign-in-needed':
		'هذا المكتب مفتوح لمالكه. سجّل الدخول بالرابط الذي طُبع عند بدء الخادم، أو أنشئ رابطًا جديدًا بالأمر «npm run sign-in-link».',
	'errors.sign-in-bad': 'استُعمل هذا الرابط أو انتهت مدته. أنشئ رابطًا جديدًا بالأمر «npm run sign-in-link».',
	'errors.sign-in-throttled': 'جُرّبت روابط كثيرة من هنا. انتظر عشر دقائق.',
	'errors.sign-in-go': 'تسجيل الدخول'
};
