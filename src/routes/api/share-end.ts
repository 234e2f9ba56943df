import { zoneOffset } from '#lib/temporal/zone-offset.ts';

/** A link is open for so long unless something else is asked for. */
const LASTS_DAYS = 90;
/** And for no longer than this: what nobody remembers giving should not stay open. */
const LONGEST_DAYS = 366;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/**
 * The instant a share ends, as ISO text; null when the text is no day or instant to come, or one too far off.
 * @param text ISO instant, or a day, which ends when it is over by the clocks of `zone`; null or empty: after the usual time
 * @param now ms since 1970
 */
export function shareEnd(text: string | null, { zone, now }: { readonly zone: string; readonly now: number }): string | null {
	if (text === null || text === '') return new Date(now + LASTS_DAYS * DAY_MS).toISOString();
	const at = /^\d{4}-\d\d-\d\d$/.test(text) ? inZone(Date.parse(`${text}T23:59:59.999Z`), zone) : Date.parse(text);
	return at > now && at <= now + LONGEST_DAYS * DAY_MS ? new Date(at).toISOString() : null;
}

/** The instant at which clocks of a zone show what those of UTC show at `wall`; NaN stays. */
function inZone(wall: number, zone: string): number {
	return Number.isNaN(wall) ? NaN : wall - zoneOffset(zone, wall / DAY_MS) * MINUTE_MS;
}
