import { dayOf, isoOf } from '#lib/temporal/epoch-day.ts';

/** Serial 1 is 1900-01-01, or 1904-01-02 in the system of old Macs. */
export type ExcelEpoch = 1900 | 1904;

const FIRST_TRUE_SERIAL = 61;
const OFFSET_1900 = 25_569;
const OFFSET_1904 = dayOf(1904, 1, 1);
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;
const SECONDS_PER_DAY = 86_400;

/**
 * The date a spreadsheet shows for a serial number, as EDTF: the day, with the time to the second where it has one.
 * Serial 60 of the 1900 system is 29 February 1900, a day that never was: null, as is anything outside the calendar.
 * Earlier serials are a day off the later count, for the same reason.
 */
export function edtfOfSerial(serial: number, epoch: ExcelEpoch): string | null {
	if (!Number.isFinite(serial) || serial < 0) return null;
	// To the second: a time such as 14:30 is a fraction that does not come out even.
	const seconds = Math.round(serial * SECONDS_PER_DAY);
	const whole = Math.floor(seconds / SECONDS_PER_DAY);
	if (whole > LAST_SERIAL) return null;
	const date = dateOfSerial(whole, epoch);
	return date === null ? null : withTime(date, seconds - whole * SECONDS_PER_DAY);
}

function dateOfSerial(whole: number, epoch: ExcelEpoch): string | null {
	if (epoch === 1904) return isoOf(OFFSET_1904 + whole);
	if (whole === FIRST_TRUE_SERIAL - 1 || whole < 1) return null;
	return isoOf(whole - OFFSET_1900 + (whole < FIRST_TRUE_SERIAL ? 1 : 0));
}

function withTime(date: string, secondOfDay: number): string {
	if (secondOfDay === 0) return date;
	const [hour, minute, second] = [Math.floor(secondOfDay / 3600), Math.floor(secondOfDay / 60) % 60, secondOfDay % 60];
	const two = (n: number) => String(n).padStart(2, '0');
	return `${date}T${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/**
 * The text of a date cell that a reader of workbooks turned into an instant by the plain count from 1899-12-30 (in the
 * 1904 system moved to that count), so that the days before March 1900 can be set right. A time without a day is `HH:MM`.
 */
export function textOfWorkbookInstant(milliseconds: number, epoch: ExcelEpoch): string | null {
	const serial = milliseconds / 86_400_000 + OFFSET_1900 - (epoch === 1904 ? OFFSET_1904 + OFFSET_1900 : 0);
	if (serial >= 0 && serial < 1 && epoch === 1900) return withTime('', Math.round(serial * SECONDS_PER_DAY)).slice(1) || '00:00';
	return edtfOfSerial(serial, epoch);
}
