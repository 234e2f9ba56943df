import type { files as en } from '../en/files.ts';

export const files: Record<keyof typeof en, string> = {
	'files.title': 'خط زمان',
	'files.line':
		'تا {day} · {count, plural, one {# رکورد} other {# رکورد}}{differing, plural, =0 {} one { · منابع در # رکورد اختلاف دارند} other { · منابع در # رکورد اختلاف دارند}}',
	'files.frozen': 'این فایل ثابت است: آنچه را در {day} دانسته بود نشان می‌دهد (ثبت {seq, number} دفتر) و پس از آن تغییر نمی‌کند.',
	'files.today': 'سررسید و دیرکرد از {day} شمرده شده است، منطقهٔ زمانی {zone}.',
	'files.timeline': 'خط زمان',
	'files.records': 'رکوردها',
	'files.evidence': 'شواهد',
	'files.sources': 'منابع',
	'files.source': 'منبع',
	'files.published': 'انتشار',
	'files.legend': 'راهنمای نشانه‌ها',
	'files.keys':
		'خط زمان: کلیدهای جهت جابه‌جا می‌کنند، + و − بزرگ و کوچک، 0 همه را نشان می‌دهد. برای جابه‌جایی بکشید و برای بزرگ‌نمایی Ctrl و چرخ را به کار ببرید. نشانه را بزنید تا شواهدش را بخوانید.',
	'files.find': 'جست‌وجو در جدول‌ها',
	'files.found': '{count, plural, =0 {چیزی یافت نشد} one {# رکورد} other {# رکورد}}',
	'files.differ': 'اختلاف منابع دربارهٔ {field}',
	'files.differ-count': '{count, plural, =0 {ندارد} one {در # مورد} other {در # مورد}}',
	'files.shown': 'اینجا نشان داده شده',
	'files.voices': '{count, plural, one {# صدا} other {# صدا}}',
	'files.earlier': 'پیش‌تر گفته شد',
	'files.no-evidence': 'برای این رکورد متنی نگه داشته نشده است.',
	'files.back': 'بازگشت به خط زمان',
	'files.more':
		'{count, plural, one {# رکورد دیگر} other {# رکورد دیگر}} در این نما هست که در این فایل نیست. نما را تنگ‌تر کنید، یا برای همه CSV یا Excel بگیرید.',
	'files.page-of': 'صفحهٔ {page} از {pages}',
	'files.upright': 'ایستاده',
	'files.wide': 'خوابیده',
	'files.print-hint': 'با مرورگر خود چاپ کنید (Ctrl+P یا ⌘P)؛ برای نگه‌داشتن فایل، آنجا PDF را برگزینید.',
	'files.back-to-view': 'بازگشت به نما'
};
