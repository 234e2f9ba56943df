import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import utc from 'dayjs/plugin/utc.js';
import type { Store } from '../storage/store.ts';

const SEQ = /^\d{1,9}$/;
/** Dates with a time to the minute, the second or its parts; read strictly, so 30 February is refused, not moved. */
const TIMES = ['YYYY-MM-DDTHH:mm:ss.SSS', 'YYYY-MM-DDTHH:mm:ss', 'YYYY-MM-DDTHH:mm'];
/** The time, its parts of a second down to milliseconds, what is finer, and the offset. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d\d):([0-5]\d))$/;
const MINUTE_MS = 60_000;
const DAY = 'YYYY-MM-DD';

dayjs.extend(utc);
dayjs.extend(customParseFormat);

/**
 * The last entry at an as-of: a seq as it stands, or the last one written by an instant (a bare day means its end, UTC).
 * @returns null when the text is neither.
 */
export async function seqAt(store: Store, text: string): Promise<number | null> {
	const head = await store.head();
	if (SEQ.test(text)) return Math.min(Number(text), head);
	const instant = instantOf(text);
	if (instant === null) return null;
	// Entries are in order of time, so the last one not after the instant is found by halving.
	let low = 0;
	let high = head;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const entry = await store.entry(middle);
		if (entry && Date.parse(entry.at) <= instant) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Milliseconds since 1970; null when the text is no instant. A bare day means its end. */
function instantOf(text: string): number | null {
	const day = dayjs.utc(text, DAY, true);
	if (day.isValid()) return day.endOf('day').valueOf();
	const [matched, time, parts, sign, hours, minutes] = INSTANT.exec(text) ?? [];
	if (matched === undefined) return null;
	const offset = sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const local = parts === undefined ? `${time}` : `${time}.${parts.padEnd(3, '0')}`;
	for (const format of TIMES) {
		const instant = dayjs.utc(local, format, true);
		if (instant.isValid()) return instant.valueOf() - offset * MINUTE_MS;
	}
	return null;
}
