import { hash } from 'node:crypto';

/**
 * The id of a new file series: a UUID of version 8 whose beginning is the time, so that series stand in the order they came.
 * @param now milliseconds since 1970
 */
export function seriesIdOf(name: string, fileHash: string, now: number): string {
	const time = Math.floor(now).toString(16).padStart(12, '0').slice(-12);
	const rest = hash('sha256', `${name}\n${fileHash}\n${now}`, 'hex');
	const variant = ((parseInt(rest.charAt(3), 16) & 3) | 8).toString(16);
	return `${time.slice(0, 8)}-${time.slice(8)}-8${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}
