import { describe, expect, test } from 'vitest';
import { aliasClaim } from '../../../src/lib/domain/claim-ids.ts';
import type { Claim } from '../../../src/lib/domain/claim.ts';
import { ordersIn, ordersOf } from '../../../src/lib/domain/known-order.ts';
import { conflictsOf } from '../../../src/lib/domain/read-record.ts';
import { ORDER_UNITS } from '../../../src/lib/domain/order-words.ts';
import { validateClaim } from '../../../src/lib/domain/validate-claim.ts';
import { orderAgainstWords, orderWords } from '../../../src/lib/encoding/promise-words.ts';
import { LANGUAGES } from '../../../src/lib/language/locales.ts';
import { messages as ar } from '../../../src/lib/language/messages/ar.ts';
import { messages as en } from '../../../src/lib/language/messages/en.ts';
import { messages as fa } from '../../../src/lib/language/messages/fa.ts';
import { messages as ru } from '../../../src/lib/language/messages/ru.ts';
import { createTranslate } from '../../../src/lib/language/translate.ts';
import { resolved } from './resolve-samples.ts';

const MESSAGES = { ar, en, fa, ru };
const claim = (order: unknown): Claim => ({ record: 'visit', kind: 'event', source: 'paper', fields: { order } });

describe('a known order as a field', () => {
	test('names the other record and the side; the unit may be missing', () => {
		expect(validateClaim(claim([{ record: 'meeting', stands: 'after' }]))).toHaveProperty('claim');
		expect(validateClaim(claim([{ record: 'meeting', stands: 'after', same: 'year' }]))).toHaveProperty('claim');
		expect(validateClaim(claim([{ record: 'meeting' }]))).toMatchObject({ problems: [{ path: 'fields.order.0.stands', code: 'missing' }] });
		expect(validateClaim(claim([{ record: 'meeting', stands: 'beside' }]))).toMatchObject({
			problems: [{ path: 'fields.order.0.stands' }]
		});
		expect(validateClaim(claim([{ stands: 'after' }]))).toMatchObject({ problems: [{ path: 'fields.order.0.record', code: 'missing' }] });
	});

	test('takes units of the three calendars, and no others', () => {
		for (const same of ORDER_UNITS)
			expect(validateClaim(claim([{ record: 'meeting', stands: 'after', same }])), same).toHaveProperty('claim');
		for (const same of ['persian-day', 'julian-year', 'Persian year', ''])
			expect(validateClaim(claim([{ record: 'meeting', stands: 'after', same }])), same).toMatchObject({
				problems: [{ path: 'fields.order.0.same' }]
			});
	});

	test('“the same year” of one calendar is not that of another: the two differ', () => {
		const body = resolved('event', [
			{ source: 'a', fields: { order: [{ record: 'meeting', stands: 'after', same: 'year' }] } },
			{ source: 'b', fields: { order: [{ record: 'meeting', stands: 'after', same: 'persian-year' }] } }
		]);
		expect(conflictsOf(body).map(({ path }) => path)).toEqual(['order/meeting/same']);
	});

	test('“the same year” is one of the calendar its claim says the date in', () => {
		const order = [{ record: 'meeting', stands: 'after', same: 'year' }];
		const said = { date: { edtf: 'XXXX', words: { fa: 'همان سال' }, calendar: 'persian' }, order };
		const units = (...claims: Parameters<typeof resolved>[1]) => ordersOf(resolved('event', claims)).map(({ same }) => same);
		expect(units({ source: 'a', fields: said })).toEqual(['persian-year']);
		expect(ordersIn(said).map(({ same }) => same)).toEqual(['persian-year']);
		expect(ordersIn({ ...said, date: { edtf: 'XXXX', calendar: 'gregorian' } }).map(({ same }) => same)).toEqual(['year']);
		// Another source's calendar says nothing of this one's year.
		expect(units({ source: 'a', fields: { order } }, { source: 'b', fields: { date: said.date } })).toEqual(['year']);
	});

	test.each(LANGUAGES)('every unit has words of its own in %s', (language) => {
		const t = createTranslate(language, MESSAGES[language]);
		const told = ORDER_UNITS.map((same) => orderWords(t, { stands: 'after', same }, 'A'));
		expect(new Set(told).size).toBe(ORDER_UNITS.length);
	});

	test.each(LANGUAGES)('one that cannot hold is told of either record in %s, turned round for the other', (language) => {
		const t = createTranslate(language, MESSAGES[language]);
		const flag = { record: 'visit', of: 'meeting', stands: 'after', same: 'year' } as const;
		const told = (id: string, against: 'dates' | 'orders') => orderAgainstWords(t, { ...flag, against }, id, (each) => `<${each}>`);
		expect(told('visit', 'dates')).toContain(orderWords(t, flag, '<meeting>'));
		expect(told('meeting', 'dates')).toContain(orderWords(t, { stands: 'before', same: 'year' }, '<visit>'));
		expect(told('visit', 'orders')).not.toBe(told('visit', 'dates'));
	});

	test('a unit of another calendar is named in the words', () => {
		const words = (language: 'en' | 'fa') =>
			orderWords(createTranslate(language, MESSAGES[language]), { stands: 'after', same: 'persian-year' }, 'Ministers meet');
		expect(words('en')).toBe('after “Ministers meet”, same Persian year');
		expect(words('fa')).toContain('همان سال خورشیدی');
	});

	test('is a fact: the desk cannot say it without a source', () => {
		expect(validateClaim({ ...claim([{ record: 'meeting', stands: 'after' }]), source: 'desk' })).toMatchObject({
			problems: [{ path: 'fields.order', code: 'no-source' }]
		});
	});

	test('sources that put a record on different sides of another differ, and both are kept', () => {
		const body = resolved('event', [
			{ source: 'a', fields: { order: [{ record: 'meeting', stands: 'after' }] } },
			{ source: 'b', fields: { order: [{ record: 'meeting', stands: 'before' }] } }
		]);
		expect(conflictsOf(body).map(({ path, versions }) => [path, versions.length])).toEqual([['order/meeting/stands', 2]]);
		expect(ordersOf(body)).toHaveLength(1);
	});

	test('follows a merge of the record it names', () => {
		const merged = aliasClaim(claim([{ record: 'meeting', stands: 'after' }]), (id) => (id === 'meeting' ? 'talks' : id));
		expect(merged.fields['order']).toEqual([{ record: 'talks', stands: 'after' }]);
	});
});
