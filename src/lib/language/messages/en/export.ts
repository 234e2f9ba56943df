export const exporting = {
	'export.title': 'Accordline, {day}',
	'export.title-of': 'Accordline: {name}, {day}',
	'export.sheet-records': 'Records',
	'export.record': 'Record',
	'export.title-column': 'Title',
	'export.people': 'Parties',
	'export.edtf': 'Date as EDTF',
	'export.words': 'As it was said',
	'export.earliest': 'No earlier than',
	'export.latest': 'No later than',
	'export.in-view': 'In this view',
	'export.certainly': 'certainly',
	'export.possibly': 'possibly',
	'export.differ': 'Sources differ',
	'export.differ-on': '{count, plural, one {on # field} other {on # fields}}',
	'export.address': 'Address',
	'export.line': '{name}: {value}',
	'export.said': 'Said: “{words}”',
	'export.too-many':
		'A workbook takes at most {limit, number} records, and this view has {count, number}. Choose CSV or a Data Package, or narrow the view.'
} as const;
