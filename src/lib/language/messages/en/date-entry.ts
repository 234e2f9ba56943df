/** Dates as they are typed and said. The names of rules are those in which claims keep them. */
export const dateEntry = {
	'date-entry.label': 'Go to a date',
	'date-entry.hint': '14 Azar 1404 · 5 Dec 2025 · next month',
	'date-entry.go': 'Go',
	'date-entry.choose': 'Which is meant?',
	'date-entry.choice': '{date} · {calendar}',
	'date-entry.said-on': 'Said on',
	'date-entry.show-said': 'How this date was said: {date}',
	'date-entry.said-as': 'In the words “{words}”',
	'date-entry.flag-weekday':
		'{words, select, en {The English words} ar {The Arabic words} fa {The Persian words} ru {The Russian words} other {The words}} say {weekday}; {date} is a {real}.',
	'date-entry.flag-differs':
		'{words, select, en {The English words} ar {The Arabic words} fa {The Persian words} ru {The Russian words} other {The words}} say {other}; that is not {date}.',
	'date-entry.flag-differs-too':
		'{words, select, en {The English words} ar {The Arabic words} fa {The Persian words} ru {The Russian words} other {The words}} also say {other}; that is not {date}.',
	'date-entry.problem':
		'{code, select, empty {Type a date.} unfinished {Something is missing here.} needs_said {This is counted from the day it was said, and that day is not known.} said_too_vague {The day it was said is not known exactly enough.} ambiguous_order {Day and month could be either way round.} which_calendar {This could be of several calendars.} which_day {Several dates could be meant.} edtf_is_gregorian {EDTF is Gregorian and cannot say this in another calendar. Write a plain date, such as 14 Azar 1404.} short_year {Which century?} no_such_day {There is no such day.} year_of_another_calendar {This year does not belong to that calendar.} wrong_order {The end is before the start.} other_event {This counts from another event, not from a date.} too_long {This is too long for a date.} other {This is not understood as a date.}}',
	'date-entry.rule.as written': 'as written',
	'date-entry.rule.span of another calendar': 'the days of that span in the calendar it was said in',
	'date-entry.rule.counted from the day it was said': 'counted from the day it was said',
	'date-entry.rule.counted from the date named': 'counted from the date named',
	'date-entry.rule.nearest to the day it was said': 'nearest to the day it was said',
	'date-entry.rule.the month of that name after': 'the next one of that name',
	'date-entry.rule.within that time': 'within that time',
	'date-entry.rule.no later than that': 'no later than that',
	'date-entry.rule.some time before it': 'some time before it',
	'date-entry.rule.some time after it': 'some time after it',
	'date-entry.rule.start only': 'only the start is said',
	'date-entry.rule.some time between the two': 'some time between the two',
	'date-entry.rule.from the one to the other': 'from the one to the other',
	'date-entry.rule.one of the two': 'one of the two',
	'date-entry.rule.a part of it': 'roughly that part of it',
	'date-entry.rule.no earlier than that': 'no earlier than that',
	'date-entry.rule.day of the Umm al-Qura calendar': 'converted by the Umm al-Qura calendar; where the moon is sighted it may be a day off',
	'date-entry.rule.span of the Umm al-Qura calendar':
		'the days of that span by the Umm al-Qura calendar; where the moon is sighted they may be a day off',
	'date-entry.rule.the day of that name': 'the day of that name',
	'date-entry.rule.the day of that name, by Umm al-Qura':
		'the day of that name by the Umm al-Qura calendar; where the moon is sighted it may be a day off',
	'date-entry.rule.the week that holds it': 'the week that holds it',
	'date-entry.rule.those days of it': 'those days of it',
	'date-entry.rule.the day only, its time is of a zone': 'the day alone is kept: its time is told in a time zone'
} as const;
