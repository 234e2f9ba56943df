import { fold } from '#lib/language/fold.ts';

/** What a header can hint at. */
export type HeaderHint = keyof typeof PHRASES;

/** Headers seen in desks' files, in four languages; commas part phrases. Folded before they are compared. */
const PHRASES = {
	title:
		'title, headline, name, subject, event, heading, agreement, treaty, treaty name, name of the agreement, common name, event title, agreement title, message, meeting, session, activity, what, عنوان, اسم, الاسم, العنوان, موضوع, الموضوع, نام, رویداد, توافق, تیتر, سرخط, الحدث, الاتفاق, الاتفاقية, название, заголовок, наименование, событие, соглашение, договор, тема',
	summary:
		'summary, description, abstract, text, details, notes, note, comment, comments, remark, remarks, body, content, خلاصة, ملخص, وصف, الوصف, تفاصيل, نص, ملاحظات, شرح, خلاصه, توضیح, توضیحات, متن, описание, резюме, содержание, текст, примечание, примечания, аннотация',
	location:
		'location, place, city, venue, where, address, adopted in, adopt place, location of signature, مكان, المكان, موقع, الموقع, مدينة, المدينة, محل, مکان, شهر برگزاری, محل برگزاری, место, город, место проведения, адрес',
	track:
		'track, group, series, programme, program, project, working group, مسار, المسار, مشروع, برنامج, گروه, پروژه, برنامه, کارگروه, направление, группа, проект, программа, рабочая группа, трек',
	topics:
		'topic, topics, keyword, keywords, tag, tags, category, categories, theme, themes, chapter name, sector, الكلمات المفتاحية, كلمات مفتاحية, تصنيف, مواضيع, المواضيع, کلیدواژه, کلیدواژه‌ها, دسته, موضوعات, برچسب, برچسب‌ها, ключевые слова, темы, теги, категория, рубрика',
	actors:
		'party, parties, member, members, membership, participant, participants, country, countries, country name, state, states, state name, signatory, signatories, actor, actors, owner, attendees, delegation, partner, partners, side a, side b, actor1, actor2, state dept name, طرف, الأطراف, أطراف, الدول, الدولة, دولة, المشاركون, المشارك, طرفین, طرف‌ها, کشور, کشورها, شرکت‌کنندگان, اعضا, сторона, стороны, страна, страны, участник, участники, государство',
	kind: 'kind, type, event type, agreement type, نوع, النوع, نوع رویداد, тип, вид',
	status: 'status, state of play, change, status change, الحالة, حالة, الوضع, وضعیت, وضع, статус, состояние',
	key: 'id, key, uid, uuid, guid, identifier, code, number, no, record id, event id, treaty id, ref, reference, url, شناسه, کد, ردیف, شماره, معرف, المعرف, رمز, رقم, الرقم, ид, идентификатор, код, номер, ключ',
	words: 'display date, date words, date as said, date text, تاریخ نمایشی, дата словами',
	date: 'date, dates, period, years, day, when, time, datetime, event date, held, held on, took place, sqldate, start date time, date of adoption, adopted, adoption, registration date, ratification, accession, acceptance, approval, succession, definitive signature, تاريخ, التاريخ, تاریخ, روز برگزاری, زمان, دوره, الفترة, период, дата, когда, день, время',
	start:
		'start, begin, beginning, beg, from, start date, date start, begin date, since, opening, opened, opened on, البداية, تاريخ البدء, بدء, شروع, آغاز, تاریخ شروع, تاریخ آغاز, начало, дата начала, с',
	end: 'end, finish, to, until, till, end date, date end, ended, expiry, expiration, expires, expired, termination, terminated, doc end, valid until, النهاية, تاريخ الانتهاء, انتهاء, پایان, تاریخ پایان, خاتمه, окончание, конец, дата окончания, прекращение, истечение',
	due: 'due, deadline, due date, موعد, الموعد النهائي, مهلت, موعد مقرر, سررسید, срок, крайний срок',
	signed:
		'signature, signed, signing, sign, signed on, date of signature, signature date, doc sign, date signed, التوقيع, تاريخ التوقيع, امضا, امضاء, تاریخ امضا, подписание, подписан, подписано, дата подписания',
	force:
		'force, in force, entry into force, entered into force, into force, doc force, effective, effective date, entryforce, entryforceyear, in force on, النفاذ, دخول حيز النفاذ, تاريخ النفاذ, لازم‌الاجرا, اجرا, تاریخ اجرا, اجرایی شدن, вступление в силу, вступил в силу, дата вступления',
	agreement:
		'treaty, agreement, convention, protocol, pact, accord, treaty name, mtdsg, معاهدة, اتفاقية, الاتفاقية, اتفاق, معاهده, توافق‌نامه, توافقنامه, موافقت‌نامه, کنوانسیون, договор, соглашение, конвенция',
	participant: 'participant, state party, contracting party',
	year: 'year, yr, السنة, سنة, سال, год',
	month: 'month, mo, mon, الشهر, شهر, ماه, месяц',
	ofMonth: 'day, dy, اليوم, يوم, روز, день, число',
	clock: 'time, hour, الوقت, الساعة, ساعت, время, час',
	aside:
		'verified, modified, updated, created, accessed, retrieved, published, coded, changed, consolidation, download, checked, orig, alt, short, other, former, wto, secretariat, website, language, base'
} as const;

const FOLDED = Object.fromEntries(
	Object.entries(PHRASES).map(([hint, phrases]) => [hint, phrases.split(', ').map((phrase) => ` ${fold(phrase)} `)])
) as unknown as Readonly<Record<HeaderHint, readonly string[]>>;

/** A header as words: `Date.of.Signature`, `docSign` and `begyr` come apart. */
export function headerWords(header: string): string {
	const apart = header
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/[._]/gu, ' ')
		.replace(/^(beg|begin|start|end|sign|force)(yr|year|mo|mon|month|day|date)$/iu, '$1 $2');
	return fold(apart);
}

/** How clearly a header hints at something: 3 it is such a phrase, 2 it begins or ends with one, 1 it holds one, 0 not at all. */
export function hintOf(header: string, hint: HeaderHint): 0 | 1 | 2 | 3 {
	const words = ` ${headerWords(header)} `;
	let best: 0 | 1 | 2 | 3 = 0;
	for (const phrase of FOLDED[hint]) {
		if (words === phrase) return 3;
		if (!words.includes(phrase)) continue;
		best = words.startsWith(phrase) || words.endsWith(phrase) ? 2 : best || 1;
	}
	return best;
}

/** The language a header names for its column: `title_fa`, `Title (Arabic)`, `name:ru`. */
export function headerLanguage(header: string): 'en' | 'ar' | 'fa' | 'ru' | undefined {
	const [, name = ''] =
		/(?:[_:\-.\s(]|^)(en|eng|english|ar|ara|arabic|fa|per|fas|persian|farsi|ru|rus|russian)\)?$/iu.exec(header.trim()) ?? [];
	const short = name.toLowerCase();
	if (short === '') return undefined;
	if (short.startsWith('e')) return 'en';
	if (short.startsWith('a')) return 'ar';
	return short.startsWith('r') ? 'ru' : 'fa';
}
