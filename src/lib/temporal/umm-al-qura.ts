import type { CivilDay } from './epoch-day.ts';

/** The years of which Umm al-Qura is announced: the first day of 1300 AH to the last of 1598 AH, as epoch days. */
export const UMM_AL_QURA = { firstYear: 1300, endYear: 1599, firstDay: -31_826, endDay: 74_130 };

const MONTHS_A_YEAR = 12;
const DAYS_A_MONTH = (UMM_AL_QURA.endDay - UMM_AL_QURA.firstDay) / ((UMM_AL_QURA.endYear - UMM_AL_QURA.firstYear) * MONTHS_A_YEAR);
const SIXTY_FOUR = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Which months have 30 days and not 29, two letters a year: the months from Muharram on are the bits from the highest down.
 * The lengths are announced, not reckoned; these are the ones ICU holds (calendar `islamic-umalqura`).
 */
const LONG_MONTHS =
	'qq1U7JbUbqNsqtVVapeSupXUraVc0taVdKtUtqWtSupPUXaLalrVLWlbSdpN0m2VWsm2K6pbUrqVbKrpL0l2K2lWrKukvSXZLcltVNqltSulW0m2VXKXVLaj' +
	'dStlVqqrUryV1K2lXKrWlXSrlLqltStqV1J2i3RbVVWpW0naTdJuk2qq1U2yXVLalbSrpVtJtktxW0q1pV0l6S7JbUrplrSrqT1J2k2yq5S6pbUrqVsqtVVc' +
	'S9I9kdqVtKtaVtK2k7SbZVapdUtqVsqtVVspuSupXUraVaqrWVdJdkuqW1K2pW5NsltStqWtKukvSXZLalasrWVdSdpN0W2VWqW1LalbStWVbKbkrqT1K2lW' +
	'qqtUvSXZLqltStqVtKulWym1TWqXVHaTdJtVVqprUrqL1G2jXKrWTbJrlLqltStpV1F2i3JbUrVlW0naTtFti2qm1S2pXUralbSrZTcpdiupWyq1VVsl2S7J' +
	'bSrpVrSrpV0p1U2qm1S6o7SbpNqqrVLaldReouya1Vaya5S6pdUtqVtSuou0W5LalatK2k7RbotqVtU1aV1K2o3UbaVbKdYrsVtKuVWqqukuyPUnaVaqrW';

let kept: Int32Array | undefined;

/** The first days of all months, and the day after the last. */
function monthStarts(): Int32Array {
	if (kept) return kept;
	kept = new Int32Array(LONG_MONTHS.length * 6 + 1);
	let day = (kept[0] = UMM_AL_QURA.firstDay);
	for (let month = 0; month < kept.length - 1; month += 1) {
		const bits = SIXTY_FOUR.indexOf(LONG_MONTHS.charAt(Math.floor(month / 6)));
		kept[month + 1] = day += 29 + ((bits >> (5 - (month % 6))) & 1);
	}
	return kept;
}

/** The Umm al-Qura date of an epoch day from `firstDay` to before `endDay`. */
export function ummAlQuraOf(day: number): CivilDay {
	const starts = monthStarts();
	// Lunations differ from their mean by less than a month over all the years.
	let index = Math.floor((day - UMM_AL_QURA.firstDay) / DAYS_A_MONTH);
	while (day < (starts[index] ?? Infinity)) index -= 1;
	while (day >= (starts[index + 1] ?? Infinity)) index += 1;
	const month = index % MONTHS_A_YEAR;
	return { year: UMM_AL_QURA.firstYear + (index - month) / MONTHS_A_YEAR, month: month + 1, day: day - (starts[index] ?? 0) + 1 };
}

/** The epoch day on which a month (1–12) of a year from `firstYear` to before `endYear` begins. */
export function ummAlQuraMonth(year: number, month: number): number {
	return monthStarts()[(year - UMM_AL_QURA.firstYear) * MONTHS_A_YEAR + month - 1] ?? Number.NaN;
}
