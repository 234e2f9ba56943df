import { strFromU8, unzipSync } from 'fflate';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SLIDE } from '#lib/formats/write-pptx.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { slideWidth } from '#lib/server/transfer/pptx/slide-width.ts';
import { writeSlides } from '#lib/server/transfer/pptx/slides.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { seededStore, viewFileOf } from './seeded-view.ts';

const EMU = 9525;
let [usual, changed]: (Store | undefined)[] = [];

beforeAll(async () => {
	const folder = mkdtempSync(join(tmpdir(), 'accordline-seeds-'));
	try {
		cpSync('seeds', folder, { recursive: true });
		// The next session comes after the plans, so that its line runs past their names; and one date has three parts.
		const facts = readFileSync(join(folder, 'events-facts.jsonl'), 'utf8')
			.split('\n')
			.map((line) => (line.includes('"record":"wg-6"') ? line.replace('{"edtf":"2026",', '{"edtf":"2027-03",') : line))
			.map((line) =>
				line.includes('"record":"treaty-2025"') ? line.replace('{"edtf":"2025-01",', '{"edtf":"{2024-11,2025-06,2026-03}",') : line
			)
			.map((line) => (line.includes('"record":"minister-meeting"') ? line.replace('"edtf":"XXXX",', '"edtf":"[2025-02,2026-02]",') : line));
		writeFileSync(join(folder, 'events-facts.jsonl'), facts.join('\n'));
		[usual, changed] = [await seededStore(), await seededStore(folder)];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
afterAll(async () => {
	await usual?.close();
	await changed?.close();
});

async function slidesOf(store: Store | undefined, language: Language): Promise<string[]> {
	const parts = unzipSync(await writeSlides(await viewFileOf(store!, language)));
	return Object.keys(parts)
		.filter((path) => /slides\/slide\d+\.xml$/u.test(path))
		.toSorted((a, b) => Number(/\d+/u.exec(a)) - Number(/\d+/u.exec(b)))
		.map((path) => strFromU8(parts[path]!));
}

interface Words {
	readonly markup: string;
	readonly text: string;
	readonly left: number;
	readonly right: number;
}

/** Text boxes of a slide, with the px their words take up even in a wide face. */
function wordsOf(slide: string): Words[] {
	return [...slide.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*txBox="1"(?:(?!<\/p:sp>).)*<\/p:sp>/gu)].map(([markup]) => {
		const [, x = 0, width = 0] = (/<a:off x="(-?\d+)"[^>]*\/><a:ext cx="(\d+)"/u.exec(markup) ?? []).map((part) => Number(part) / EMU);
		const runs = [...markup.matchAll(/sz="(\d+)"( b="1")?.*?<a:t>(.*?)<\/a:t>/gu)];
		const wide = runs.reduce((sum, [, size, bold, text = '']) => sum + slideWidth(text, Number(size) / 75, bold ? 600 : 400), 0);
		const [, align] = /algn="(\w+)"/u.exec(markup) ?? [];
		const left = align === 'r' ? x + width - wide : align === 'ctr' ? x + (width - wide) / 2 : x;
		return { markup, text: runs.map(([, , , text]) => text).join(''), left, right: left + wide };
	});
}

const boxOf = (slide: string, words: string) => wordsOf(slide).find(({ text }) => text.startsWith(words));

test('names that stand on hatching lie on paper, in whatever face they come out', async () => {
	const [slide = ''] = await slidesOf(usual, 'fa');
	const paper = LIGHT.paper.replace('#', '').toUpperCase();
	for (const name of ['نشست ششم', 'قراردادهای کشورهای ثالث', 'قراردادهای بازار کشورهای ثالث'])
		expect(boxOf(slide, name)?.markup, name).toContain(`<a:highlight><a:srgbClr val="${paper}"/></a:highlight>`);
});

test.each(['fa', 'en'] as const)('the line of a series stops before a name on its way (%s)', async (language) => {
	const [slide = ''] = await slidesOf(changed, language);
	const name = language === 'fa' ? 'قراردادهای کشورهای ثالث' : 'Third-country contracts';
	const box = boxOf(slide, name)?.markup ?? '';
	expect(box).toContain('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>');
	// Laid over the line, not under it.
	expect(slide.indexOf(box)).toBeGreaterThan(slide.indexOf('name="Series"'));
});

test.each(LANGUAGES)('no word of the timeline is cut by an edge of its slide, even in a wide face (%s)', async (language) => {
	for (const store of [usual, changed]) {
		const [slide = ''] = await slidesOf(store, language);
		const words = wordsOf(slide);
		expect(words.length).toBeGreaterThan(30);
		for (const { text, left, right, markup } of words.filter((each) => each.markup.includes('wrap="none"'))) {
			expect(left, `${text} ${markup.length}`).toBeGreaterThanOrEqual(0);
			expect(right, text).toBeLessThanOrEqual(SLIDE.width);
		}
	}
});

test.each(LANGUAGES)('tables are set in 9 points or more, and their rows end above the foot (%s)', async (language) => {
	const tables = (await slidesOf(usual, language)).filter((slide) => slide.includes('<a:tbl>'));
	expect(tables.length).toBeGreaterThan(2);
	for (const slide of tables) {
		const table = /<a:tbl>.*<\/a:tbl>/u.exec(slide)?.[0] ?? '';
		expect(Math.min(...[...table.matchAll(/ sz="(\d+)"/gu)].map(([, size]) => Number(size)))).toBeGreaterThanOrEqual(900);
		const high = [...table.matchAll(/<a:tr h="(\d+)"/gu)].reduce((sum, [, height]) => sum + Number(height) / EMU, 0);
		expect(high).toBeLessThan(SLIDE.height - 92 - 28);
	}
	// Ten events stand on one slide.
	expect(tables[0]?.match(/<a:tr /gu)?.length).toBe(11);
});

test('today is one colour in the picture and in its legend', async () => {
	const [picture = '', legend = ''] = await slidesOf(usual, 'en');
	const colourOf = (slide: string, name: RegExp) => {
		const at = slide.search(name);
		return /<a:ln .*?srgbClr val="(\w+)"/u.exec(slide.slice(at))?.[1];
	};
	expect(colourOf(picture, /name="Today"/u)).toBe(LIGHT.accent.replace('#', '').toUpperCase());
	expect(colourOf(legend, /name="[^"]*today"/iu)).toBe(colourOf(picture, /name="Today"/u));
});

test('a date of three parts is three bars joined by two hairlines, and its sentence is told once', async () => {
	const [slide = ''] = await slidesOf(changed, 'en');
	const pieces = [...slide.matchAll(/<p:sp>(?:(?!<\/p:sp>).)*?name="Presidents sign"(?:(?!<\/p:sp>).)*<\/p:sp>/gu)]
		.map(([markup]) => markup)
		.filter((markup) => markup.includes('prst="rect"') && !markup.includes('txBox'));
	const box = (markup: string) => {
		const [, x = 0, width = 0, height = 0] = (/<a:off x="(\d+)".*?cx="(\d+)" cy="(\d+)"/u.exec(markup) ?? []).map(
			(part) => Number(part) / EMU
		);
		return { left: x, right: x + width, high: height };
	};
	const boxes = pieces.map(box).toSorted((a, b) => a.left - b.left);
	expect(boxes.map(({ high }) => (high > 4 ? 'bar' : 'hairline'))).toEqual(['bar', 'hairline', 'bar', 'hairline', 'bar']);
	for (const [index, { left }] of boxes.slice(1).entries()) expect(Math.abs(left - (boxes[index]?.right ?? 0))).toBeLessThan(0.5);
	expect(pieces.filter((markup) => markup.includes(' descr="'))).toHaveLength(1);
});
