import type { sharing as en } from '../en/sharing.ts';

export const sharing: Record<keyof typeof en, string> = {
	'sharing.title': 'المشاهد والروابط',
	'sharing.lead': 'احفظ مشهدًا باسم، أو أعطه لغيرك برابط. لا يعرض الرابط سوى مشهده.',
	'sharing.no-view': 'افتح لوحة المتابعة واختر مشهدًا، ثم «احفظ هذا المشهد أو شاركه».',
	'sharing.this-view': 'هذا المشهد',
	'sharing.name': 'الاسم',
	'sharing.save': 'احفظ المشهد',
	'sharing.share-live': 'أنشئ رابطًا متجددًا',
	'sharing.share-frozen': 'أنشئ رابطًا ثابتًا كما هو الآن',
	'sharing.live-hint': 'يعرض ما هو معروف عند فتحه.',
	'sharing.frozen-hint': 'يعرض الوقائع نفسها دائمًا، وعند الطلب ما تغيّر منذ ذلك.',
	'sharing.ends': 'متاح حتى',
	'sharing.saved-views': 'المشاهد المحفوظة',
	'sharing.links': 'الروابط الممنوحة',
	'sharing.none': 'لا شيء بعد.',
	'sharing.open': 'افتح',
	'sharing.delete': 'احذف',
	'sharing.revoke': 'اسحب',
	'sharing.pin': 'ثبّت على الآن',
	'sharing.live': 'متجدد',
	'sharing.frozen': 'كما في القيد {seq}',
	'sharing.until': 'حتى {day}',
	'sharing.copy': 'نسخ',
	'sharing.copied': 'تم النسخ',
	'sharing.embed': 'لإدراجه في صفحة أخرى',
	'sharing.changes': 'ما تغيّر منذ القيد {seq}',
	'sharing.unchanged': 'لم يتغير شيء في هذا المشهد.',
	'sharing.back': 'عودة إلى المشهد',
	'sharing.added': 'جديد',
	'sharing.dropped': 'لم يعد فيه',
	'sharing.moved': 'نُقل من {from} إلى {to}',
	'sharing.entry': 'القيد {seq}',
	'sharing.new': 'جديد',
	'sharing.contradicted': 'خلاف جديد بين المصادر',
	'sharing.undated': 'بلا تاريخ',
	'sharing.too-many':
		'يضم هذا المشهد {count, plural, zero {لا سجلات} one {سجلًا واحدًا} two {سجلين} few {# سجلات} many {# سجلًا} other {# سجل}}، ولا يتسع الرابط إلا لـ {most, plural, zero {لا شيء} one {سجل واحد} two {سجلين} few {# سجلات} many {# سجلًا} other {# سجل}}. رشّحه أولًا ثم شاركه.',
	'sharing.full-view': 'اعرضه كاملًا',
	'sharing.holds-agreements':
		'{count, plural, zero {لا اتفاقات} one {اتفاق واحد} two {اتفاقان} few {# اتفاقات} many {# اتفاقًا} other {# اتفاق}}',
	'sharing.holds-events': '{count, plural, zero {لا أحداث} one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}}',
	'sharing.holds-follow-ups':
		'{count, plural, zero {لا متابعات} one {متابعة واحدة} two {متابعتان} few {# متابعات} many {# متابعة} other {# متابعة}}',
	'sharing.holds-undated':
		'{count, plural, zero {كلها مؤرخة} one {واحد منها بلا تاريخ} two {اثنان منها بلا تاريخ} few {# منها بلا تاريخ} many {# منها بلا تاريخ} other {# منها بلا تاريخ}}',
	'sharing.holds-differing':
		'{count, plural, zero {لا خلاف بين المصادر} one {تختلف المصادر في واحد} two {تختلف المصادر في اثنين} few {تختلف المصادر في #} many {تختلف المصادر في #} other {تختلف المصادر في #}}',
	'sharing.holds-nothing': 'لا سجلات',
	'sharing.holds-more':
		'{names} و{count, plural, zero {لا غيرها} one {واحد غيرها} two {اثنان غيرها} few {# غيرها} many {# غيرها} other {# غيرها}}',
	'sharing.picture-of': 'صورة الخط الزمني: {title}'
};
