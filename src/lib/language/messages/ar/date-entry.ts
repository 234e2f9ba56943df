import type { dateEntry as en } from '../en/date-entry.ts';

export const dateEntry: Record<keyof typeof en, string> = {
	'date-entry.label': 'الانتقال إلى تاريخ',
	'date-entry.hint': '١٤ آذر ١٤٠٤ · 5 ديسمبر 2025 · الشهر المقبل',
	'date-entry.go': 'انتقال',
	'date-entry.choose': 'أيّها المقصود؟',
	'date-entry.choice': '{date} · {calendar}',
	'date-entry.said-on': 'قيل في يوم',
	'date-entry.show-said': 'كيف قيل هذا التاريخ: {date}',
	'date-entry.said-as': 'بعبارة «{words}»',
	'date-entry.flag-weekday':
		'تذكر {words, select, en {العبارة الإنجليزية} ar {العبارة العربية} fa {العبارة الفارسية} ru {العبارة الروسية} other {العبارة}} يوم {weekday}، و{date} يوافق {real}.',
	'date-entry.flag-differs':
		'تذكر {words, select, en {العبارة الإنجليزية} ar {العبارة العربية} fa {العبارة الفارسية} ru {العبارة الروسية} other {العبارة}} {other}، وهو غير {date}.',
	'date-entry.flag-differs-too':
		'تذكر {words, select, en {العبارة الإنجليزية} ar {العبارة العربية} fa {العبارة الفارسية} ru {العبارة الروسية} other {العبارة}} أيضًا {other}، وهو غير {date}.',
	'date-entry.problem':
		'{code, select, empty {اكتب تاريخًا.} unfinished {ينقص شيء هنا.} needs_said {يُحسب هذا من اليوم الذي قيل فيه، وهو غير معروف.} said_too_vague {اليوم الذي قيل فيه غير معروف بدقة كافية.} ambiguous_order {قد يكون اليوم قبل الشهر أو بعده.} which_calendar {قد يكون هذا من تقاويم عدة.} which_day {قد يُقصد أكثر من تاريخ.} edtf_is_gregorian {صيغة EDTF ميلادية ولا تعبّر عن هذا في تقويم آخر. اكتب تاريخًا عاديًا، مثل 14 آذر 1404.} short_year {في أي قرن؟} no_such_day {لا يوجد يوم كهذا.} year_of_another_calendar {هذه السنة ليست من ذلك التقويم.} wrong_order {النهاية قبل البداية.} other_event {يُحسب هذا من حدث آخر لا من تاريخ.} too_long {هذا أطول من أن يكون تاريخًا.} other {لم يُفهم هذا على أنه تاريخ.}}',
	'date-entry.rule.as written': 'كما كُتب',
	'date-entry.rule.span of another calendar': 'أيام تلك المدة في التقويم الذي قيلت به',
	'date-entry.rule.counted from the day it was said': 'محسوب من اليوم الذي قيل فيه',
	'date-entry.rule.counted from the date named': 'محسوب من التاريخ المذكور',
	'date-entry.rule.nearest to the day it was said': 'الأقرب إلى اليوم الذي قيل فيه',
	'date-entry.rule.the month of that name after': 'التالي بهذا الاسم',
	'date-entry.rule.within that time': 'ضمن تلك المدة',
	'date-entry.rule.no later than that': 'في موعد أقصاه ذلك',
	'date-entry.rule.some time before it': 'في وقت ما قبله',
	'date-entry.rule.some time after it': 'في وقت ما بعده',
	'date-entry.rule.start only': 'ذُكرت البداية وحدها',
	'date-entry.rule.some time between the two': 'في وقت ما بين الاثنين',
	'date-entry.rule.from the one to the other': 'من الأول إلى الثاني',
	'date-entry.rule.one of the two': 'أحد الاثنين',
	'date-entry.rule.a part of it': 'ذلك الجزء منه تقريبًا',
	'date-entry.rule.no earlier than that': 'ليس قبل ذلك',
	'date-entry.rule.day of the Umm al-Qura calendar': 'محوّل بتقويم أم القرى، وقد يختلف يومًا حيث تُعتمد رؤية الهلال',
	'date-entry.rule.span of the Umm al-Qura calendar': 'أيام تلك المدة بتقويم أم القرى، وقد تختلف يومًا حيث تُعتمد رؤية الهلال',
	'date-entry.rule.the day of that name': 'اليوم المعروف بهذا الاسم',
	'date-entry.rule.the day of that name, by Umm al-Qura': 'اليوم المعروف بهذا الاسم بتقويم أم القرى، وقد يختلف يومًا حيث تُعتمد رؤية الهلال',
	'date-entry.rule.the week that holds it': 'الأسبوع الذي يقع فيه',
	'date-entry.rule.those days of it': 'تلك الأيام منه',
	'date-entry.rule.the day only, its time is of a zone': 'يُحفظ اليوم وحده، فالوقت مذكور بمنطقة زمنية'
};
