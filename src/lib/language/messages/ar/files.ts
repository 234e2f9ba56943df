import type { files as en } from '../en/files.ts';

export const files: Record<keyof typeof en, string> = {
	'files.title': 'الخط الزمني',
	'files.line':
		'حتى {day} · {count, plural, zero {لا سجلات} one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} other {# سجل}}{differing, plural, =0 {} zero {} one { · تختلف المصادر في سجل واحد} two { · تختلف المصادر في سجلين} few { · تختلف المصادر في # سجلات} many { · تختلف المصادر في # سجلًا} other { · تختلف المصادر في # سجل}}',
	'files.frozen': 'هذا الملف ثابت: يعرض ما كان معروفًا في {day} (القيد {seq, number} من السجل) ولا يتغير بعد ذلك.',
	'files.today': 'تُحسب المواعيد المستحقة والمتأخرة من {day}، المنطقة الزمنية {zone}.',
	'files.timeline': 'الخط الزمني',
	'files.records': 'السجلات',
	'files.evidence': 'الأدلة',
	'files.sources': 'المصادر',
	'files.source': 'المصدر',
	'files.published': 'نُشر',
	'files.legend': 'مفتاح الرموز',
	'files.keys':
		'الخط الزمني: الأسهم للتحريك، + و− للتكبير والتصغير، 0 لعرض الكل. اسحب للتحريك، وCtrl مع العجلة للتكبير. اضغط على علامة لقراءة أدلتها.',
	'files.find': 'ابحث في الجداول',
	'files.found': '{count, plural, =0 {لا نتائج} zero {لا نتائج} one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} other {# سجل}}',
	'files.differ': 'تختلف المصادر في: {field}',
	'files.differ-count':
		'{count, plural, =0 {لا} zero {لا} one {في نقطة واحدة} two {في نقطتين} few {في # نقاط} many {في # نقطة} other {في # نقطة}}',
	'files.shown': 'المعروض هنا',
	'files.voices': '{count, plural, zero {لا أصوات} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتًا} other {# صوت}}',
	'files.earlier': 'قيل من قبل',
	'files.no-evidence': 'لا نص محفوظًا لهذا السجل.',
	'files.back': 'العودة إلى الخط الزمني',
	'files.more':
		'{count, plural, zero {لا سجلات أخرى} one {سجل واحد آخر} two {سجلان آخران} few {# سجلات أخرى} many {# سجلًا آخر} other {# سجل آخر}} في هذا العرض وليس في هذا الملف. ضيّق العرض، أو خذ CSV أو Excel لها جميعًا.',
	'files.page-of': 'صفحة {page} من {pages}',
	'files.upright': 'طولي',
	'files.wide': 'عرضي',
	'files.print-hint': 'اطبع من متصفحك (Ctrl+P أو ⌘P)، واختر PDF هناك لحفظ ملف.',
	'files.back-to-view': 'العودة إلى العرض'
};
