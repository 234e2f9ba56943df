import type { dateEntry as en } from '../en/date-entry.ts';

export const dateEntry: Record<keyof typeof en, string> = {
	'date-entry.label': 'رفتن به تاریخ',
	'date-entry.hint': '۱۴ آذر ۱۴۰۴ · ۵ دسامبر ۲۰۲۵ · ماه آینده',
	'date-entry.go': 'برو',
	'date-entry.choose': 'کدام منظور است؟',
	'date-entry.choice': '{date} · {calendar}',
	'date-entry.said-on': 'روز گفته‌شدن',
	'date-entry.show-said': 'این تاریخ چگونه گفته شده است: {date}',
	'date-entry.said-as': 'با عبارت «{words}»',
	'date-entry.flag-weekday':
		'در {words, select, en {عبارت انگلیسی} ar {عبارت عربی} fa {عبارت فارسی} ru {عبارت روسی} other {عبارت}} {weekday} آمده است، اما {date} {real} است.',
	'date-entry.flag-differs':
		'در {words, select, en {عبارت انگلیسی} ar {عبارت عربی} fa {عبارت فارسی} ru {عبارت روسی} other {عبارت}} {other} آمده است که همان {date} نیست.',
	'date-entry.flag-differs-too':
		'در {words, select, en {عبارت انگلیسی} ar {عبارت عربی} fa {عبارت فارسی} ru {عبارت روسی} other {عبارت}} {other} نیز آمده است که همان {date} نیست.',
	'date-entry.problem':
		'{code, select, empty {تاریخی بنویسید.} unfinished {اینجا چیزی کم است.} needs_said {این از روز گفته‌شدن حساب می‌شود و آن روز معلوم نیست.} said_too_vague {روز گفته‌شدن به اندازهٔ کافی دقیق نیست.} ambiguous_order {روز و ماه می‌توانند جابه‌جا باشند.} which_calendar {این می‌تواند از چند گاه‌شماری باشد.} which_day {چند تاریخ ممکن است منظور باشد.} edtf_is_gregorian {قالب EDTF میلادی است و این را در گاه‌شماری دیگری نمی‌گوید. تاریخ ساده بنویسید، مانند ۱۴ آذر ۱۴۰۴.} short_year {در کدام قرن؟} no_such_day {چنین روزی نیست.} year_of_another_calendar {این سال از آن گاه‌شماری نیست.} wrong_order {پایان پیش از آغاز است.} other_event {این از رویدادی دیگر حساب می‌شود، نه از یک تاریخ.} too_long {این برای تاریخ بسیار بلند است.} other {این به‌عنوان تاریخ فهمیده نشد.}}',
	'date-entry.rule.as written': 'همان‌گونه که نوشته شده',
	'date-entry.rule.span of another calendar': 'روزهای آن بازه در گاه‌شماری گفته‌شده',
	'date-entry.rule.counted from the day it was said': 'حساب‌شده از روز گفته‌شدن',
	'date-entry.rule.counted from the date named': 'حساب‌شده از تاریخ نام‌برده',
	'date-entry.rule.nearest to the day it was said': 'نزدیک‌ترین به روز گفته‌شدن',
	'date-entry.rule.the month of that name after': 'بعدی با همین نام',
	'date-entry.rule.within that time': 'در همان بازه',
	'date-entry.rule.no later than that': 'حداکثر تا آن زمان',
	'date-entry.rule.some time before it': 'زمانی پیش از آن',
	'date-entry.rule.some time after it': 'زمانی پس از آن',
	'date-entry.rule.start only': 'تنها آغاز گفته شده',
	'date-entry.rule.some time between the two': 'زمانی میان آن دو',
	'date-entry.rule.from the one to the other': 'از یکی تا دیگری',
	'date-entry.rule.one of the two': 'یکی از آن دو',
	'date-entry.rule.a part of it': 'حدود همان بخش از آن',
	'date-entry.rule.no earlier than that': 'نه زودتر از آن',
	'date-entry.rule.day of the Umm al-Qura calendar': 'برگردانده با تقویم ام‌القری؛ با رؤیت هلال ممکن است یک روز تفاوت کند',
	'date-entry.rule.span of the Umm al-Qura calendar': 'روزهای آن بازه در تقویم ام‌القری؛ با رؤیت هلال ممکن است یک روز تفاوت کند',
	'date-entry.rule.the day of that name': 'روزی که این نام را دارد',
	'date-entry.rule.the day of that name, by Umm al-Qura':
		'روزی که این نام را دارد، با تقویم ام‌القری؛ با رؤیت هلال ممکن است یک روز تفاوت کند',
	'date-entry.rule.the week that holds it': 'هفته‌ای که آن روز در آن است',
	'date-entry.rule.those days of it': 'همان روزها از آن',
	'date-entry.rule.the day only, its time is of a zone': 'تنها روز نگه داشته می‌شود، چون ساعت با منطقهٔ زمانی گفته شده است'
};
