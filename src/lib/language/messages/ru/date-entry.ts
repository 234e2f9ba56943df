import type { dateEntry as en } from '../en/date-entry.ts';

export const dateEntry: Record<keyof typeof en, string> = {
	'date-entry.label': 'Перейти к дате',
	'date-entry.hint': '14 азара 1404 · 5 дек. 2025 · в следующем месяце',
	'date-entry.go': 'Перейти',
	'date-entry.choose': 'Что имеется в виду?',
	'date-entry.choice': '{date} · {calendar}',
	'date-entry.said-on': 'Когда сказано',
	'date-entry.show-said': 'Как была названа эта дата: {date}',
	'date-entry.said-as': 'Словами «{words}»',
	'date-entry.flag-weekday':
		'{words, select, en {В английском тексте} ar {В арабском тексте} fa {В персидском тексте} ru {В русском тексте} other {В словах}} назван день недели «{weekday}», но {date} — {real}.',
	'date-entry.flag-differs':
		'{words, select, en {В английском тексте} ar {В арабском тексте} fa {В персидском тексте} ru {В русском тексте} other {В словах}} названа дата {other}; это не {date}.',
	'date-entry.flag-differs-too':
		'{words, select, en {В английском тексте} ar {В арабском тексте} fa {В персидском тексте} ru {В русском тексте} other {В словах}} названа и другая дата: {other}; это не {date}.',
	'date-entry.problem':
		'{code, select, empty {Введите дату.} unfinished {Здесь чего-то не хватает.} needs_said {Это отсчитывается от дня, когда было сказано, а он неизвестен.} said_too_vague {День, когда это было сказано, известен слишком приблизительно.} ambiguous_order {День и месяц могут стоять в любом порядке.} which_calendar {Это может относиться к разным календарям.} which_day {Могут подразумеваться разные даты.} edtf_is_gregorian {EDTF — григорианская запись и не может выразить это в другом календаре. Напишите обычную дату, например 14 азара 1404.} short_year {Какого века?} no_such_day {Такого дня нет.} year_of_another_calendar {Этот год не из того календаря.} wrong_order {Конец раньше начала.} other_event {Это отсчитывается от другого события, а не от даты.} too_long {Слишком длинно для даты.} other {Это не удалось понять как дату.}}',
	'date-entry.rule.as written': 'как написано',
	'date-entry.rule.span of another calendar': 'дни этого срока в том календаре, в котором сказано',
	'date-entry.rule.counted from the day it was said': 'отсчитано от дня, когда было сказано',
	'date-entry.rule.counted from the date named': 'отсчитано от названной даты',
	'date-entry.rule.nearest to the day it was said': 'ближайшая к дню, когда было сказано',
	'date-entry.rule.the month of that name after': 'следующий с этим названием',
	'date-entry.rule.within that time': 'в пределах этого срока',
	'date-entry.rule.no later than that': 'не позднее этого',
	'date-entry.rule.some time before it': 'когда-то раньше',
	'date-entry.rule.some time after it': 'когда-то позже',
	'date-entry.rule.start only': 'названо только начало',
	'date-entry.rule.some time between the two': 'когда-то между ними',
	'date-entry.rule.from the one to the other': 'от одного до другого',
	'date-entry.rule.one of the two': 'одно из двух',
	'date-entry.rule.a part of it': 'примерно эта часть срока',
	'date-entry.rule.no earlier than that': 'не раньше этого',
	'date-entry.rule.day of the Umm al-Qura calendar':
		'переведено по календарю Умм аль-Кура; там, где наблюдают луну, возможна разница в день',
	'date-entry.rule.span of the Umm al-Qura calendar':
		'дни этого срока по календарю Умм аль-Кура; там, где наблюдают луну, возможна разница в день',
	'date-entry.rule.the day of that name': 'день с этим названием',
	'date-entry.rule.the day of that name, by Umm al-Qura':
		'день с этим названием по календарю Умм аль-Кура; там, где наблюдают луну, возможна разница в день',
	'date-entry.rule.the week that holds it': 'неделя, на которую он приходится',
	'date-entry.rule.those days of it': 'эти дни срока',
	'date-entry.rule.the day only, its time is of a zone': 'сохранён только день: время названо в часовом поясе'
};
