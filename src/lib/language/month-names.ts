import type { CalendarName, Language } from './locales.ts';

/**
 * Names of months and weekdays, our own table: CLDR's Jalali months in Arabic are misspelt (شهرفار, تار, آيان), its
 * English September has five letters in the short form, and a table reads the same in Node and in every browser.
 */
const LONG: Readonly<Record<CalendarName, Readonly<Record<Language, string>>>> = {
	gregorian: {
		en: 'January February March April May June July August September October November December',
		ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
		fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
		ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'
	},
	persian: {
		en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
		ar: 'فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند',
		fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
		ru: 'фарвардин ордибехешт хордад тир мордад шахривар мехр абан азар дей бахман эсфанд'
	},
	islamic: {
		en: 'Muharram Safar Rabi_I Rabi_II Jumada_I Jumada_II Rajab Shaban Ramadan Shawwal Dhu_al-Qadah Dhu_al-Hijjah',
		ar: 'محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة',
		fa: 'محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌القعده ذی‌الحجه',
		ru: 'мухаррам сафар раби_I раби_II джумада_I джумада_II раджаб шаабан рамадан шавваль зуль-каада зуль-хиджа'
	}
};

/** Russian months beside a day or after a preposition. */
const GENITIVE: Readonly<Record<CalendarName, string>> = {
	gregorian: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
	persian: 'фарвардина ордибехешта хордада тира мордада шахривара мехра абана азара дея бахмана эсфанда',
	islamic: 'мухаррама сафара раби_I раби_II джумады_I джумады_II раджаба шаабана рамадана шавваля зуль-каады зуль-хиджи'
};

/**
 * By which country's names months go: in Arabic the months of Damascus, Rabat and Algiers have names of their own, in Persian
 * those of Kabul. `usual` is what Cairo, the Gulf and Tehran write, and what other languages know alone.
 */
export const MONTH_NAMES = ['usual', 'levant', 'morocco', 'algeria', 'afghan'] as const;
export type MonthNames = (typeof MONTH_NAMES)[number];

const BY_COUNTRY: Readonly<Partial<Record<MonthNames, Readonly<{ language: Language } & Partial<Record<CalendarName, string>>>>>> = {
	levant: {
		language: 'ar',
		gregorian: 'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول'
	},
	morocco: { language: 'ar', gregorian: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر' },
	algeria: { language: 'ar', gregorian: 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر' },
	afghan: {
		language: 'fa',
		gregorian: 'جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر',
		persian: 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'
	}
};

const COUNTRIES: Readonly<Record<string, MonthNames>> = {
	'ar-iq': 'levant',
	'ar-jo': 'levant',
	'ar-lb': 'levant',
	'ar-ps': 'levant',
	'ar-sy': 'levant',
	'ar-ma': 'morocco',
	'ar-dz': 'algeria',
	'ar-tn': 'algeria',
	'fa-af': 'afghan',
	prs: 'afghan',
	'prs-af': 'afghan'
};

export function isMonthNames(value: unknown): value is MonthNames {
	return typeof value === 'string' && (MONTH_NAMES as readonly string[]).includes(value);
}

/** The month names a reader of a language can choose among; `usual` alone where countries do not differ. */
export function monthNamesIn(language: Language): readonly MonthNames[] {
	return MONTH_NAMES.filter((names) => names === 'usual' || BY_COUNTRY[names]?.language === language);
}

/** The month names of the first country that a browser asks a language of (`ar-LB,ar;q=0.9` for Arabic: the Levant's). */
export function monthNamesFor(acceptLanguage: string, language: Language): MonthNames {
	for (const part of acceptLanguage.toLowerCase().split(',')) {
		const [tag = ''] = part.trim().split(';');
		const names = COUNTRIES[tag];
		if (names && BY_COUNTRY[names]?.language === language) return names;
		if (tag.startsWith(`${language}-`)) return 'usual';
	}
	return 'usual';
}

/** Only Gregorian months have short forms readers know, and only in English and Russian. */
const SHORT = {
	en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
	ru: 'янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'
} as const;
const SHORT_GENITIVE = 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.';

const WEEKDAYS: Readonly<Record<Language, string>> = {
	en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
	ar: 'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
	fa: 'یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه',
	ru: 'воскресенье понедельник вторник среда четверг пятница суббота'
};

/** `genitive` is the form beside a day and after a preposition; it differs in Russian only. */
export type MonthForm = 'plain' | 'genitive';

/**
 * The name of a month, 1–12, standing alone (or in the form a day asks for), as the reader's country names it.
 * @throws RangeError for a month outside 1–12.
 */
export function monthName(
	calendar: CalendarName,
	month: number,
	language: Language,
	width: 'long' | 'short',
	form: MonthForm = 'plain',
	names: MonthNames = 'usual'
): string {
	const own = BY_COUNTRY[names];
	const list = (own?.language === language ? own[calendar] : undefined) ?? monthList(calendar, language, width, form);
	const name = list.split(' ')[month - 1];
	if (name === undefined) throw new RangeError(`no month ${month}`);
	return name.replace('_', ' ');
}

function monthList(calendar: CalendarName, language: Language, width: 'long' | 'short', form: MonthForm): string {
	const genitive = language === 'ru' && form === 'genitive';
	if (width === 'short' && calendar === 'gregorian') {
		if (language === 'en') return SHORT.en;
		if (language === 'ru') return genitive ? SHORT_GENITIVE : SHORT.ru;
	}
	return genitive ? GENITIVE[calendar] : LONG[calendar][language];
}

/** The weekday of an epoch day. */
export function weekdayName(day: number, language: Language): string {
	const sundayFirst = (((Math.floor(day) + 4) % 7) + 7) % 7; // day 0 was a Thursday
	return WEEKDAYS[language].split(' ')[sundayFirst] ?? '';
}
