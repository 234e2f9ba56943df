/** Words around dates and numbers; `of-…` is the form after a preposition (it differs in Russian). */
export const dates = {
	'dates.unknown': 'date unknown',
	'dates.about': 'about {date}',
	'dates.about-short': 'c. {date}',
	'dates.uncertain': '{date} (uncertain)',
	'dates.uncertain-short': '{date} (?)',
	'dates.of-year': '{year}',
	'dates.decade': 'the {decade}s',
	'dates.of-decade': 'the {decade}s',
	'dates.tight-range': '{from}–{to}',
	'dates.day-pair': '{from}–{to}',
	'dates.from-to': '{from} – {to}',
	'dates.between': 'between {from} and {to}',
	'dates.at-time': '{date}, {time}',
	'dates.in-other-words': '{date} ({other})',
	'dates.since': 'since {date}',
	'dates.since-end-unknown': 'from {date}, end unknown',
	'dates.until': 'until {date}',
	'dates.until-start-unknown': 'to {date}, start unknown',
	'dates.began-ended': 'began {start}, ended {end}',
	'dates.or-later': '{date} or later',
	'dates.or-earlier': '{date} or earlier',
	'dates.comma': '{list}, {next}',
	'dates.or': '{first} or {last}',
	'dates.and': '{first} and {last}',
	'dates.one-of': 'one of {list}',
	'dates.or-more': '{number} or more',
	'dates.at-most': 'at most {number}',
	'dates.season':
		'{season, select, spring {Spring {year}} summer {Summer {year}} autumn {Autumn {year}} winter {Winter {year}} southSpring {Southern spring {year}} southSummer {Southern summer {year}} southAutumn {Southern autumn {year}} southWinter {Southern winter {year}} q1 {First quarter of {year}} q2 {Second quarter of {year}} q3 {Third quarter of {year}} q4 {Fourth quarter of {year}} third1 {First third of {year}} third2 {Second third of {year}} third3 {Last third of {year}} half1 {First half of {year}} other {Second half of {year}}}',
	'dates.of-season':
		'{season, select, spring {spring {year}} summer {summer {year}} autumn {autumn {year}} winter {winter {year}} southSpring {southern spring {year}} southSummer {southern summer {year}} southAutumn {southern autumn {year}} southWinter {southern winter {year}} q1 {the first quarter of {year}} q2 {the second quarter of {year}} q3 {the third quarter of {year}} q4 {the fourth quarter of {year}} third1 {the first third of {year}} third2 {the second third of {year}} third3 {the last third of {year}} half1 {the first half of {year}} other {the second half of {year}}}'
} as const;
