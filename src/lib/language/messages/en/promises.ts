/** Moved dates and known order. */
export const promises = {
	'promises.order': '{stands, select, before {before “{name}”} other {after “{name}”}}',
	'promises.order-same':
		'{order}{same, select, year {, same year} month {, same month} persian_year {, same Persian year} persian_month {, same Persian month} islamic_year {, same Hijri year} islamic_month {, same Hijri month} other {, same day}}',
	'promises.order-label': 'Known order',
	'promises.order-follows': 'so, as far as is known: {date}',
	'promises.order-against':
		'It is said to stand {order}, but {against, select, orders {other stated orders run in a circle with this one} other {the dates say otherwise}}; nothing is worked out from it.',
	'promises.moved': '{count, plural, one {moved once} =2 {moved twice} other {moved # times}}',
	'promises.later': '{span} later than first said',
	'promises.earlier': '{span} earlier than first said',
	'promises.as-first': 'back where it was first said to be',
	'promises.last-word': 'last word {span} ago',
	'promises.last-word-today': 'last word today',
	'promises.silence': 'Silence: {span} past the last day it was due, and no word whether it was kept',
	'promises.days': '{count, plural, one {# day} other {# days}}',
	'promises.weeks': '{count, plural, one {# week} other {# weeks}}',
	'promises.months': '{count, plural, one {# month} other {# months}}',
	'promises.years': '{count, plural, one {# year} other {# years}}',
	'promises.up-to': 'up to {span}',
	'promises.from-to': '{from} to {to}',
	'promises.number-to': '{from, number} to {to}',
	'promises.ledger': 'Promises',
	'promises.turn':
		'{turn, select, promised {Promised} repeated {Said again} moved {Moved} held {Held} done {Kept} lapsed {Lapsed} postponed {Put off} cancelled {Called off} other {Not known}}',
	'promises.no-date': 'no date given',
	'promises.not-dated': 'day not known',
	'promises.step-later': '{span} later',
	'promises.step-earlier': '{span} earlier'
} as const;
