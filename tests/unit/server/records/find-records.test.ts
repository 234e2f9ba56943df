import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textMask } from '../../../../src/lib/columns/text-mask.ts';
import { openDesk, type Desk } from '../../../../src/lib/server/desk/desk.ts';
import { createLedger } from '../../../../src/lib/server/ledger/ledger.ts';
import { findRecords } from '../../../../src/lib/server/records/find-records.ts';
import { openStore } from '../../../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../../../src/lib/server/storage/store.ts';
import { readSeeds } from '../../../../src/lib/server/transfer/read-seeds.ts';
import { SEEDS } from '../../../seeds/seed-world.ts';
import { ROOT } from '../../../support/source-tree.ts';

const TODAY = Date.UTC(2026, 10, 22) / 86_400_000;
let store: Store;
let desk: Desk;
beforeAll(async () => {
	store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => Date.UTC(2026, 10, 22), account: 'desk' });
	const claims = readSeeds(SEEDS).rows.map(({ claim }) => claim);
	await ledger.append({ kind: 'claims', claims });
	await ledger.append({
		kind: 'claims',
		claims: [
			{ record: 'written-joined', kind: 'event', source: 'desk', fields: { title: { fa: 'امضای تفاهمنامه' } } },
			{ record: 'written-apart', kind: 'event', source: 'desk', fields: { title: { fa: 'امضای تفاهم نامه' } } },
			{ record: 'one-of-two', kind: 'event', source: 'desk', fields: { title: { en: 'Zonal talks' }, date: { edtf: '[2031,2036]' } } },
			{ record: 'official', kind: 'actor', source: 'desk', fields: { title: { fa: 'مقام مسئول', ar: 'هيأة الرقابة' } } }
		]
	});
	desk = openDesk({ store, db: null, root: ROOT, onchange: () => undefined });
	await desk.columns();
	while (!desk.search().ready) await new Promise((next) => setTimeout(next, 20));
});
afterAll(() => store.close());

const find = (q: string, limit = 100) => findRecords({ store, desk, today: () => TODAY }, q, limit);
const idsFor = async (q: string) => (await find(q)).map(({ id }) => id);

describe('a question finds', () => {
	test.each([
		// Words, prefixes and substrings in four languages.
		['memorandum', 'mou-signing-2025'],
		['MEMORANDUM', 'mou-ict-2025'],
		['memor', 'mous-companies-2025'],
		['orandum', 'mou-signing-2025'],
		['signing memorandum', 'mou-signing-2025'],
		['Shoitov', 'shoitov'],
		// Records that bear a name, by every spelling of it.
		['شفيتوف', 'mou-signing-2025'],
		['شويتوف', 'shoitov-in-tehran'],
		['Abedi', 'wg-5'],
		['shoit', 'shoitov-in-tehran'],
		['ab', 'abedi'],
		['data transit', 'data-transit'],
		['e-commerce', 'postal-services'],
		['third country', 'third-country-markets'],
		['Iran-Russia', 'iran-russia'],
		['iran russia', 'iran-russia-ict'],
		['SHOITOV ', 'shoitov'],
		['«Коридор»', 'iran-corridor-dubai'],
		['Шойтов', 'shoitov'],
		['шоит', 'shoitov'],
		['меморандумы', 'mous-companies-2025'],
		['договоренности', 'carry-out-company-agreements'],
		['договорённости', 'carry-out-company-agreements'],
		['черного моря', 'black-sea-transit'],
		['Чёрного', 'black-sea-transit'],
		['россииские', 'russian-companies'],
		['5-е заседание', 'wg-5'],
		['СУБД', 'invest-in-dbms'],
		['Минцифры', 'russia-ministry'],
		// Arabic letters in Persian texts, and the other way round.
		['ميثم عابدي', 'abedi'],
		['میثم عابدی', 'abedi'],
		['ميسم', 'abedi'],
		['عبادي', 'abedi'],
		['عابدى', 'abedi'],
		['شفيتوف', 'shoitov'],
		['شفیتوف', 'shoitov'],
		['كاظم', 'jalali'],
		['کاظم جلالی', 'jalali'],
		['الکساندر', 'shoitov'],
		['الكسندر', 'shoitov'],
		['ألكسندر', 'shoitov'],
		['اكبري', 'akbari'],
		['أكبری', 'akbari'],
		['إيران', 'iran'],
		['ایران', 'iran'],
		['ايران', 'iran'],
		['مذكره', 'mou-ict-2025'],
		['مذكرة', 'mou-signing-2025'],
		['مُذكّرة', 'mou-signing-2025'],
		['مـذكـرة', 'mou-signing-2025'],
		['يوقعان', 'treaty-2025'],
		['روسيا', 'russia'],
		['الذكاء الاصطناعي', 'artificial-intelligence'],
		['هوش مصنوعي', 'artificial-intelligence'],
		['ﻣﺬﻛﺮﺓ', 'mou-signing-2025'],
		// With a zero-width non-joiner, joined and apart.
		['تفاهم‌نامه', 'mou-signing-2025'],
		['تفاهمنامه', 'mou-signing-2025'],
		['تفاهم نامه', 'mou-signing-2025'],
		['تفاهم‌نامه', 'written-joined'],
		['تفاهمنامه', 'written-joined'],
		['تفاهم نامه', 'written-joined'],
		['تفاهم‌نامه', 'written-apart'],
		['تفاهمنامه', 'written-apart'],
		['تفاهم نامه', 'written-apart'],
		['تفاهم‌نامۀ', 'mou-signing-2025'],
		['گفتوگو', 'intensive-talks'],
		['گفت وگو', 'intensive-talks'],
		['شرکتها', 'b2b-2025'],
		['شرکت ها', 'b2b-2025'],
		['زارعپور', 'zarepour'],
		['سرمایه گذاری', 'invest-in-dbms'],
		// Words of two spellings.
		['مسؤول', 'official'],
		['مسئول', 'official'],
		['هيأت', 'armenia-delegations'],
		['هیئت', 'armenia-delegations'],
		['هيئة', 'official'],
		// Digits of three sets.
		['16', 'iranian-companies-16'],
		['۱۶ شرکت', 'iranian-companies-16'],
		['١٦ شركة', 'iranian-companies-16'],
		['دسامبر 2025', 'contracts-2025'],
		['ديسمبر ٢٠٢٥', 'contracts-2025'],
		// By date, in any calendar.
		['1404', 'wg-5'],
		['۱۴۰۴', 'mou-signing-2025'],
		['١٤٠٤', 'contract-ceremony-2025'],
		['2025', 'treaty-2025'],
		['٢٠٢٥', 'wg-5'],
		['آذر ۱۴۰۴', 'wg-5'],
		['اذر 1404', 'mou-signing-2025'],
		['December 2025', 'wg-5'],
		['декабрь 2025', 'wg-5'],
		['14 Azar 1404', 'mou-signing-2025'],
		['5 декабря 2025', 'mou-signing-2025'],
		['٥ كانون الأول ٢٠٢٥', 'mou-signing-2025'],
		['2026', 'wg-6'],
		['2026-03', 'wg-6']
	])('%s: %s', async (q, id) => {
		expect(await idsFor(q)).toContain(id);
	});
});

describe('a question does not find', () => {
	test.each([
		['ord', 'shoitov'],
		['ov', 'shoitov'],
		['memorandum zebra', 'mou-signing-2025'],
		['شيرين عبادي', 'abedi'],
		['Шубин', 'shoitov'],
		['شيرباكوف', 'shoitov'],
		['گار', 'joint-ai-armenia'],
		['تفاهم‌نامه', 'contract-ceremony-2025'],
		['مسافر', 'official'],
		['1403', 'wg-5'],
		['۱۴۰۵', 'wg-5'],
		['2024', 'wg-5'],
		['آبان ۱۴۰۴', 'wg-5'],
		['November 2025', 'mou-signing-2025'],
		['13 Azar 1404', 'mou-signing-2025'],
		['Iran', 'russia'],
		['2025', 'minister-meeting'],
		['…', 'iran'],
		['', 'iran']
	])('%s: %s', async (q, id) => {
		expect(await idsFor(q)).not.toContain(id);
	});
});

describe('what is found', () => {
	test('begins with the title that is it, before titles that begin so and those with such a word', async () => {
		expect((await find('Iran'))[0]?.id).toBe('iran');
		const ids = await idsFor('memorandum');
		expect(ids.indexOf('mou-ict-2025')).toBeLessThan(ids.indexOf('wg-5'));
	});

	test('goes by title, spelling, summary, inside of words, and date', async () => {
		const by = (await find('تفاهم نامه')).map((found) => found.by);
		expect(by.lastIndexOf('title')).toBeLessThan(by.indexOf('summary'));
		const dated = await find('December 2025');
		expect(dated[0]).toMatchObject({ id: 'contracts-2025', by: 'title' });
		expect(dated.find(({ id }) => id === 'mou-signing-2025')).toMatchObject({ by: 'date', date: '2025-12-05', excerpt: null });
		expect(dated.map((found) => found.by === 'date')).toEqual(dated.map((found) => found.by === 'date').toSorted());
	});

	test('may be one of two years, and not one between them', async () => {
		expect(await Promise.all(['2031', '2033', '2036'].map(async (year) => (await idsFor(year)).includes('one-of-two')))).toEqual([
			true,
			false,
			true
		]);
	});

	test('is within the date before it may be', async () => {
		const ids = await idsFor('2026-03-01/2026-12');
		const all = await idsFor('2025-12');
		expect(ids).toContain('wg-6');
		expect(all[0]).not.toBe('wg-6');
	});

	test('is marked in the words as they are written', async () => {
		const [found] = (await find('تفاهمنامه')).filter(({ id }) => id === 'mou-signing-2025');
		expect(found?.marks.fa?.map(([start, end]) => found.title.fa?.slice(start, end))).toEqual(['تفاهم‌نامه']);
		const [spelled] = await find('شفيتوف');
		expect(spelled).toMatchObject({ id: 'shoitov', by: 'spelling', excerpt: { text: 'شفيتوف', marks: [[0, 6]] } });
	});

	test('is no more than was asked for', async () => {
		expect(await find('Iran', 3)).toHaveLength(3);
	});
});

test('records that bear a name come after it, the latest first, and tell the name as it was found', async () => {
	const found = await find('شفيتوف');
	const place = (id: string) => found.findIndex((each) => each.id === id);
	expect(found[0]).toMatchObject({ id: 'shoitov' });
	expect(found[place('mou-signing-2025')]).toMatchObject({ by: 'name', excerpt: { text: expect.stringContaining('شفيتوف') as string } });
	expect(place('mou-signing-2025')).toBeGreaterThan(0);
	const borne = found.filter(({ by }) => by === 'name');
	const undated = borne.findIndex(({ date }) => date === null || date === 'XXXX');
	expect(borne.slice(undated).every(({ date }) => date === null || date === 'XXXX')).toBe(true);
});

test.each(['شفيتوف', 'شويتوف', 'Shoitov', 'Abedi', 'عابدی', 'Шойтов', 'Shoitov memorandum', 'Abedi session', 'شفيتوف memorandum'])(
	'the search box finds for %s every row that the filter of the dashboard keeps',
	async (q) => {
		const set = await desk.columns();
		const mask = textMask(set, q);
		const kept = Array.from(mask.keys(), (row) => (mask[row] === 1 ? set.id.at(row) : '')).filter((id) => id !== '');
		const found = await find(q, 1000);
		expect(kept.length).toBeGreaterThan(0);
		expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
		const rows = new Set(Array.from(mask.keys(), (row) => set.id.at(row)));
		for (const { id, by } of found) if (by === 'name' && rows.has(id)) expect(kept).toContain(id);
	}
);
