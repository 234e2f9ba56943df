import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'Чего-то не хватает',
	'errors.not-found': 'Записи «{id}» здесь нет.',
	'errors.not-found-page': 'По этому адресу страницы нет.',
	'errors.not-found-do': 'Проверьте адрес, воспользуйтесь поиском или вернитесь к обзору.',
	'errors.internal': 'Сервер не смог ответить.',
	'errors.internal-do': 'Ничего не потеряно. Попробуйте ещё раз; подробности в журнале сервера.',
	'errors.load-failed': 'Не удалось получить: {what}. Попробуйте ещё раз.',
	'errors.to-dashboard': 'К обзору'
};
