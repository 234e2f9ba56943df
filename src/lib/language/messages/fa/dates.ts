import type { dates as en } from '../en/dates.ts';

export const dates: Record<keyof typeof en, string> = {
	'dates.unknown': 'تاریخ نامعلوم',
	'dates.about': 'حدود {date}',
	'dates.about-short': 'حدود {date}',
	'dates.uncertain': '{date} (نامطمئن)',
	'dates.uncertain-short': '{date} (؟)',
	'dates.of-year': '{year}',
	'dates.decade': 'دههٔ {decade}',
	'dates.of-decade': 'دههٔ {decade}',
	'dates.tight-range': '{from} تا {to}',
	'dates.day-pair': '{from} و {to}',
	'dates.from-to': '{from} تا {to}',
	'dates.between': 'بین {from} و {to}',
	'dates.at-time': '{date}، {time}',
	'dates.in-other-words': '{date} ({other})',
	'dates.since': 'از {date} به بعد',
	'dates.since-end-unknown': 'از {date}، پایان نامعلوم',
	'dates.until': 'تا {date}',
	'dates.until-start-unknown': 'تا {date}، آغاز نامعلوم',
	'dates.without-ends': 'بی‌آغاز و بی‌پایان',
	'dates.without-end': 'آغاز نامعلوم، بی‌پایان',
	'dates.without-start': 'بی‌آغاز، پایان نامعلوم',
	'dates.began-ended': 'آغاز: {start}؛ پایان: {end}',
	'dates.or-later': '{date} یا پس از آن',
	'dates.or-earlier': '{date} یا پیش از آن',
	'dates.comma': '{list}، {next}',
	'dates.or': '{first} یا {last}',
	'dates.and': '{first} و {last}',
	'dates.one-of': 'یکی از این تاریخ‌ها: {list}',
	'dates.or-more': '{number} یا بیشتر',
	'dates.at-most': 'حداکثر {number}',
	'dates.season':
		'{season, select, spring {بهار {year}} summer {تابستان {year}} autumn {پاییز {year}} winter {زمستان {year}} southSpring {بهار {year} نیمکرهٔ جنوبی} southSummer {تابستان {year} نیمکرهٔ جنوبی} southAutumn {پاییز {year} نیمکرهٔ جنوبی} southWinter {زمستان {year} نیمکرهٔ جنوبی} q1 {سه‌ماههٔ اول {year}} q2 {سه‌ماههٔ دوم {year}} q3 {سه‌ماههٔ سوم {year}} q4 {سه‌ماههٔ چهارم {year}} third1 {یک‌سوم اول {year}} third2 {یک‌سوم دوم {year}} third3 {یک‌سوم آخر {year}} half1 {نیمهٔ اول {year}} other {نیمهٔ دوم {year}}}',
	'dates.of-season':
		'{season, select, spring {بهار {year}} summer {تابستان {year}} autumn {پاییز {year}} winter {زمستان {year}} southSpring {بهار {year} نیمکرهٔ جنوبی} southSummer {تابستان {year} نیمکرهٔ جنوبی} southAutumn {پاییز {year} نیمکرهٔ جنوبی} southWinter {زمستان {year} نیمکرهٔ جنوبی} q1 {سه‌ماههٔ اول {year}} q2 {سه‌ماههٔ دوم {year}} q3 {سه‌ماههٔ سوم {year}} q4 {سه‌ماههٔ چهارم {year}} third1 {یک‌سوم اول {year}} third2 {یک‌سوم دوم {year}} third3 {یک‌سوم آخر {year}} half1 {نیمهٔ اول {year}} other {نیمهٔ دوم {year}}}'
};
