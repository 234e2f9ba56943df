import { escapeMarkup } from './write-pptx-shapes.ts';
import type { PptxDeck } from './write-pptx.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PRESENTATION = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const NAMESPACES = `xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"`;
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';

/** Everything of a presentation but its slides, by path: one empty master, one empty layout, a theme without surprises. */
export function masterParts({ title, language, at, slides }: PptxDeck): Record<string, string> {
	const each = (line: (number: number) => string) => slides.map((_, index) => line(index + 1)).join('');
	const noted = (line: (number: number) => string) => slides.map(({ notes }, index) => (notes ? line(index + 1) : '')).join('');
	const hasNotes = slides.some(({ notes }) => notes);
	const notesId = `rId${slides.length + 3}`;
	const tree =
		'<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>';
	const relations = (lines: string) => `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines}</Relationships>`;
	return {
		'[Content_Types].xml':
			`${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/ppt/presentation.xml" ContentType="${TYPE}.presentation.main+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="${TYPE}.slideMaster+xml"/>` +
			`<Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="${TYPE}.slideLayout+xml"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
			(hasNotes
				? `<Override PartName="/ppt/notesMasters/notesMaster1.xml" ContentType="${TYPE}.notesMaster+xml"/><Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>`
				: '') +
			noted((number) => `<Override PartName="/ppt/notesSlides/notesSlide${number}.xml" ContentType="${TYPE}.notesSlide+xml"/>`) +
			`${each((number) => `<Override PartName="/ppt/slides/slide${number}.xml" ContentType="${TYPE}.slide+xml"/>`)}</Types>`,
		'_rels/.rels': relations(
			`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="ppt/presentation.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
		),
		'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title><dc:creator>Accordline</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:created><dc:language>${language}</dc:language></cp:coreProperties>`,
		'ppt/presentation.xml':
			`${XML_HEAD}<p:presentation ${NAMESPACES} xmlns:p="${PRESENTATION}"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
			(hasNotes ? `<p:notesMasterIdLst><p:notesMasterId r:id="${notesId}"/></p:notesMasterIdLst>` : '') +
			`<p:sldIdLst>${each((number) => `<p:sldId id="${255 + number}" r:id="rId${number + 2}"/>`)}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
		'ppt/_rels/presentation.xml.rels': relations(
			`<Relationship Id="rId1" Type="${OFFICE}/slideMaster" Target="slideMasters/slideMaster1.xml"/><Relationship Id="rId2" Type="${OFFICE}/theme" Target="theme/theme1.xml"/>` +
				each((number) => `<Relationship Id="rId${number + 2}" Type="${OFFICE}/slide" Target="slides/slide${number}.xml"/>`) +
				(hasNotes ? `<Relationship Id="${notesId}" Type="${OFFICE}/notesMaster" Target="notesMasters/notesMaster1.xml"/>` : '')
		),
		'ppt/slideMasters/slideMaster1.xml': `${XML_HEAD}<p:sldMaster ${NAMESPACES} xmlns:p="${PRESENTATION}">${tree}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
		'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(
			`<Relationship Id="rId1" Type="${OFFICE}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/><Relationship Id="rId2" Type="${OFFICE}/theme" Target="../theme/theme1.xml"/>`
		),
		'ppt/slideLayouts/slideLayout1.xml': `${XML_HEAD}<p:sldLayout ${NAMESPACES} xmlns:p="${PRESENTATION}" type="titleOnly">${LAYOUT_TREE}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
		'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations(
			`<Relationship Id="rId1" Type="${OFFICE}/slideMaster" Target="../slideMasters/slideMaster1.xml"/>`
		),
		'ppt/theme/theme1.xml': theme()
	};
}

/** The layout knows a title, so that outlines and screen readers find it. */
const LAYOUT_TREE =
	'<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
	'<p:spPr><a:xfrm><a:off x="304800" y="152400"/><a:ext cx="11582400" cy="381000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp></p:spTree></p:cSld>';

/** Also of pages of notes, which have one of their own. */
export function theme(): string {
	const colours = {
		...{ dk1: '16191D', lt1: 'FFFFFF', dk2: '4A5159', lt2: 'EEF3FD', accent1: '1D4FB8', accent2: '00736B', accent3: 'A14A00' },
		...{ accent4: '86377B', accent5: '3F4852', accent6: '656C74', hlink: '1D4FB8', folHlink: '86377B' }
	};
	const scheme = Object.entries(colours)
		.map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`)
		.join('');
	const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>';
	const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
	const line = `<a:ln w="9525">${fill}</a:ln>`;
	const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
	return (
		`${XML_HEAD}<a:theme xmlns:a="${DRAWING}" name="Accordline"><a:themeElements><a:clrScheme name="Accordline">${scheme}</a:clrScheme>` +
		`<a:fontScheme name="Accordline"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
		`<a:fmtScheme name="Accordline"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
		`<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
	);
}
