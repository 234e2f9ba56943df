import type { search as en } from '../en/search.ts';

export const search: Record<keyof typeof en, string> = {
	'search.command': 'أمر',
	'search.today': 'الانتقال إلى اليوم',
	'search.show-date': 'الانتقال إلى: {date}',
	'search.switch': '{what}: {to}',
	'search.import': 'استيراد ملف',
	'search.export': 'تصدير هذا العرض'
};
