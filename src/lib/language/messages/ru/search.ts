import type { search as en } from '../en/search.ts';

export const search: Record<keyof typeof en, string> = {
	'search.command': 'Команда',
	'search.today': 'Перейти к сегодняшнему дню',
	'search.show-date': 'Перейти: {date}',
	'search.switch': '{what}: {to}',
	'search.import': 'Загрузить файл',
	'search.export': 'Выгрузить этот вид'
};
