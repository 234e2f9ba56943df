import type { doubt as en } from '../en/doubt.ts';

export const doubt: Record<keyof typeof en, string> = {
	'doubt.filters': 'پالایه‌ها',
	'doubt.dates': 'تاریخ‌ها',
	'doubt.shown': 'روزهای نمایش‌داده‌شده',
	'doubt.filter':
		'{relation, select, during {سراسر در {interval}} before {پایان‌یافته پیش از {interval}} after {آغازشده پس از {interval}} by {پایان‌یافته تا آخر {interval}} other {هم‌زمان با {interval}}}',
	'doubt.relation':
		'{relation, select, during {سراسر در} before {پایان‌یافته پیش از} after {آغازشده پس از} by {پایان‌یافته تا آخر} other {هم‌زمان با}}',
	'doubt.sentence': 'شاید با روزهای خواسته‌شده بخواند، شاید نه.',
	'doubt.change': 'تغییر روزها یا نسبت تاریخ با آن‌ها',
	'doubt.relation-label': 'نسبت تاریخ با این روزها',
	'doubt.days': 'روزها',
	'doubt.days-hint': 'یک روز، ماه یا سال، یا از روزی تا روزی: ۱۴ آذر ۱۴۰۴، 2026، 2025-12-01/2026-03-31',
	'doubt.apply': 'اعمال',
	'doubt.unread': 'این را نمی‌توان روز خواند.',
	'doubt.which': 'کدام منظور است؟',
	'doubt.certainly': '{count, number} به‌یقین',
	'doubt.possibly': '{count, number} شاید',
	'doubt.undated': '{count, number} بی‌تاریخ',
	'doubt.include-possibly': 'افزودن شایدها ({count, number})',
	'doubt.leave-possibly': 'کنار گذاشتن شایدها ({count, number})',
	'doubt.include-undated': 'افزودن بی‌تاریخ‌ها ({count, number})',
	'doubt.leave-undated': 'کنار گذاشتن بی‌تاریخ‌ها ({count, number})'
};
