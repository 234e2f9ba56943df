import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'چیزی کم است',
	'errors.not-found': 'رکوردی به نام «{id}» اینجا نیست.',
	'errors.not-found-page': 'در این نشانی صفحه‌ای نیست.',
	'errors.not-found-do': 'نشانی را بررسی کنید، جستجو کنید یا به داشبورد بازگردید.',
	'errors.internal': 'کارساز نتوانست پاسخ دهد.',
	'errors.internal-do': 'چیزی از دست نرفته. دوباره بیازمایید؛ گزارش کارساز بیشتر می‌گوید.',
	'errors.load-failed': 'دریافت نشد: {what}. دوباره بیازمایید.',
	'errors.to-dashboard': 'به داشبورد'
};
