import type { dates as en } from '../en/dates.ts';

export const dates: Record<keyof typeof en, string> = {
	'dates.unknown': 'تاريخ غير معروف',
	'dates.about': 'نحو {date}',
	'dates.about-short': 'نحو {date}',
	'dates.uncertain': '{date} (غير مؤكد)',
	'dates.uncertain-short': '{date} (؟)',
	'dates.of-year': '{year}',
	'dates.decade': 'عقد {decade}',
	'dates.of-decade': 'عقد {decade}',
	'dates.tight-range': '{from} إلى {to}',
	'dates.day-pair': '{from} و{to}',
	'dates.from-to': '{from} إلى {to}',
	'dates.between': 'بين {from} و{to}',
	'dates.at-time': '{date}، {time}',
	'dates.in-other-words': '{date} ({other})',
	'dates.since': 'منذ {date}',
	'dates.since-end-unknown': 'من {date}، والنهاية غير معروفة',
	'dates.until': 'حتى {date}',
	'dates.until-start-unknown': 'إلى {date}، والبداية غير معروفة',
	'dates.without-ends': 'بلا بداية ولا نهاية',
	'dates.without-end': 'البداية غير معروفة، وبلا نهاية',
	'dates.without-start': 'بلا بداية، والنهاية غير معروفة',
	'dates.began-ended': 'البداية: {start}؛ النهاية: {end}',
	'dates.or-later': '{date} أو بعد ذلك',
	'dates.or-earlier': '{date} أو قبل ذلك',
	'dates.comma': '{list}، {next}',
	'dates.or': '{first} أو {last}',
	'dates.and': '{first} و{last}',
	'dates.one-of': 'أحد هذه التواريخ: {list}',
	'dates.or-more': '{number} أو أكثر',
	'dates.at-most': '{number} على الأكثر',
	'dates.season':
		'{season, select, spring {ربيع {year}} summer {صيف {year}} autumn {خريف {year}} winter {شتاء {year}} southSpring {ربيع {year} الجنوبي} southSummer {صيف {year} الجنوبي} southAutumn {خريف {year} الجنوبي} southWinter {شتاء {year} الجنوبي} q1 {الربع الأول من {year}} q2 {الربع الثاني من {year}} q3 {الربع الثالث من {year}} q4 {الربع الأخير من {year}} third1 {الثلث الأول من {year}} third2 {الثلث الثاني من {year}} third3 {الثلث الأخير من {year}} half1 {النصف الأول من {year}} other {النصف الثاني من {year}}}',
	'dates.of-season':
		'{season, select, spring {ربيع {year}} summer {صيف {year}} autumn {خريف {year}} winter {شتاء {year}} southSpring {ربيع {year} الجنوبي} southSummer {صيف {year} الجنوبي} southAutumn {خريف {year} الجنوبي} southWinter {شتاء {year} الجنوبي} q1 {الربع الأول من {year}} q2 {الربع الثاني من {year}} q3 {الربع الثالث من {year}} q4 {الربع الأخير من {year}} third1 {الثلث الأول من {year}} third2 {الثلث الثاني من {year}} third3 {الثلث الأخير من {year}} half1 {النصف الأول من {year}} other {النصف الثاني من {year}}}'
};
