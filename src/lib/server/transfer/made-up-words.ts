import type { Language, Text } from '#lib/domain/text.ts';
import { LANGUAGES } from '#lib/domain/text.ts';
import type { Chance } from './seeded-chance.ts';

/** A text in all four languages. */
export type FullText = Readonly<Record<Language, string>>;

const of = (en: string, ar: string, fa: string, ru: string): FullText => ({ en, ar, fa, ru });

/** Names are put together from these, each in its four scripts, so that nobody is ever meant. */
const SYLLABLES = [
	of('ka', 'كا', 'کا', 'ка'),
	of('lo', 'لو', 'لو', 'ло'),
	of('mi', 'مي', 'می', 'ми'),
	of('sha', 'شا', 'شا', 'ша'),
	of('no', 'نو', 'نو', 'но'),
	of('li', 'لي', 'لی', 'ли'),
	of('go', 'غو', 'گو', 'го'),
	of('ra', 'را', 'را', 'ра'),
	of('ta', 'تا', 'تا', 'та')
] as const;
const LAST_SYLLABLES = [
	of('ven', 'فين', 'وین', 'вен'),
	of('tar', 'تار', 'تار', 'тар'),
	of('dor', 'دور', 'دور', 'дор'),
	of('bel', 'بيل', 'بل', 'бел'),
	of('zar', 'زار', 'زار', 'зар'),
	of('mon', 'مون', 'مون', 'мон'),
	of('fen', 'فين', 'فن', 'фен'),
	of('tis', 'تيس', 'تیس', 'тис'),
	of('dan', 'دان', 'دان', 'дан'),
	of('par', 'بار', 'پار', 'пар')
] as const;

/** Puts each language's part together. */
export function compose(make: (language: Language) => string): FullText {
	return { en: make('en'), ar: make('ar'), fa: make('fa'), ru: make('ru') };
}

/** A name nobody bears, spelled in four scripts. */
export function madeUpName(chance: Chance, syllables: number): FullText {
	const parts: FullText[] = [];
	while (parts.length < syllables - 1) {
		const part = chance.pick(SYLLABLES);
		if (part !== parts.at(-1)) parts.push(part);
	}
	parts.push(chance.pick(LAST_SYLLABLES));
	return compose((language) => {
		const name = parts.map((part) => part[language]).join('');
		return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
	});
}

/** A land that is on no map, with the genitive Russian wants. */
export function madeUpLand(stem: FullText): { readonly name: FullText; readonly genitive: string } {
	const ends = of('ia', 'يا', 'یا', 'ия');
	return { name: compose((language) => stem[language] + ends[language]), genitive: `${stem.ru}ии` };
}

export const TOPICS: readonly FullText[] = [
	of('Water supply', 'إمدادات المياه', 'آب‌رسانی', 'Водоснабжение'),
	of('Rail freight', 'الشحن بالسكك', 'حمل‌ونقل ریلی', 'Грузы по железной дороге'),
	of('Ports', 'الموانئ', 'بندرها', 'Порты'),
	of('Power grids', 'شبكات الكهرباء', 'شبکه‌های برق', 'Электросети'),
	of('Seed banks', 'بنوك البذور', 'بانک‌های بذر', 'Банки семян'),
	of('Weather service', 'الأرصاد الجوية', 'هواشناسی', 'Метеослужба'),
	of('Libraries', 'المكتبات', 'کتابخانه‌ها', 'Библиотеки'),
	of('Customs', 'الجمارك', 'گمرک', 'Таможня'),
	of('Fisheries', 'مصايد الأسماك', 'شیلات', 'Рыболовство'),
	of('Mountain roads', 'الطرق الجبلية', 'راه‌های کوهستانی', 'Горные дороги'),
	of('Student exchange', 'تبادل الطلبة', 'تبادل دانشجو', 'Обмен студентами'),
	of('Satellite images', 'صور الأقمار الصناعية', 'تصویرهای ماهواره‌ای', 'Спутниковые снимки'),
	of('Public health', 'الصحة العامة', 'بهداشت عمومی', 'Здравоохранение'),
	of('Recycling', 'إعادة التدوير', 'بازیافت', 'Переработка отходов'),
	of('Standards', 'المواصفات', 'استانداردها', 'Стандарты'),
	of('Archives', 'المحفوظات', 'بایگانی‌ها', 'Архивы'),
	of('Forest fires', 'حرائق الغابات', 'آتش‌سوزی جنگل', 'Лесные пожары'),
	of('Small business', 'المنشآت الصغيرة', 'کسب‌وکارهای کوچک', 'Малый бизнес')
];

/** What an event or agreement of a kind is called before its topic. */
export const KIND_WORDS: Readonly<Record<string, FullText>> = {
	session: of('Session', 'الدورة', 'نشست', 'Заседание'),
	signing: of('Signing', 'توقيع', 'امضا', 'Подписание'),
	meeting: of('Meeting', 'لقاء', 'دیدار', 'Встреча'),
	visit: of('Visit', 'زيارة', 'بازدید', 'Визит'),
	conference: of('Conference', 'مؤتمر', 'همایش', 'Конференция'),
	talks: of('Talks', 'مباحثات', 'گفت‌وگو', 'Переговоры'),
	other: of('Notice', 'إشعار', 'اطلاعیه', 'Сообщение'),
	treaty: of('Treaty', 'معاهدة', 'پیمان', 'Договор'),
	memorandum: of('Memorandum', 'مذكرة تفاهم', 'تفاهم‌نامه', 'Меморандум'),
	contract: of('Contract', 'عقد', 'قرارداد', 'Контракт'),
	protocol: of('Protocol', 'بروتوكول', 'پروتکل', 'Протокол'),
	documents: of('Documents', 'وثائق', 'سندها', 'Документы'),
	proposal: of('Proposal', 'مقترح', 'پیشنهاد', 'Предложение')
};

export const TASKS: readonly FullText[] = [
	of('Report', 'تقرير', 'گزارش', 'Отчёт'),
	of('Draft', 'مسودة', 'پیش‌نویس', 'Проект'),
	of('Name experts', 'تسمية الخبراء', 'معرفی کارشناسان', 'Назвать экспертов'),
	of('Cost estimate', 'تقدير التكلفة', 'برآورد هزینه', 'Смета'),
	of('Site list', 'قائمة المواقع', 'فهرست محل‌ها', 'Список объектов'),
	of('Translation', 'ترجمة', 'ترجمه', 'Перевод')
];

/** Sentences round a topic in quotation marks, so that no language has to bend it. */
const SENTENCES: readonly ((topic: FullText) => FullText)[] = [
	(it) =>
		of(
			`The sides reviewed “${it.en}” and named the next steps.`,
			`راجع الطرفان موضوع «${it.ar}» وحددا الخطوات التالية.`,
			`دو طرف موضوع «${it.fa}» را مرور کردند و گام‌های بعدی را نام بردند.`,
			`Стороны рассмотрели тему «${it.ru}» и назвали следующие шаги.`
		),
	(it) =>
		of(
			`A list of sites for “${it.en}” is to follow.`,
			`من المقرر إعداد قائمة مواقع لموضوع «${it.ar}».`,
			`قرار است فهرست محل‌های «${it.fa}» تهیه شود.`,
			`Список объектов по теме «${it.ru}» будет составлен позже.`
		),
	(it) =>
		of(
			`Experts on “${it.en}” will meet again before the end of the term, in a smaller circle and with figures of both sides at hand.`,
			`سيجتمع خبراء «${it.ar}» مجددًا قبل نهاية المدة في نطاق أضيق وبأرقام الطرفين.`,
			`کارشناسان «${it.fa}» پیش از پایان دوره دوباره در جمعی کوچک‌تر و با ارقام دو طرف دیدار می‌کنند.`,
			`Эксперты по теме «${it.ru}» встретятся снова до конца срока, в более узком кругу и с данными обеих сторон.`
		),
	(it) =>
		of(
			`Nothing was said about the cost of “${it.en}”.`,
			`لم يُذكر شيء عن تكلفة «${it.ar}».`,
			`درباره هزینه «${it.fa}» چیزی گفته نشد.`,
			`О стоимости по теме «${it.ru}» ничего не сказано.`
		)
];

/** One to three sentences. */
export function madeUpSummary(chance: Chance, topic: FullText): FullText {
	const sentences = Array.from({ length: chance.whole(1, 3) }, () => chance.pick(SENTENCES)(topic));
	return compose((language) => [...new Set(sentences.map((sentence) => sentence[language]))].join(' '));
}

export interface QuantityWords {
	readonly what: string;
	readonly label: FullText;
}

export const QUANTITIES: readonly QuantityWords[] = [
	{ what: 'projects', label: of('projects', 'مشاريع', 'طرح', 'проекты') },
	{ what: 'sites', label: of('sites', 'مواقع', 'محل', 'объекты') },
	{ what: 'experts', label: of('experts', 'خبراء', 'کارشناس', 'эксперты') }
];

/** Organisations of a land: a word before its name. */
export const BODIES: readonly FullText[] = [
	of('Ministry of Works', 'وزارة الأشغال', 'وزارت کار و ساخت', 'Министерство работ'),
	of('Bureau of Routes', 'مكتب الطرق', 'دفتر راه‌ها', 'Бюро путей'),
	of('Academy of Measures', 'أكاديمية القياس', 'فرهنگستان سنجش', 'Академия мер')
];

export const OUTLETS: readonly FullText[] = [
	of('Gazette', 'الجريدة', 'روزنامه', 'Газета'),
	of('Wire', 'البرقية', 'خبرگزاری', 'Агентство'),
	of('Herald', 'البشير', 'پیک', 'Вестник'),
	of('Review', 'المجلة', 'نشریه', 'Обозрение')
];

/** Leaves a language or two out: a text that is not there is shown in another tongue, and must still look right. */
export function someLanguages(chance: Chance, text: FullText): Text {
	const left = new Set<Language>([chance.pick(LANGUAGES), chance.pick(LANGUAGES)]);
	return Object.fromEntries(LANGUAGES.filter((language) => !left.has(language)).map((language) => [language, text[language]]));
}
