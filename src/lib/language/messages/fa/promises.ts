import type { promises as en } from '../en/promises.ts';

export const promises: Record<keyof typeof en, string> = {
	'promises.order': '{stands, select, before {پیش از «{name}»} other {پس از «{name}»}}',
	'promises.order-same':
		'{order}{same, select, year {، همان سال} month {، همان ماه} persian_year {، همان سال خورشیدی} persian_month {، همان ماه خورشیدی} islamic_year {، همان سال قمری} islamic_month {، همان ماه قمری} other {، همان روز}}',
	'promises.order-label': 'ترتیب معلوم',
	'promises.order-follows': 'پس تا آنجا که معلوم است: {date}',
	'promises.order-against':
		'بنا بر گفته‌ها این {order} بوده است، اما {against, select, orders {این ترتیب با ترتیب‌های گفته‌شدهٔ دیگر دور می‌سازد} other {تاریخ‌ها خلاف آن را می‌گویند}}؛ چیزی از آن نتیجه گرفته نمی‌شود.',
	'promises.moved': '{count, plural, one {# بار جابه‌جا شده} other {# بار جابه‌جا شده}}',
	'promises.later': '{span} دیرتر از آنچه نخست گفته شد',
	'promises.earlier': '{span} زودتر از آنچه نخست گفته شد',
	'promises.as-first': 'بازگشته به آنچه نخست گفته شد',
	'promises.last-word': 'آخرین خبر {span} پیش',
	'promises.last-word-today': 'آخرین خبر امروز',
	'promises.silence': 'سکوت: {span} از آخرین روز سررسید گذشته و خبری از انجام آن نیست',
	'promises.days': '{count, plural, one {# روز} other {# روز}}',
	'promises.weeks': '{count, plural, one {# هفته} other {# هفته}}',
	'promises.months': '{count, plural, one {# ماه} other {# ماه}}',
	'promises.years': '{count, plural, one {# سال} other {# سال}}',
	'promises.up-to': 'تا {span}',
	'promises.from-to': '{from} تا {to}',
	'promises.number-to': '{from, number} تا {to}',
	'promises.ledger': 'وعده‌ها',
	'promises.turn':
		'{turn, select, promised {وعده داده شد} repeated {دوباره گفته شد} moved {جابه‌جا شد} held {برگزار شد} done {انجام شد} lapsed {منتفی شد} postponed {به تعویق افتاد} cancelled {لغو شد} other {نامعلوم}}',
	'promises.no-date': 'بی‌تاریخ',
	'promises.not-dated': 'روز نامعلوم',
	'promises.step-later': '{span} دیرتر',
	'promises.step-earlier': '{span} زودتر'
};
