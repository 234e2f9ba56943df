import type { search as en } from '../en/search.ts';

export const search: Record<keyof typeof en, string> = {
	'search.command': 'فرمان',
	'search.today': 'رفتن به امروز',
	'search.show-date': 'رفتن به: {date}',
	'search.switch': '{what}: {to}',
	'search.import': 'وارد کردن پرونده',
	'search.export': 'برون‌بری این نما'
};
