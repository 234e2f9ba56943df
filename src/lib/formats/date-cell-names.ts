import { fold } from '#lib/language/fold.ts';
import { LANGUAGES } from '#lib/language/locales.ts';
import { monthName, weekdayName } from '#lib/language/month-names.ts';
import type { CivilCalendar } from '#lib/temporal/calendars.ts';

/** That something has not ended, as people write it in a cell: alternatives of a regular expression. */
export const OPEN_WORDS =
	'present|ongoing|open|current|still in force|in force|indefinite|no end|today|now|to date|н\\.\\s?в\\.|по настоящее время|настоящее время|бессрочно|действует|تاکنون|تا کنون|اکنون|مستمر|حتى الآن|الآن|ادامه دارد|جاری|ساري|ساري المفعول';

/** Names that our own table does not print but others write: Levantine, Maghrebi, Gulf and Dari months, short forms, other spellings. */
const OTHER_MONTHS: readonly (readonly [CivilCalendar, string])[] = [
	['gregorian', 'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول'],
	['gregorian', 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'],
	['gregorian', 'يناير فبراير مارس ابريل ماي يونيه يوليوز غشت شتنبر أكتوبر نونبر دجنبر'],
	['gregorian', 'جنوری فبروری مارچ اپریل می جون جولای آگوست سپتمبر اکتوبر نومبر دسمبر'],
	['gregorian', 'ژانویه فوریه مارس آپریل مه ژوئن جولای اوت سپتامبر اکتبر نوامبر دسامبر'],
	['gregorian', 'جانویه فبریه مارس آوریل می ژوین ژوییه آگست سپتامبر اکتبر نوامبر دسامبر'],
	['gregorian', 'jan feb mar apr may june july aug sept oct nov dec'],
	['gregorian', 'янв фев мар апр май июн июл авг сен окт ноя дек'],
	['persian', 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'],
	['persian', 'فروردین اردی‌بهشت خرداد تیر امرداد شهریور مهر آبان آذر دی بهمن اسپند'],
	['persian', 'farvardin ordibehest khordaad tir amordad shahrivar mehr aban azar dei bahman esfand'],
	['islamic', 'محرم_الحرام صفر ربيع_الاول ربيع_الثاني جمادى_الأول جمادى_الثانية رجب شعبان رمضان شوال ذي_القعدة ذي_الحجة'],
	['islamic', 'محرم_الحرام صفر ربیع_اول ربیع_ثانی جمادی_الاولی جمادی_الآخر رجب_المرجب شعبان_المعظم رمضان_المبارک شوال_المکرم ذیقعده ذیحجه'],
	['islamic', 'محرم صفر_المظفر ربیع_الاولی ربیع_الآخره جمادی_اول جمادی_ثانی رجب شعبان رمضان شوال ذوالقعدة ذوالحجة'],
	[
		'islamic',
		'muharram safar rabi_al_awwal rabi_al_thani jumada_al_awwal jumada_al_thani rajab shaaban ramadan shawwal dhul_qadah dhul_hijjah'
	],
	[
		'islamic',
		'мухаррам сафар раби_аль_авваль раби_ас_сани джумада_аль_уля джумада_ас_сани раджаб шаабан рамадан шавваль зуль_каада зуль_хиджа'
	]
];

/** Sunday first. */
const OTHER_WEEKDAYS = [
	'sun mon tue wed thu fri sat',
	'sun mon tues wed thur fri sat',
	'sun mon tues weds thurs fri sat',
	'вс пн вт ср чт пт сб',
	'воскресенья понедельника вторника среды четверга пятницы субботы',
	'воскресенье понедельник вторник среду четверг пятницу субботу',
	'احد اثنين ثلاثاء اربعاء خميس جمعة سبت',
	'یک_شنبه دو_شنبه سه_شنبه چهار_شنبه پنج_شنبه آدینه شنبه'
];

type Months = ReadonlyMap<string, readonly { readonly calendar: CivilCalendar; readonly month: number }[]>;

let months: Months | undefined;
let weekdays: ReadonlyMap<string, number> | undefined;

/** Most words a name of a month or weekday has. */
export const LONGEST_NAME = 3;

/** The months a folded name can mean, by calendar; none for any other word. */
export function monthsOfName(folded: string): readonly { readonly calendar: CivilCalendar; readonly month: number }[] {
	months ??= monthTable();
	return months.get(folded) ?? [];
}

/** The weekday a folded name means, Sunday 0; undefined for any other word. */
export function weekdayOfName(folded: string): number | undefined {
	weekdays ??= weekdayTable();
	return weekdays.get(folded);
}

/** The weekday of an epoch day, Sunday 0. */
export function weekdayOf(day: number): number {
	return (((Math.floor(day) + 4) % 7) + 7) % 7;
}

function monthTable(): Months {
	const table = new Map<string, { calendar: CivilCalendar; month: number }[]>();
	const add = (name: string, calendar: CivilCalendar, month: number) => {
		const key = fold(name.replaceAll('_', ' '));
		const known = table.get(key) ?? [];
		if (!known.some((entry) => entry.calendar === calendar)) table.set(key, [...known, { calendar, month }]);
	};
	for (const calendar of ['gregorian', 'persian', 'islamic'] as const) {
		for (const language of LANGUAGES) {
			for (let month = 1; month <= 12; month++) {
				for (const width of ['long', 'short'] as const) {
					for (const form of ['plain', 'genitive'] as const) add(monthName(calendar, month, language, width, form), calendar, month);
				}
			}
		}
	}
	for (const [calendar, names] of OTHER_MONTHS) names.split(' ').forEach((name, index) => add(name, calendar, index + 1));
	return table;
}

function weekdayTable(): ReadonlyMap<string, number> {
	const table = new Map<string, number>();
	for (const language of LANGUAGES) for (let day = 0; day < 7; day++) table.set(fold(weekdayName(day, language)), weekdayOf(day));
	for (const names of OTHER_WEEKDAYS) names.split(' ').forEach((name, index) => table.set(fold(name.replaceAll('_', ' ')), index));
	return table;
}
