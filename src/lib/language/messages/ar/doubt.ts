import type { doubt as en } from '../en/doubt.ts';

export const doubt: Record<keyof typeof en, string> = {
	'doubt.filters': 'عوامل التصفية',
	'doubt.dates': 'التواريخ',
	'doubt.shown': 'الأيام المعروضة',
	'doubt.filter':
		'{relation, select, during {كله ضمن {interval}} before {انتهى قبل {interval}} after {بدأ بعد {interval}} by {انتهى بحلول آخر {interval}} other {يتقاطع زمنه مع {interval}}}',
	'doubt.relation': '{relation, select, during {كله ضمن} before {انتهى قبل} after {بدأ بعد} by {انتهى بحلول آخر} other {يتقاطع زمنه مع}}',
	'doubt.sentence': 'قد يوافق الأيام المطلوبة وقد لا يوافقها.',
	'doubt.change': 'غيِّر الأيام أو علاقة التاريخ بها',
	'doubt.relation-label': 'علاقة التاريخ بهذه الأيام',
	'doubt.days': 'الأيام',
	'doubt.days-hint': 'يوم أو شهر أو سنة أو من يوم إلى يوم: 2026، ٥ ديسمبر ٢٠٢٥، 2025-12-01/2026-03-31',
	'doubt.apply': 'طبِّق',
	'doubt.unread': 'لا يُقرأ هذا أيامًا.',
	'doubt.which': 'أيُّها المقصود؟',
	'doubt.certainly': '{count, number} يقينًا',
	'doubt.possibly': '{count, number} احتمالًا',
	'doubt.undated': '{count, number} بلا تاريخ',
	'doubt.include-possibly': 'أدرج المحتمل ({count, number})',
	'doubt.leave-possibly': 'استبعد المحتمل ({count, number})',
	'doubt.include-undated': 'أدرج ما لا تاريخ له ({count, number})',
	'doubt.leave-undated': 'استبعد ما لا تاريخ له ({count, number})'
};
