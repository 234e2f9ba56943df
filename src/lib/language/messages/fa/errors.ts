import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'چیزی کم است',
	'errors.not-found': 'رکوردی به نام «{id}» اینجا نیست.',
	'errors.not-found-page': 'در این نشانی صفحه‌ای نیست.',
	'errors.not-found-do': 'نشانی را بررسی کنید، جستجو کنید یا به داشبورد بازگردید.',
	'errors.internal': 'کارساز نتوانست پاسخ دهد.',
	'errors.internal-do': 'چیزی از دست نرفته. دوباره بیازمایید؛ گزارش کارساز بیشتر می‌گوید.',
	'errors.load-failed': 'دریافت نشد: {what}. دوباره بیازمایید.',
	'errors.reached-by-others':
		'اینجا برای کسی که وارد نشده است چیزی نوشته نمی‌شود. کسی که وارد شده است میز را با همان نشانی باز می‌کند که کارساز برای آن اجرا شده است.',
	'errors.other-site': 'این درخواست از سایت دیگری آمده بود و رد شد.',
	'errors.refused': 'چیزی نوشته نشد',
	'errors.getting-ready': 'در حال آماده‌سازی',
	'errors.getting-ready-share': '{share, number, percent} رکوردها خوانده شده است. این صفحه پس از پایان کار خودبه‌خود باز می‌شود.',
	'errors.to-dashboard': 'به داشبورد',
	'errors.sign-in': 'ورود',
	'errors.sign-in-needed':
		'این میز برای صاحبش باز است. با پیوندی که هنگام آغاز سرور چاپ شد وارد شوید، یا با «npm run sign-in-link» پیوندی تازه بسازید.',
	'errors.sign-in-bad': 'این پیوند به‌کار رفته یا کهنه شده است. با «npm run sign-in-link» پیوندی تازه بسازید.',
	'errors.sign-in-throttled': 'از اینجا پیوندهای بسیاری آزموده شده است. ده دقیقه صبر کنید.',
	'errors.sign-in-go': 'ورود'
};
