import { LOCALES, type Language } from './locales.ts';

/** A time of day as clocks of a zone show it, in the reader's digits, of 24 hours: "08:40". @param instant ms since 1970 */
export function formatClock(instant: number, { language, zone }: { readonly language: Language; readonly zone: string }): string {
	const { tag, digits } = LOCALES[language];
	return new Intl.DateTimeFormat(`${tag}-u-nu-${digits}`, {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: zone
	}).format(instant);
}
