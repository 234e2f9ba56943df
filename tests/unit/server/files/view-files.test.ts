import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { writeDocument } from '#lib/server/transfer/briefing/document.ts';
import { gather } from '#lib/server/transfer/briefing/gather.ts';
import { escapeMarkup } from '#lib/formats/write-pptx-shapes.ts';
import { escapeXml } from '#lib/timeline/paint/svg-parts.ts';
import { linkPictureOf } from '#lib/server/transfer/picture/link-picture.ts';
import { pngOf } from '#lib/server/transfer/picture/png.ts';
import { sceneOf, svgOf } from '#lib/server/transfer/picture/view-scene.ts';
import { writeSlides } from '#lib/server/transfer/pptx/slides.ts';
import { seededStore, viewFileOf } from './seeded-view.ts';

let store: Store;
beforeAll(async () => {
	store = await seededStore();
});
afterAll(() => store.close());

/** Width and height in a PNG's first chunk. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
	const view = new DataView(png.buffer, png.byteOffset);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function slidesOf(language: Language): Promise<Record<string, string>> {
	const parts = unzipSync(await writeSlides(await viewFileOf(store, language)));
	return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('a picture as PNG', () => {
	test('is as large as asked for, at every scale', async () => {
		const { picture } = await viewFileOf(store, 'en');
		const laid = sceneOf(picture, { width: 900, height: 400 });
		for (const scale of [1, 4]) {
			const { width, height } = sizeOf(await pngOf(svgOf(laid, 'light'), { scale, transparent: false }));
			expect(width).toBe(900 * scale);
			expect(height).toBe(Math.ceil(laid.scene.height * scale));
		}
	});

	test('without paper is another picture than with it', async () => {
		const { picture } = await viewFileOf(store, 'fa');
		const svg = svgOf(sceneOf(picture, { width: 900 }), 'dark');
		const [with_, without] = [await pngOf(svg, { scale: 1, transparent: false }), await pngOf(svg, { scale: 1, transparent: true })];
		expect(Buffer.from(with_).equals(Buffer.from(without))).toBe(false);
	});

	test('joins the letters of Arabic script and has one for each sign', async () => {
		const drawn = (text: string, family = '&quot;Inter Variable&quot;, &quot;Vazirmatn Variable&quot;, system-ui, sans-serif') =>
			pngOf(
				`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="${family}"><text x="10" y="30" font-size="24" xml:lang="fa">${text}</text></svg>`,
				{ scale: 1, transparent: false }
			);
		const hex = async (text: string) => Buffer.from(await drawn(text)).toString('hex');
		expect(await hex('سلام')).not.toBe(await hex([...'سلام'].join('\u200C')));
		// Letters without a glyph would all be the same empty box.
		expect(await hex('پ')).not.toBe(await hex('گ'));
		expect(await hex('پ')).not.toBe(await hex('\u{10FFFD}'));
	});

	test.each(LANGUAGES)('for links is 1200 × 630 (%s)', async (language) => {
		const { picture, title, line } = await viewFileOf(store, language);
		expect(sizeOf(await linkPictureOf(picture, { title, line, theme: 'light' }))).toEqual({ width: 1200, height: 630 });
	});

	test('of the same view is the same byte for byte', async () => {
		const pngs = await Promise.all(
			[0, 1].map(async () =>
				pngOf(svgOf(sceneOf((await viewFileOf(store, 'ar')).picture, { width: 800 }), 'light'), { scale: 1, transparent: false })
			)
		);
		expect(Buffer.from(pngs[0]!).equals(Buffer.from(pngs[1]!))).toBe(true);
	});
});

describe.each(LANGUAGES)('what a view says survives (%s)', (language) => {
	test('in the HTML file and on paper: doubt, differing values with their voices, evidence, sources', async () => {
		const file = await viewFileOf(store, language);
		const { records, sources } = await gather(file, 2000);
		expect(records.some(({ differences }) => differences.length > 0)).toBe(true);
		for (const use of [{ use: 'file' }, { use: 'print', paper: 'a4', turn: 'wide', links: [] }] as const) {
			const { text } = await writeDocument(file, use);
			for (const record of records) {
				for (const words of [record.title.text, record.date, record.said, record.differ, ...record.earlier])
					expect(text).toContain(escapeXml(words));
				for (const { versions } of record.differences) for (const { words } of versions) expect(text).toContain(escapeXml(words));
				for (const { quote } of record.evidence) if (quote) expect(text).toContain(escapeXml(quote.text));
			}
			for (const { name } of sources) expect(text).toContain(escapeXml(name.text));
			expect(text).toContain('url(#picture-hatch-');
			expect(text).toContain('stroke-dasharray');
		}
	});

	test('in the slides: every record with its date, its doubt and the count of what differs; marks cut in two, dashed, hatched', async () => {
		const file = await viewFileOf(store, language);
		const { records } = await gather(file, 150);
		const parts = await slidesOf(language);
		const all = Object.values(parts).join('');
		for (const record of records) {
			for (const words of [record.title.text, record.date, record.said, record.differ]) expect(all).toContain(escapeMarkup(words));
			for (const { versions } of record.differences) for (const { words } of versions) expect(all).toContain(escapeMarkup(words));
		}
		const first = parts['ppt/slides/slide1.xml'] ?? '';
		expect(first).toContain('<a:pattFill prst="wdUpDiag">');
		expect(first).toContain('<a:prstDash val="dash"/>');
		const scene = sceneOf(file.picture, { width: 1000 }).scene;
		const split = [...scene.marks, ...(scene.shelf?.marks ?? [])].filter(({ look }) => look === 'split');
		expect(split.length).toBeGreaterThan(0);
		expect(first.match(/<a:custGeom>/gu)?.length ?? 0).toBeGreaterThan(2 * split.length);
		if (language === 'ar' || language === 'fa') expect(first).toContain(' rtl="1"');
		else expect(all).not.toContain('<a:pPr algn="r" rtl="1"><a:buNone/></a:pPr><a:r><a:rPr lang="en"');
	});
});

describe('the slides', () => {
	test('are a whole package: all parts well formed, no relation leads nowhere, every type is declared, ids are unique', async () => {
		const parts = await slidesOf('fa');
		const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
		for (const [path, text] of Object.entries(parts)) {
			expect(XMLValidator.validate(text), path).toBe(true);
			if (/slides\/slide\d+\.xml$/u.test(path)) {
				const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/gu)].map(([, id]) => id);
				expect(new Set(ids).size).toBe(ids.length);
			}
			if (!path.endsWith('.rels')) continue;
			const folder = path.replace(/_rels\/[^/]*$/u, '');
			for (const { Target } of [parser.parse(text).Relationships.Relationship].flat()) {
				const target = new URL(Target, `http://x/${folder}`).pathname.slice(1);
				expect(Object.keys(parts), `${path} → ${Target}`).toContain(target);
			}
		}
		for (const path of Object.keys(parts).filter((each) => each.startsWith('ppt/') && each.endsWith('.xml'))) {
			expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`);
		}
	});

	test('of the same view are the same byte for byte', async () => {
		const [a, b] = [await writeSlides(await viewFileOf(store, 'ru')), await writeSlides(await viewFileOf(store, 'ru'))];
		expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
	});

	const office = spawnSync('soffice', ['--version']).status === 0;
	test.skipIf(!office)(
		'are opened by LibreOffice, one page each',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'accordline-slides-'));
			try {
				const slides = await writeSlides(await viewFileOf(store, 'fa'));
				writeFileSync(join(folder, 'view.pptx'), slides);
				const profile = `-env:UserInstallation=file://${folder}/profile`;
				const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'view.pptx')]);
				expect(run.status).toBe(0);
				const pdf = readFileSync(join(folder, 'view.pdf'), 'latin1');
				const expected = Object.keys(unzipSync(slides)).filter((path) => /^ppt\/slides\/slide\d+\.xml$/u.test(path)).length;
				expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length).toBe(expected);
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		},
		120_000
	);
});

describe('the HTML file', () => {
	test('fetches nothing, and its policy lets its own style and script run and no other', async () => {
		const { text, policy } = await writeDocument(await viewFileOf(store, 'fa'), { use: 'file' });
		for (const [, tag, content] of text.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/gu)) {
			const hash = createHash('sha256')
				.update(content ?? '')
				.digest('base64');
			expect(policy, tag).toContain(`'sha256-${hash}'`);
		}
		expect(policy).toContain("default-src 'none'");
		expect(text.replace(/url\(#[^)]*\)|url\(data:[^)]*\)/gu, '')).not.toMatch(/url\(|<link|<img|<iframe| src=|@import/u);
	});

	test('leads from every mark to its evidence, and says as of when it is', async () => {
		const file = await viewFileOf(store, 'en');
		const { text } = await writeDocument(file, { use: 'file' });
		const ids = new Set([...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
		const links = [...text.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
		expect(links.length).toBeGreaterThan(20);
		expect(links.filter((id) => !ids.has(id))).toEqual([]);
		expect(text).toContain('20 November 2026');
	});

	test('shows words of the data as words: markup in a title runs nothing', async () => {
		const file = await viewFileOf(store, 'en');
		const { text } = await writeDocument(
			{ ...file, title: '<script>alert(1)</script>', heading: '<script>alert(1)</script>' },
			{ use: 'file' }
		);
		expect(text).not.toContain('<script>alert(1)');
	});
});
