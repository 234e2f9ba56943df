import type { files as en } from '../en/files.ts';

export const files: Record<keyof typeof en, string> = {
	'files.title': 'Хронология',
	'files.line':
		'По состоянию на {day} · {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}{differing, plural, =0 {} one { · источники расходятся в # записи} few { · источники расходятся в # записях} many { · источники расходятся в # записях} other { · источники расходятся в # записи}}',
	'files.frozen':
		'Этот файл зафиксирован: он показывает то, что было известно на {day} (запись журнала {seq, number}), и больше не меняется.',
	'files.today': 'Сроки и просрочки отсчитаны от {day}, часовой пояс {zone}.',
	'files.timeline': 'Хронология',
	'files.records': 'Записи',
	'files.evidence': 'Свидетельства',
	'files.sources': 'Источники',
	'files.source': 'Источник',
	'files.published': 'Опубликовано',
	'files.legend': 'Обозначения',
	'files.keys':
		'Хронология: стрелки двигают, + и − меняют масштаб, 0 показывает всё. Тяните, чтобы двигать; Ctrl и колесо — масштаб. Нажмите на знак, чтобы прочитать свидетельства.',
	'files.find': 'Найти в таблицах',
	'files.found': '{count, plural, =0 {Ничего не найдено} one {# запись} few {# записи} many {# записей} other {# записи}}',
	'files.differ': 'Источники расходятся: {field}',
	'files.differ-count': '{count, plural, =0 {нет} one {по # пункту} few {по # пунктам} many {по # пунктам} other {по # пункта}}',
	'files.shown': 'показано здесь',
	'files.voices': '{count, plural, one {# голос} few {# голоса} many {# голосов} other {# голоса}}',
	'files.earlier': 'Говорили раньше',
	'files.no-evidence': 'Для этой записи формулировок не сохранено.',
	'files.back': 'Назад к хронологии',
	'files.more':
		'{count, plural, one {Ещё # запись есть} few {Ещё # записи есть} many {Ещё # записей есть} other {Ещё # записи есть}} в этом виде, но не в этом файле. Сузьте вид или возьмите CSV либо Excel.',
	'files.page-of': 'Страница {page} из {pages}',
	'files.upright': 'книжная',
	'files.wide': 'альбомная',
	'files.print-hint': 'Печатайте из браузера (Ctrl+P или ⌘P); чтобы сохранить файл, выберите там PDF.',
	'files.back-to-view': 'Назад к виду'
};
