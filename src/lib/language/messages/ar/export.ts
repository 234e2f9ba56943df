export const exporting = {
	'export.title': 'Accordline، {day}',
	'export.title-of': 'Accordline: {name}، {day}',
	'export.sheet-records': 'السجلات',
	'export.record': 'السجل',
	'export.title-column': 'العنوان',
	'export.people': 'الأطراف',
	'export.edtf': 'التاريخ بصيغة EDTF',
	'export.words': 'كما ورد',
	'export.earliest': 'ليس قبل',
	'export.latest': 'ليس بعد',
	'export.in-view': 'في هذا العرض',
	'export.certainly': 'مؤكد',
	'export.possibly': 'محتمل',
	'export.differ': 'اختلاف المصادر',
	'export.differ-on':
		'{count, plural, zero {لا اختلاف} one {في حقل واحد} two {في حقلين} few {في # حقول} many {في # حقلًا} other {في # حقل}}',
	'export.address': 'الرابط',
	'export.line': '{name}: {value}',
	'export.said': 'قيل: «{words}»',
	'export.too-many': 'يتسع المصنف لـ {limit, number} سجل على الأكثر، وفي هذا العرض {count, number}. اختر CSV أو Data Package، أو ضيّق العرض.'
} as const;
