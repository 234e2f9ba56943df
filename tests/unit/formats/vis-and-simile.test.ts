import { describe, expect, test } from 'vitest';
import { readDateString } from '#lib/formats/date-strings.ts';
import { readSimileJson, readSimileXml } from '#lib/formats/simile.ts';
import { fourPoints } from '#lib/formats/simile-points.ts';
import { readVisTimeline } from '#lib/formats/vis-timeline.ts';

describe('dates as others write them', () => {
	test.each([
		['Sat May 20 1961 00:00:00 GMT-0600', '1961-05-20T00:00:00-06:00'],
		['Sat May 20 1961 00:00:00 GMT-0600 (CST)', '1961-05-20T00:00:00-06:00'],
		['Sat, 20 May 1961 00:00:00 GMT', '1961-05-20T00:00:00Z'],
		['May 20, 1961', '1961-05-20'],
		['20 May 1961', '1961-05-20'],
		['May 1961', '1961-05'],
		['2014-06-28T13:00', '2014-06-28T13:00'],
		['2014-06-28T13:00:00.000Z', '2014-06-28T13:00:00Z'],
		['2014-06-28 13:00+0330', '2014-06-28T13:00+03:30'],
		['20140628T130000Z', '2014-06-28T13:00:00Z'],
		['500 BC', '-0499'],
		['1 BC', '0000'],
		['-13800000000', 'Y-13800000000'],
		['13800000000', null],
		['5/6/2012', null],
		['2023-02-29', null],
		['', null]
	])('%s is %s', (text, edtf) => {
		expect(readDateString(text)?.edtf ?? null).toBe(edtf);
	});
	test('a weekday that does not fit is told', () => {
		expect(readDateString('Sun May 20 1961')?.oddity).toBe('weekday');
		expect(readDateString('Sat May 20 1961')?.oddity).toBeUndefined();
	});
});

describe('vis-timeline', () => {
	test('reads items and groups, every form of date, and HTML as text', () => {
		const file = {
			items: [
				{
					id: 1,
					content: '<b>Bold</b> &amp; <img src=x onerror=alert(1)>safe',
					start: '2014-04-16',
					end: '2014-04-19',
					group: 'g',
					className: 'red'
				},
				{ id: 2, content: 'epoch', start: 0 },
				{ id: 3, content: 'point', start: '2014-04-27', end: '2014-04-28', type: 'point' },
				{ id: 4, content: 'back', start: '2015', end: '2014', type: 'background' }
			],
			groups: [{ id: 'g', content: 'Group <i>one</i>' }]
		};
		const [first, second, third, fourth] = readVisTimeline(JSON.stringify(file), 'v.json').records;
		expect(first).toMatchObject({
			key: '1',
			title: { en: 'Bold & safe' },
			date: { edtf: '2014-04-16/2014-04-19' },
			track: { en: 'Group one' },
			rest: { className: 'red' }
		});
		expect(second?.date?.edtf).toBe('1970-01-01T00:00Z');
		expect(third).toMatchObject({ date: { edtf: '2014-04-27' }, rest: { end: '2014-04-28' }, problems: [{ code: 'point-with-end' }] });
		expect(fourth).toMatchObject({
			subkind: 'other',
			date: { edtf: '2015' },
			problems: [{ code: 'end-before-start', severity: 'refused' }]
		});
	});
});

describe('SIMILE', () => {
	test('reads XML with the line of each event, and markup in texts as text', () => {
		const xml =
			'<data>\n<!-- <event start="1"> -->\n<event start="Sat May 20 1961 00:00:00 GMT-0600" title="A &amp; B">\n One &lt;i&gt;two&lt;/i&gt;\n</event>\n<event start="1962" isDuration="true" end="1963" title="C" color="red"/>\n</data>';
		const [first, second] = readSimileXml(xml, 's.xml').records;
		expect(first).toMatchObject({
			place: { row: 3 },
			title: { en: 'A & B' },
			summary: { en: 'One two' },
			date: { edtf: '1961-05-20T00:00:00-06:00' }
		});
		expect(second).toMatchObject({ place: { row: 6 }, date: { edtf: '1962/1963' }, rest: { color: 'red', isDuration: 'true' } });
	});
	test('refuses XML that is not well formed, with the line', () => {
		expect(() => readSimileXml('<data>\n<event>\n</data>', 's.xml')).toThrow(/s\.xml:\d+: not-xml/u);
		const entity = '<!DOCTYPE data [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<data><event start="1900" title="&x;"/></data>';
		expect(() => readSimileXml(entity, 's.xml')).toThrow(/s\.xml:1: not-xml/u);
	});
	test('reads JSON with short names', () => {
		const [record] = readSimileJson(JSON.stringify({ events: [{ s: '1962', ls: '1963', t: 'A', eid: 'k' }] }), 's').records;
		expect(record).toMatchObject({ key: 'k', title: { en: 'A' }, date: { edtf: '[1962..1963]' } });
	});
	test.each([
		[{ start: '1962', end: '1964' }, true, '1962/1964'],
		[{ start: '1962', end: '1964' }, false, '[1962..1964]'],
		[{ start: '1962-01-01', latestStart: '1962-12-31', end: '1964' }, true, '1962/1964'],
		[{ start: '1962-05-11', latestStart: '1962-05-18', earliestEnd: '1963-02-01', end: '1963-02-28' }, true, '1962-05-1X/1963-02'],
		[{ latestStart: '1962', end: '1963' }, true, '1962/1963'],
		[{ end: '1963' }, true, '/1963']
	])('four points %j, lasting %s, are %s', (points, lasting, edtf) => {
		expect(fourPoints(points, lasting)?.edtf).toBe(edtf);
	});
	test('a doubt EDTF can only tell wider is told so', () => {
		expect(fourPoints({ start: '1962-05-20', latestStart: '1962-06-10', end: '1970' }, true)).toMatchObject({
			edtf: '1962-34/1970',
			widened: ['latestStart']
		});
	});
});

test('a number too small for milliseconds of our time is taken as vis-timeline counts, told, and kept', () => {
	const items = [
		{ id: 1, content: 'year', start: 2025 },
		{ id: 2, content: 'moment', start: 1735689600000 }
	];
	const [year, moment] = [...readVisTimeline(JSON.stringify(items), 'a.json').records];
	expect(year).toMatchObject({ problems: [{ code: 'epoch-small', severity: 'odd' }], rest: { start: '2025' } });
	expect(moment).toMatchObject({ date: { edtf: '2025-01-01T00:00Z' }, problems: [] });
});
