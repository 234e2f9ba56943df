import type { dates as en } from '../en/dates.ts';

export const dates: Record<keyof typeof en, string> = {
	'dates.unknown': 'дата неизвестна',
	'dates.about': 'около {date}',
	'dates.about-short': 'ок. {date}',
	'dates.uncertain': '{date} (под вопросом)',
	'dates.uncertain-short': '{date} (?)',
	'dates.of-year': '{year} года',
	'dates.decade': '{decade}-е годы',
	'dates.of-decade': '{decade}-х годов',
	'dates.tight-range': '{from}–{to}',
	'dates.day-pair': '{from}–{to}',
	'dates.from-to': '{from} – {to}',
	'dates.between': 'между {from} и {to}',
	'dates.at-time': '{date}, {time}',
	'dates.in-other-words': '{date} ({other})',
	'dates.since': 'с {date}',
	'dates.since-end-unknown': 'с {date}, окончание неизвестно',
	'dates.until': 'до {date}',
	'dates.until-start-unknown': 'до {date}, начало неизвестно',
	'dates.without-ends': 'без начала и конца',
	'dates.without-end': 'начало неизвестно, без конца',
	'dates.without-start': 'без начала, конец неизвестен',
	'dates.began-ended': 'начало: {start}; окончание: {end}',
	'dates.or-later': '{date} или позже',
	'dates.or-earlier': '{date} или раньше',
	'dates.comma': '{list}, {next}',
	'dates.or': '{first} или {last}',
	'dates.and': '{first} и {last}',
	'dates.one-of': 'одно из: {list}',
	'dates.or-more': '{number} или больше',
	'dates.at-most': 'не больше {number}',
	'dates.season':
		'{season, select, spring {весна {year}} summer {лето {year}} autumn {осень {year}} winter {зима {year}} southSpring {южная весна {year}} southSummer {южное лето {year}} southAutumn {южная осень {year}} southWinter {южная зима {year}} q1 {I квартал {year}} q2 {II квартал {year}} q3 {III квартал {year}} q4 {IV квартал {year}} third1 {первая треть {year}} third2 {вторая треть {year}} third3 {последняя треть {year}} half1 {первая половина {year}} other {вторая половина {year}}}',
	'dates.of-season':
		'{season, select, spring {весны {year}} summer {лета {year}} autumn {осени {year}} winter {зимы {year}} southSpring {южной весны {year}} southSummer {южного лета {year}} southAutumn {южной осени {year}} southWinter {южной зимы {year}} q1 {I квартала {year}} q2 {II квартала {year}} q3 {III квартала {year}} q4 {IV квартала {year}} third1 {первой трети {year}} third2 {второй трети {year}} third3 {последней трети {year}} half1 {первой половины {year}} other {второй половины {year}}}'
};
