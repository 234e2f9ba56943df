import type { Reader } from '#lib/encoding/reader.ts';
import { formatClock } from '#lib/language/format-clock.ts';
import { formatDay } from '#lib/language/format-day.ts';
import { todayIn } from '#lib/temporal/today.ts';

/** When a link ends: the day, and on that day itself the time. @param ends ISO instant */
export function endInWords(ends: string, reader: Reader): string {
	const instant = Date.parse(ends);
	const zone = reader.zone ?? 'UTC';
	const day = todayIn(zone, instant);
	return day === reader.today ? formatClock(instant, { language: reader.language, zone }) : formatDay(day, { ...reader, style: 'short' });
}
