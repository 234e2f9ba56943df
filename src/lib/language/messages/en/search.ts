/** Search across scripts, and its commands. */
export const search = {
	'search.command': 'Command',
	'search.today': 'Go to today',
	'search.show-date': 'Go to: {date}',
	'search.switch': '{what}: {to}',
	'search.import': 'Import a file',
	'search.export': 'Export this view'
};
