import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
	'errors.title': 'Чего-то не хватает',
	'errors.not-found': 'Записи «{id}» здесь нет.',
	'errors.not-found-page': 'По этому адресу страницы нет.',
	'errors.not-found-do': 'Проверьте адрес, воспользуйтесь поиском или вернитесь к обзору.',
	'errors.internal': 'Сервер не смог ответить.',
	'errors.internal-do': 'Ничего не потеряно. Попробуйте ещё раз; подробности в журнале сервера.',
	'errors.load-failed': 'Не удалось получить: {what}. Попробуйте ещё раз.',
	'errors.reached-by-others':
		'Здесь ничего не записывается для тех, кто не вошёл. Вошедший открывает рабочий стол по адресу, для которого запущен сервер.',
	'errors.other-site': 'Запрос пришёл с другого сайта и отклонён.',
	'errors.refused': 'Ничего не записано',
	'errors.getting-ready': 'Подготовка',
	'errors.getting-ready-share': 'Прочитано {share, number, percent} записей. Страница откроется сама, когда будут прочитаны все.',
	'errors.to-dashboard': 'К обзору',
	'errors.sign-in': 'Вход',
	'errors.sign-in-needed':
		'Этот стол открыт для владельца. Войдите по ссылке, напечатанной при запуске сервера, или создайте новую командой «npm run sign-in-link».',
	'errors.sign-in-bad': 'Эта ссылка уже использована или устарела. Создайте новую командой «npm run sign-in-link».',
	'errors.sign-in-throttled': 'Отсюда испробовано слишком много ссылок. Подождите десять минут.',
	'errors.sign-in-go': 'Войти'
};
