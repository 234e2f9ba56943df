export const exporting = {
	'export.title': 'Accordline، {day}',
	'export.title-of': 'Accordline: {name}، {day}',
	'export.sheet-records': 'رکوردها',
	'export.record': 'رکورد',
	'export.title-column': 'عنوان',
	'export.people': 'طرف‌ها',
	'export.edtf': 'تاریخ به شکل EDTF',
	'export.words': 'چنان‌که گفته شد',
	'export.earliest': 'نه زودتر از',
	'export.latest': 'نه دیرتر از',
	'export.in-view': 'در این نما',
	'export.certainly': 'قطعی',
	'export.possibly': 'احتمالی',
	'export.differ': 'اختلاف منابع',
	'export.differ-on': '{count, plural, one {در # فیلد} other {در # فیلد}}',
	'export.address': 'نشانی',
	'export.line': '{name}: {value}',
	'export.said': 'گفته شد: «{words}»',
	'export.too-many':
		'کارپوشه حداکثر {limit, number} رکورد می‌گیرد و این نما {count, number} رکورد دارد. CSV یا Data Package را برگزینید، یا نما را تنگ‌تر کنید.'
} as const;
