/** What certainly and possibly holds. */
export const doubt = {
	'doubt.filters': 'Filters',
	'doubt.dates': 'Dates',
	'doubt.shown': 'the days shown',
	'doubt.filter':
		'{relation, select, during {Wholly within {interval}} before {Over before {interval}} after {Begun after {interval}} by {Over by the end of {interval}} other {Sharing time with {interval}}}',
	'doubt.relation':
		'{relation, select, during {wholly within} before {over before} after {begun after} by {over by the end of} other {sharing time with}}',
	'doubt.sentence': 'It may match the days asked for, or may not.',
	'doubt.change': 'Change the days or how a date must stand to them',
	'doubt.relation-label': 'How its date must stand to these days',
	'doubt.days': 'Days',
	'doubt.days-hint': 'A day, a month, a year, from one to another: 2026, 5 Dec 2025, 2025-12-01/2026-03-31',
	'doubt.apply': 'Apply',
	'doubt.unread': 'This cannot be read as days.',
	'doubt.which': 'Which is meant?',
	'doubt.certainly': '{count, number} certainly',
	'doubt.possibly': '{count, number} possibly',
	'doubt.undated': '{count, number} not dated',
	'doubt.include-possibly': 'Include possibly ({count, number})',
	'doubt.leave-possibly': 'Leave out possibly ({count, number})',
	'doubt.include-undated': 'Include not dated ({count, number})',
	'doubt.leave-undated': 'Leave out not dated ({count, number})'
} as const;
