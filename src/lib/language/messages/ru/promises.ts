import type { promises as en } from '../en/promises.ts';

export const promises: Record<keyof typeof en, string> = {
	'promises.order': '{stands, select, before {раньше, чем «{name}»} other {позже, чем «{name}»}}',
	'promises.order-same':
		'{order}{same, select, year {, в том же году} month {, в том же месяце} persian_year {, в том же году по иранскому календарю} persian_month {, в том же месяце по иранскому календарю} islamic_year {, в том же году по хиджре} islamic_month {, в том же месяце по хиджре} other {, в тот же день}}',
	'promises.order-label': 'Известный порядок',
	'promises.order-follows': 'значит, насколько известно: {date}',
	'promises.order-against':
		'Сказано, что это было {order}, но {against, select, orders {вместе с другими указанными порядками получается замкнутый круг} other {даты говорят иное}}; выводов отсюда не сделано.',
	'promises.moved':
		'{count, plural, =1 {срок перенесён один раз} =2 {срок перенесён дважды} one {срок перенесён # раз} few {срок перенесён # раза} many {срок перенесён # раз} other {срок перенесён # раза}}',
	'promises.later': 'на {span} позже, чем было сказано сначала',
	'promises.earlier': 'на {span} раньше, чем было сказано сначала',
	'promises.as-first': 'снова так, как было сказано сначала',
	'promises.last-word': 'последние сведения — {span} назад',
	'promises.last-word-today': 'последние сведения — сегодня',
	'promises.silence': 'Молчание: последний день срока прошёл {span} назад, и не сообщается, исполнено ли обещание',
	'promises.days': '{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
	'promises.weeks': '{count, plural, one {# неделю} few {# недели} many {# недель} other {# недели}}',
	'promises.months': '{count, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
	'promises.years': '{count, plural, one {# год} few {# года} many {# лет} other {# года}}',
	'promises.up-to': '{span} (самое большее)',
	'promises.from-to': '{from} – {to}',
	'promises.number-to': '{from, number}–{to}',
	'promises.ledger': 'Обещания',
	'promises.turn':
		'{turn, select, promised {Обещано} repeated {Повторено} moved {Перенесено} held {Состоялось} done {Исполнено} lapsed {Утратило силу} postponed {Отложено} cancelled {Отменено} other {Неизвестно}}',
	'promises.no-date': 'без срока',
	'promises.not-dated': 'день неизвестен',
	'promises.step-later': 'на {span} позже',
	'promises.step-earlier': 'на {span} раньше'
};
