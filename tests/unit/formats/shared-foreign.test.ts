import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateClaim } from '#lib/domain/validate-claim.ts';
import { detectFormat } from '#lib/formats/detect-format.ts';
import { ForeignFileError, type ForeignRecord } from '#lib/formats/foreign.ts';
import { readICalendar } from '#lib/formats/icalendar.ts';
import { readMarkwhen } from '#lib/formats/markwhen.ts';
import { readSimileXml } from '#lib/formats/simile.ts';
import { readTimelineJs } from '#lib/formats/timelinejs.ts';
import { readTimelineJsSheet } from '#lib/formats/timelinejs-sheet.ts';
import { readVisTimeline } from '#lib/formats/vis-timeline.ts';

/** Files that others made; a checkout without them skips these checks. */
const DATA = resolve('../shared/data');
const read = (path: string) => readFileSync(`${DATA}/${path}`, 'utf8');

/** What a reader gives as a date is a date a claim may carry. */
function datesHold(records: readonly ForeignRecord[]): void {
	for (const { date } of records) {
		if (date) expect(validateClaim({ record: 'a', kind: 'event', source: 's', fields: { date } })).toHaveProperty('claim');
	}
}

describe.skipIf(!existsSync(DATA))('the examples of others', () => {
	test.each([
		['timelinejs/all-media-types.json', readTimelineJs, 41, 'timelinejs'],
		['timelinejs/cosmo.json', readTimelineJs, 7, 'timelinejs'],
		['timelinejs/eras.json', readTimelineJs, 23, 'timelinejs'],
		['timelinejs/v2-example.json', readTimelineJs, 22, 'timelinejs'],
		['timelinejs/my-own-timeline.csv', readTimelineJsSheet, 10, 'timelinejs-sheet'],
		['vis-timeline/basic.json', readVisTimeline, 6, 'vis-timeline'],
		['vis-timeline/wk2014.json', readVisTimeline, 15, 'vis-timeline'],
		['simile/jfk.xml', readSimileXml, 130, 'simile-xml'],
		['markwhen/search-engines.mw', readMarkwhen, 48, 'markwhen']
	] as const)('%s', (path, reader, count, format) => {
		const records = [...reader(read(path), path).records];
		expect(records).toHaveLength(count);
		expect(records.every(({ date }) => date)).toBe(true);
		expect(records.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'refused')).toEqual([]);
		expect(detectFormat(path, readFileSync(`${DATA}/${path}`).subarray(0, 65_536))?.format).toBe(format);
		datesHold(records);
	});

	test('200 calendars: whole, or refused with a line', () => {
		const refused: string[] = [];
		for (const folder of ['collective', 'icaljs']) {
			for (const name of readdirSync(`${DATA}/icalendar/${folder}`)) {
				const text = read(`icalendar/${folder}/${name}`);
				const components = text.match(/^BEGIN:(?:VEVENT|VTODO)\b/gimu)?.length ?? 0;
				try {
					const reading = readICalendar(text, name);
					const records = [...reading.records];
					datesHold(records);
					const told = [...reading.problems, ...records.flatMap(({ problems }) => problems)];
					const inside = told.some(({ code, value }) => code === 'component' && !value.startsWith('V'));
					if (!inside) expect(records.length, name).toBeGreaterThanOrEqual(components);
					if (records.length > components) {
						// More records than components only where the file itself says that something recurs.
						expect(/^(?:RRULE|RDATE)/mu.test(text), name).toBe(true);
					}
				} catch (error) {
					expect(error, name).toBeInstanceOf(ForeignFileError);
					expect((error as ForeignFileError).problem.place.row).toBeGreaterThan(0);
					refused.push(name);
				}
			}
		}
		expect(refused.sort()).toEqual([
			'big_bad_calendar.ics',
			'fuzz_testcase_0_char_in_component_name.ics',
			'fuzz_testcase_invalid_month.ics',
			'pr_480_summary_with_colon.ics',
			'small_bad_calendar.ics'
		]);
	});
});
