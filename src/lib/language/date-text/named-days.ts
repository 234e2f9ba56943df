import { civilIn, dayIn } from '#lib/temporal/calendars.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import type { CalendarName, Language } from '../locales.ts';

/** A day that is called by a name: every year of its calendar has it once. */
export interface NamedDay {
	readonly key: string;
	/** Whose year it falls on the same day of; `julian` is the old church calendar, told in Gregorian days. */
	readonly rule: CalendarName | 'julian';
	readonly month: number;
	readonly day: number;
	/** By language, parted by `|`. A name that several days have asks which is meant. */
	readonly names: Readonly<Partial<Record<Language, string>>>;
}

const named = (
	key: string,
	rule: NamedDay['rule'],
	month: number,
	day: number,
	en: string,
	ar: string,
	fa: string,
	ru: string
): NamedDay => ({
	key,
	rule,
	month,
	day,
	names: { ...(en && { en }), ...(ar && { ar }), ...(fa && { fa }), ...(ru && { ru }) }
});

/**
 * The days by name that desks of this region write. Days of the moon are those of Umm al-Qura: where the moon is sighted
 * they may be a day off, which the rule of the reading says. A feast of several days is its first; Yalda is the day before its night.
 */
export const NAMED_DAYS: readonly NamedDay[] = [
	named(
		'nowruz',
		'persian',
		1,
		1,
		'Nowruz|Nowrooz|Norooz|Noruz|Newroz|Navruz|Persian New Year|Iranian New Year',
		'نوروز|النوروز|عيد النوروز|عيد نوروز|رأس السنة الفارسية|رأس السنة الإيرانية',
		'نوروز|عید نوروز|سال نو',
		'Навруз|Новруз|Ноуруз|Навруза|Новруза|Ноуруза|Наврузу|Новрузу|Наврузе|Новрузе'
	),
	named(
		'nature-day',
		'persian',
		1,
		13,
		'Sizdah Bedar|Nature Day',
		'سيزده بدر|يوم الطبيعة',
		'سیزده‌بدر|سیزده به در|روز طبیعت',
		'Сиздах-бедар'
	),
	named(
		'islamic-republic-day',
		'persian',
		1,
		12,
		'Islamic Republic Day',
		'يوم الجمهورية الإسلامية',
		'روز جمهوری اسلامی',
		'День Исламской Республики|Дня Исламской Республики|Дню Исламской Республики'
	),
	named(
		'yalda',
		'persian',
		9,
		30,
		'Yalda|Yalda Night|Shab-e Yalda|Chelleh Night',
		'يلدا|ليلة يلدا',
		'یلدا|شب یلدا|شب چله',
		'Ялда|Ялды|ночь Ялда|ночь Ялды|Шабе-Ялда'
	),
	named(
		'revolution-day',
		'persian',
		11,
		22,
		'Islamic Revolution Day|Islamic Revolution Victory Day|anniversary of the Islamic Revolution',
		'ذكرى انتصار الثورة الإسلامية|ذكرى الثورة الإسلامية',
		'سالگرد پیروزی انقلاب|سالگرد انقلاب اسلامی|سالگرد پیروزی انقلاب اسلامی',
		'годовщина Исламской революции|годовщины Исламской революции|годовщине Исламской революции|годовщину Исламской революции'
	),
	named('oil-day', 'persian', 12, 29, 'Oil Nationalisation Day|Oil Nationalization Day', 'يوم تأميم النفط', 'روز ملی شدن صنعت نفت', ''),
	named(
		'hijri-new-year',
		'islamic',
		1,
		1,
		'Islamic New Year|Hijri New Year',
		'رأس السنة|رأس السنة الهجرية',
		'آغاز سال قمری|اول سال قمری',
		'исламский Новый год|мусульманский Новый год'
	),
	named('tasua', 'islamic', 1, 9, 'Tasua|Tasu’a', 'تاسوعاء', 'تاسوعا|تاسوعای حسینی', 'Тасуа'),
	named(
		'ashura',
		'islamic',
		1,
		10,
		'Ashura|Ashoura|Day of Ashura',
		'عاشوراء|يوم عاشوراء',
		'عاشورا|روز عاشورا|عاشورای حسینی',
		'Ашура|Ашуры|Ашуру'
	),
	named(
		'arbaeen',
		'islamic',
		2,
		20,
		'Arbaeen|Arba’een|Arbain',
		'أربعينية الحسين|أربعينية الإمام الحسين|زيارة الأربعين',
		'اربعین|اربعین حسینی',
		'Арбаин'
	),
	named(
		'mawlid-12',
		'islamic',
		3,
		12,
		'Mawlid|Mawlid al-Nabi|Prophet’s Birthday',
		'المولد النبوي|المولد النبوي الشريف',
		'میلاد پیامبر|میلاد النبی',
		'Мавлид|Мавлида'
	),
	named(
		'mawlid-17',
		'islamic',
		3,
		17,
		'Mawlid|Mawlid al-Nabi|Prophet’s Birthday',
		'المولد النبوي|المولد النبوي الشريف',
		'میلاد پیامبر|میلاد النبی',
		'Мавлид|Мавлида'
	),
	named('mabath', 'islamic', 7, 27, 'Mab’ath|Isra and Mi’raj|Isra and Miraj', 'الإسراء والمعراج|المبعث النبوي', 'مبعث|عید مبعث', ''),
	named('mid-shaban', 'islamic', 8, 15, 'Mid-Sha’ban|Mid-Shaban', 'النصف من شعبان|ليلة النصف من شعبان', 'نیمه شعبان|نیمهٔ شعبان', ''),
	named(
		'eid-al-fitr',
		'islamic',
		10,
		1,
		'Eid al-Fitr|Eid ul-Fitr|Eid-e Fitr|Id al-Fitr',
		'عيد الفطر|الفطر|عيد الفطر المبارك',
		'عید فطر|عید سعید فطر|فطر',
		'Ид аль-Фитр|Ураза-байрам|Ураза-байрама|Ураза-байраму|праздник разговения'
	),
	named(
		'eid-al-adha',
		'islamic',
		12,
		10,
		'Eid al-Adha|Eid ul-Adha|Eid-e Ghorban|Eid-e Qurban|Id al-Adha',
		'عيد الأضحى|الأضحى|عيد الأضحى المبارك',
		'عید قربان|عید سعید قربان|عید اضحی',
		'Ид аль-Адха|Курбан-байрам|Курбан-байрама|Курбан-байраму|праздник жертвоприношения'
	),
	named('ghadir', 'islamic', 12, 18, 'Eid al-Ghadir|Ghadir', 'عيد الغدير|الغدير', 'عید غدیر|عید غدیر خم', 'Гадир-Хум'),
	named(
		'new-year',
		'gregorian',
		1,
		1,
		'New Year’s Day|New Years Day|New Year’s',
		'رأس السنة|رأس السنة الميلادية|عيد رأس السنة',
		'سال نو میلادی',
		'Новый год|Нового года|Новому году'
	),
	named(
		'new-years-eve',
		'gregorian',
		12,
		31,
		'New Year’s Eve|New Years Eve',
		'ليلة رأس السنة|ليلة رأس السنة الميلادية',
		'شب سال نو میلادی',
		'канун Нового года|кануна Нового года|кануну Нового года|накануне Нового года|новогодняя ночь'
	),
	named(
		'christmas',
		'gregorian',
		12,
		25,
		'Christmas|Christmas Day|Western Christmas|Catholic Christmas|Xmas',
		'عيد الميلاد|عيد الميلاد المجيد|عيد الميلاد الغربي|الكريسماس',
		'کریسمس|کریسمس غربی|عید میلاد مسیح',
		'Рождество|Рождества|Рождеству|католическое Рождество|католического Рождества|католическому Рождеству|западное Рождество'
	),
	named('christmas-eve', 'gregorian', 12, 24, 'Christmas Eve', 'ليلة عيد الميلاد|ليلة الميلاد', 'شب کریسمس', 'католический сочельник'),
	named(
		'orthodox-christmas',
		'julian',
		12,
		25,
		'Orthodox Christmas|Russian Christmas|Eastern Christmas',
		'عيد الميلاد الأرثوذكسي|عيد الميلاد الشرقي',
		'کریسمس ارتدکس|کریسمس ارتدوکس|کریسمس روسی',
		'Рождество|Рождества|Рождеству|православное Рождество|православного Рождества|православному Рождеству|Рождество Христово|Рождества Христова'
	),
	named(
		'armenian-christmas',
		'gregorian',
		1,
		6,
		'Armenian Christmas',
		'عيد الميلاد الأرمني',
		'کریسمس ارامنه|کریسمس ارمنی',
		'армянское Рождество|армянского Рождества'
	),
	named('old-new-year', 'gregorian', 1, 14, 'Old New Year', '', '', 'старый Новый год|старого Нового года|старому Новому году'),
	named(
		'defender-day',
		'gregorian',
		2,
		23,
		'Defender of the Fatherland Day',
		'يوم المدافع عن الوطن',
		'روز مدافع میهن',
		'День защитника Отечества|Дня защитника Отечества|Дню защитника Отечества'
	),
	named(
		'womens-day',
		'gregorian',
		3,
		8,
		'International Women’s Day|Women’s Day',
		'يوم المرأة العالمي|اليوم العالمي للمرأة',
		'روز جهانی زن',
		'Международный женский день|Международного женского дня|Международному женскому дню'
	),
	named(
		'may-day',
		'gregorian',
		5,
		1,
		'May Day|International Workers’ Day',
		'عيد العمال|يوم العمال العالمي',
		'روز جهانی کارگر',
		'День труда|Дня труда|Дню труда|Первомай|Первомая|Первомаю'
	),
	named(
		'victory-day',
		'gregorian',
		5,
		9,
		'Victory Day',
		'عيد النصر|يوم النصر',
		'روز پیروزی',
		'День Победы|Дня Победы|Дню Победы|Днём Победы'
	),
	named('victory-day-iraq', 'gregorian', 12, 10, 'Iraqi Victory Day', 'يوم النصر|يوم النصر العراقي', '', ''),
	named('russia-day', 'gregorian', 6, 12, 'Russia Day', 'يوم روسيا', 'روز روسیه', 'День России|Дня России|Дню России'),
	named(
		'unity-day',
		'gregorian',
		11,
		4,
		'National Unity Day',
		'يوم الوحدة الوطنية',
		'روز وحدت ملی',
		'День народного единства|Дня народного единства|Дню народного единства'
	)
];

/** The calendar whose years count a named day. */
export function calendarOfNamed({ rule }: NamedDay): CalendarName {
	return rule === 'julian' ? 'gregorian' : rule;
}

/** The epoch day in a year of the day's own calendar; for a feast of the old church calendar, in the Gregorian year it falls into. */
export function namedDayIn({ rule, month, day }: NamedDay, year: number): number {
	if (rule !== 'julian') return dayIn(rule, { year, month, day });
	// The calendars stand apart by the leap days that Gregorian centuries leave out; feasts at the year's end fall into the next.
	const centuries = Math.floor((year - 1) / 100);
	return dayOf(year - 1, month, day) + centuries - Math.floor(centuries / 4) - 2;
}

/** Every time a named day falls into a span; twice a year for days of the moon, now and then. */
export function namedDaysBetween(named: NamedDay, start: number, end: number): number[] {
	const calendar = calendarOfNamed(named);
	const [first, last] = [civilIn(calendar, start).year, civilIn(calendar, end - 1).year];
	return Array.from({ length: last - first + 1 }, (_, n) => namedDayIn(named, first + n)).filter((day) => day >= start && day < end);
}
