/**
 * Whether a year is named by a multiple of `step`, or is the first of its calendar, where the count turns. Years before the
 * first are named 1, 2, 3 … counted backwards, so that the astronomical −99 ("100 before") is round by hundreds and −100 is not.
 */
export function isRoundYear(year: number, step: number): boolean {
	return year === 1 || (year > 0 ? year : 1 - year) % step === 0;
}

/**
 * The round years from `first` to `last`, both included, ascending; with a step of 1 all of them. Without year 1 among them
 * the years between "200 before" and 200 would be as far apart as two steps.
 */
export function roundYears(first: number, last: number, step: number): number[] {
	const found: number[] = [];
	const least = Math.max(step, Math.ceil((1 - last) / step) * step);
	for (let name = Math.floor((1 - first) / step) * step; name >= least; name -= step) found.push(1 - name);
	if (step > 1 && first <= 1 && last >= 1) found.push(1);
	for (let name = Math.ceil(Math.max(1, first) / step) * step; name <= last; name += step) found.push(name);
	return found;
}
