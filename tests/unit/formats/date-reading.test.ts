import { describe, expect, test } from 'vitest';
import { readDateCell } from '#lib/formats/date-cells.ts';
import { suggestReading } from '#lib/formats/date-reading.ts';

const orderOf = (cells: readonly string[]) => {
	const { reading, certain } = suggestReading(cells);
	return [reading.order, certain];
};

describe('the reading of a column', () => {
	test('is certain only by a cell that the other order cannot read', () => {
		expect(orderOf(['03/04/2005', '25/04/2005'])).toEqual(['dmy', true]);
		expect(orderOf(['03/04/2005', '04/25/2005'])).toEqual(['mdy', true]);
		expect(orderOf(['03/04/2005', '05/06/2005'])[1]).toBe(false);
		expect(orderOf(['03/04/2005', '25/04/2005', '04/25/2005'])[1]).toBe(false);
	});

	test('needs no order where every cell leaves no choice', () => {
		expect(orderOf(['2005-04-03', '2005-04', '3 May 2005', ''])).toEqual(['iso', true]);
		expect(orderOf(['1999', '2005'])).toEqual(['year', true]);
	});

	test('of serial days has to be asked for', () => {
		expect(orderOf(['44927', '45000.5'])).toEqual(['excel', false]);
	});

	test('says which rows speak against which order', () => {
		const { options, asks } = suggestReading(['12/14/1962', '2001-05-01', '15/6/2008', '16.0.1964']);
		expect(asks).toEqual(['date-order']);
		expect(options.find(({ order }) => order === 'dmy')).toMatchObject({ read: 3, refused: 1, against: [0] });
		expect(options.find(({ order }) => order === 'mdy')).toMatchObject({ read: 2, refused: 2, against: [2, 3] });
	});

	test('asks for the calendar of years that are ours in one and theirs in another', () => {
		const { asks, reading } = suggestReading(['1403/01/15', '1404/02/20']);
		expect(asks).toEqual(['calendar']);
		expect(reading.calendar).toBe('persian');
		expect(suggestReading(['1351-08-01', '1853-10-20', '1904-03-10']).asks).toEqual([]);
	});

	test('of years of our time beside years of the Hijra is told to be of two calendars, of a history it is not', () => {
		expect(suggestReading(['1404-09-14', '2025-10-01']).reading.mixed).toBe(true);
		expect(suggestReading(['1404-09-14', '1789-07-14', '2025-10-01']).reading.mixed).toBeUndefined();
		expect(readDateCell('1404-09-14', suggestReading(['1404-09-14', '2025-10-01']).reading).problem).toMatchObject({
			code: 'calendar-doubt'
		});
	});

	test('knows the calendar by its months and marks', () => {
		expect(suggestReading(['۱۴ آذر ۱۴۰۴', '۲ دی ۱۴۰۳'])).toMatchObject({ certain: true, reading: { calendar: 'persian' } });
		expect(suggestReading(['14-09-1432 هـ', '20-02-1430 هـ']).reading.calendar).not.toBe('gregorian');
	});

	test('finds the markers: a far year is "no end" at an end only', () => {
		const cells = ['2001-05-01', 'NA', '2699-01-01', '0000-00-00', 'present'];
		expect(suggestReading(cells, 'end').reading).toEqual({
			order: 'iso',
			calendar: 'gregorian',
			open: ['2699-01-01', 'present'],
			unknown: ['NA', '0000-00-00']
		});
		expect(suggestReading(cells).reading.open).toBeUndefined();
	});
});
