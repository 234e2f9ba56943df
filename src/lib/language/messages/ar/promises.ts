import type { promises as en } from '../en/promises.ts';

export const promises: Record<keyof typeof en, string> = {
	'promises.order': '{stands, select, before {قبل «{name}»} other {بعد «{name}»}}',
	'promises.order-same':
		'{order}{same, select, year {، في العام نفسه} month {، في الشهر نفسه} persian_year {، في السنة الفارسية نفسها} persian_month {، في الشهر الفارسي نفسه} islamic_year {، في السنة الهجرية نفسها} islamic_month {، في الشهر الهجري نفسه} other {، في اليوم نفسه}}',
	'promises.order-label': 'ترتيب معروف',
	'promises.order-follows': 'فيكون، على ما هو معروف: {date}',
	'promises.order-against':
		'يُذكر أنه جاء {order}، {against, select, orders {لكنّ هذا الترتيب يدور في حلقة مع ترتيبات أخرى مذكورة} other {لكنّ التواريخ تقول غير ذلك}}؛ فلا يُستنتج منه شيء.',
	'promises.moved':
		'{count, plural, zero {لم يُغيَّر موعده} one {غُيّر موعده مرة واحدة} two {غُيّر موعده مرتين} few {غُيّر موعده # مرات} many {غُيّر موعده # مرة} other {غُيّر موعده # مرة}}',
	'promises.later': 'متأخر {span} عما قيل أولًا',
	'promises.earlier': 'متقدم {span} على ما قيل أولًا',
	'promises.as-first': 'عاد إلى ما قيل أولًا',
	'promises.last-word': 'آخر خبر قبل {span}',
	'promises.last-word-today': 'آخر خبر اليوم',
	'promises.silence': 'صمت: مضى {span} على آخر يوم لاستحقاقه، ولا خبر عن الوفاء به',
	'promises.days': '{count, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
	'promises.weeks': '{count, plural, zero {# أسبوع} one {أسبوع واحد} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}',
	'promises.months': '{count, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
	'promises.years': '{count, plural, zero {# سنة} one {سنة واحدة} two {سنتين} few {# سنوات} many {# سنة} other {# سنة}}',
	'promises.up-to': 'بما يصل إلى {span}',
	'promises.from-to': 'من {from} إلى {to}',
	'promises.number-to': 'من {from, number} إلى {to}',
	'promises.ledger': 'الوعود',
	'promises.turn':
		'{turn, select, promised {وُعد به} repeated {قيل ثانية} moved {غُيّر موعده} held {انعقد} done {وُفي به} lapsed {سقط} postponed {أُجّل} cancelled {أُلغي} other {غير معروف}}',
	'promises.no-date': 'بلا موعد',
	'promises.not-dated': 'يوم غير معروف',
	'promises.step-later': 'متأخر {span}',
	'promises.step-earlier': 'متقدم {span}'
};
