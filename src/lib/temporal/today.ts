import { dayOf } from './epoch-day.ts';

/** A new formatter costs about a millisecond, a kept one two microseconds. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day, as an epoch day, on which `instant` (milliseconds since 1970 UTC) falls in an IANA time zone.
 * @throws RangeError for a zone this runtime does not know.
 */
export function todayIn(zone: string, instant: number): number {
	let formatter = formatters.get(zone);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
			timeZone: zone,
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			era: 'short'
		});
		formatters.set(zone, formatter);
	}
	const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
	const year = Number(parts.get('year'));
	// Intl counts 1 BC, 2 BC …; the astronomical years are 0, −1 ….
	return dayOf(parts.get('era')?.startsWith('B') ? 1 - year : year, Number(parts.get('month')), Number(parts.get('day')));
}
