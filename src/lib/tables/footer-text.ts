import type { Translate } from '#lib/language/translate.ts';

export interface FooterCounts {
	/** Rows that pass every filter, of all rows of the table. */
	readonly shown: number;
	readonly total: number;
	/** Of the rows shown: certainly and possibly in the extent looked at, and those not dated but kept. */
	readonly certainly: number;
	readonly possibly: number;
	readonly undated: number;
}

/** "7 of 7" and "in this extent: 5 certainly, 2 not dated and kept"; parts that count nothing are left out. */
export function footerText(t: Translate, counts: FooterCounts): { readonly shown: string; readonly extent: string } {
	const parts = [t('tables.in-extent.certainly', { count: counts.certainly })];
	if (counts.possibly > 0) parts.push(t('tables.in-extent.possibly', { count: counts.possibly }));
	if (counts.undated > 0) parts.push(t('tables.in-extent.undated', { count: counts.undated }));
	return {
		shown: t('tables.shown', { shown: counts.shown, total: counts.total }),
		extent: t('tables.in-extent', { parts: parts.join(t('tables.comma')) })
	};
}
