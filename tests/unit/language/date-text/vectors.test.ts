import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';

const FOLDER = '../shared/data/dates';
const listOf = <Row>(file: string, member?: string): Row[] => {
	const content = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
	return member === undefined ? content : content[member];
};

/**
 * Where ours is another date on purpose. "Before 1928" leaves 1928 out and "after" too; both of "1863 or 1864" are kept;
 * 64 BCE is the year −63; early and mid are thirds, about; 1858/1860 and 1910-30 are EDTF already; EDTF has no day in a
 * season; and "c1900s" may be the century or the decade, as "1900s" may.
 */
const ON_PURPOSE = /before|after|earlier|later| or |BCE|c1[89]00s|mid|early|about the 1800s|^(a )?day in .*Spring|^1858\/1860$|^1910-30$/;

/** Lists that others made, read where they are at hand. */
describe.skipIf(!existsSync(FOLDER))('lists of others', () => {
	test('phrases: at least 90 of 144 as listed or asked with that among the choices, and none as another date but on purpose', () => {
		const list = listOf<[string, string | null]>('ixc-natlang.json', 'natlang_pairs');
		const read = list.map(([text, theirs]) => {
			const result = readDateText(text);
			const ours = result.ok ? result.edtf : null;
			const asked = !result.ok && result.choices.some(({ edtf }) => edtf === theirs);
			return { text, ours, right: asked || ours === theirs || (ours !== null && theirs !== null && haveSameEdges(ours, theirs)) };
		});
		expect(read.filter(({ right }) => right).length).toBeGreaterThanOrEqual(90);
		expect(read.filter(({ text, ours, right }) => !right && ours !== null && !ON_PURPOSE.test(text))).toEqual([]);
	});

	test('EDTF: every valid one as itself', () => {
		const texts = listOf<[string, unknown]>('ixc-parser.json', 'EXAMPLES').map(([text]) => text.replaceAll(' ', ''));
		expect(texts.filter((text) => asEdtf(text, 'gregorian') !== text)).toEqual([]);
	});

	test('invalid EDTF is refused', () => {
		const texts = listOf<string | null>('ixc-parser.json', 'BAD_EXAMPLES').filter((text) => text !== null);
		expect(texts.filter((text) => readDateText(text).ok)).toEqual([]);
	});

	test('Hijri: as listed, but for orders that are open, a short year, and the 30th of a month of 29 days in Umm al-Qura', () => {
		const list = listOf<[string, string]>('dateparser-hijri.json');
		const differ = list.flatMap(([text, theirs]) => {
			const [year = 0, month = 0, day = 0, hour, minute = 0] = (/\((.*)\)/.exec(theirs)?.[1] ?? '').split(', ').map(Number);
			const two = (n: number) => String(n).padStart(2, '0');
			const listed = `${year}-${two(month)}-${two(day)}${hour === undefined ? '' : `T${two(hour)}:${two(minute)}`}`;
			const ours = asEdtf(text, 'islamic');
			return ours === listed ? [] : [ours];
		});
		expect(differ).toEqual(['ambiguous-order', 'no-such-day', 'ambiguous-order', 'short-year', 'ambiguous-order']);
	});

	test('Jalali: all names of months and weekdays', () => {
		const names = listOf<[string, string]>('dateparser-jalali.json')
			.map(([text]) => text)
			.filter((text) => /\p{L}/u.test(text));
		expect(names.filter((name) => readDateText(name).ok || asEdtf(name) !== 'needs-said')).toEqual([]);
		expect(names).toHaveLength(19);
	});
});

function asEdtf(text: string, calendar?: 'gregorian' | 'islamic'): string {
	const result = readDateText(text, calendar ? { calendar } : {});
	return result.ok ? result.edtf : result.code;
}

function haveSameEdges(ours: string, theirs: string): boolean {
	try {
		return JSON.stringify(edgesOf(ours)) === JSON.stringify(edgesOf(theirs.replaceAll(' ', '')));
	} catch {
		return false;
	}
}
