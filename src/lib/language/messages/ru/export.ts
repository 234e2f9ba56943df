export const exporting = {
	'export.title': 'Accordline, {day}',
	'export.title-of': 'Accordline: {name}, {day}',
	'export.sheet-records': 'Записи',
	'export.record': 'Запись',
	'export.title-column': 'Название',
	'export.people': 'Стороны',
	'export.edtf': 'Дата в EDTF',
	'export.words': 'Как было сказано',
	'export.earliest': 'Не раньше',
	'export.latest': 'Не позже',
	'export.in-view': 'В этом виде',
	'export.certainly': 'точно',
	'export.possibly': 'возможно',
	'export.differ': 'Источники расходятся',
	'export.differ-on': '{count, plural, one {в # поле} few {в # полях} many {в # полях} other {в # поля}}',
	'export.address': 'Адрес',
	'export.line': '{name}: {value}',
	'export.said': 'Сказано: «{words}»',
	'export.too-many':
		'В книгу помещается не больше {limit, number} записей, а в этом виде их {count, number}. Выберите CSV или Data Package либо сузьте вид.'
} as const;
