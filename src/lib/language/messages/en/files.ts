/** Files of a view: pictures, print, slides, one HTML file. */
export const files = {
	'files.title': 'Timeline',
	'files.line':
		'As of {day} · {count, plural, one {# record} other {# records}}{differing, plural, =0 {} one { · sources differ on #} other { · sources differ on #}}',
	'files.frozen':
		'This file is frozen: it shows what was known on {day} (entry {seq, number} of the ledger) and does not change afterwards.',
	'files.today': 'Due and overdue are counted from {day}, time zone {zone}.',
	'files.timeline': 'Timeline',
	'files.records': 'Records',
	'files.evidence': 'Evidence',
	'files.sources': 'Sources',
	'files.source': 'Source',
	'files.published': 'Published',
	'files.legend': 'Legend',
	'files.keys':
		'Timeline: arrow keys move, + and − zoom, 0 shows all. Drag to move, Ctrl and the wheel to zoom. Press a mark to read its evidence.',
	'files.find': 'Find in the tables',
	'files.found': '{count, plural, =0 {Nothing found} one {# record} other {# records}}',
	'files.differ': 'Sources differ on {field}',
	'files.differ-count': '{count, plural, =0 {no} one {on # point} other {on # points}}',
	'files.shown': 'shown here',
	'files.voices': '{count, plural, one {# voice} other {# voices}}',
	'files.earlier': 'Said earlier',
	'files.no-evidence': 'No wording is kept for this record.',
	'files.back': 'Back to the timeline',
	'files.more':
		'{count, plural, one {# more record is} other {# more records are}} in this view and not in this file. Narrow the view, or take CSV or Excel for all of them.',
	'files.page-of': 'Page {page} of {pages}',
	'files.upright': 'upright',
	'files.wide': 'wide',
	'files.print-hint': 'Print with your browser (Ctrl+P or ⌘P); choose PDF there to keep a file.',
	'files.back-to-view': 'Back to the view'
} as const;
