const MS = 86_400_000;
const MINUTES = 1440;

/** A new formatter costs about a millisecond, a kept one two microseconds. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the clocks of an IANA zone are ahead of UTC at a moment given in epoch days, in minutes (Tehran: 210).
 * @throws RangeError for a zone this runtime does not know.
 */
export function zoneOffset(zone: string, day: number): number {
	let formatter = formatters.get(zone);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
			timeZone: zone,
			hourCycle: 'h23',
			weekday: 'short',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
		formatters.set(zone, formatter);
	}
	// Whole seconds: zones of the nineteenth century are off by odd seconds, which the rounding to minutes takes away.
	const instant = Math.round((day * MS) / 1000) * 1000;
	const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
	const clock = Number(parts.get('hour')) * 60 + Number(parts.get('minute')) + Number(parts.get('second')) / 60;
	const utc = new Date(instant);
	const ahead = clock - (utc.getUTCHours() * 60 + utc.getUTCMinutes() + utc.getUTCSeconds() / 60);
	// The zone's weekday settles whether its clock is of the day before, the same or the next.
	const days = (WEEKDAYS.indexOf(parts.get('weekday') ?? '') - utc.getUTCDay() + 10) % 7;
	return Math.round(ahead + (days - 3) * MINUTES);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
