import type { doubt as en } from '../en/doubt.ts';

export const doubt: Record<keyof typeof en, string> = {
	'doubt.filters': 'Фильтры',
	'doubt.dates': 'Даты',
	'doubt.shown': 'показанные дни',
	'doubt.filter':
		'{relation, select, during {Целиком в пределах: {interval}} before {Закончилось раньше: {interval}} after {Началось позже: {interval}} by {Закончилось к концу: {interval}} other {Приходится на: {interval}}}',
	'doubt.relation':
		'{relation, select, during {целиком в пределах} before {закончилось раньше} after {началось позже} by {закончилось к концу} other {приходится на}}',
	'doubt.sentence': 'Может подходить под заданные дни, а может и нет.',
	'doubt.change': 'Изменить дни или отношение даты к ним',
	'doubt.relation-label': 'Отношение даты к этим дням',
	'doubt.days': 'Дни',
	'doubt.days-hint': 'День, месяц, год или промежуток: 2026, 5 декабря 2025, 2025-12-01/2026-03-31',
	'doubt.apply': 'Применить',
	'doubt.unread': 'Это не удаётся прочитать как дни.',
	'doubt.which': 'Что имеется в виду?',
	'doubt.certainly': '{count, number} точно',
	'doubt.possibly': '{count, number} возможно',
	'doubt.undated': '{count, number} без даты',
	'doubt.include-possibly': 'Включить возможные ({count, number})',
	'doubt.leave-possibly': 'Убрать возможные ({count, number})',
	'doubt.include-undated': 'Включить недатированные ({count, number})',
	'doubt.leave-undated': 'Убрать недатированные ({count, number})'
};
