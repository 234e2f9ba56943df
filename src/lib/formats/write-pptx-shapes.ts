import type { PptxFill, PptxShape, PptxStroke } from './write-pptx.ts';

/** A face every program that opens slides has, or one of its widths: ours would be replaced by wider ones. It knows Arabic script. */
const FACE = '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>';
/** English Metric Units in a px of 1/96 inch. */
const EMU = 9525;
const emu = (px: number) => String(Math.round(px * EMU));
/** Hundredths of a point in a px. */
const points = (px: number) => String(Math.round(px * 75));
const hex = (colour: string) => colour.replace('#', '').toUpperCase();
const DASHES: Readonly<Record<PptxStroke['dash'], string>> = { solid: 'solid', dash: 'dash', short: 'sysDash', dots: 'sysDot' };

/** Text made safe for markup; signs XML does not allow are left out, and those that reorder text: direction stands in attributes. */
export function escapeMarkup(text: string): string {
	return text
		.replace(/[\t\n\r]/gu, ' ')
		.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
		.replace(/&/gu, '&amp;')
		.replace(/</gu, '&lt;')
		.replace(/>/gu, '&gt;')
		.replace(/"/gu, '&quot;');
}

/** One object of a slide. @param id unique in its slide, from 2 on */
export function shapeXml(shape: PptxShape, id: number): string {
	switch (shape.kind) {
		case 'box':
			return shapeOf(shape, id, `${frame(shape)}<a:prstGeom prst="${FORMS[shape.form]}"><a:avLst/></a:prstGeom>`);
		case 'path':
			return shapeOf(shape, id, pathGeometry(shape));
		case 'text':
			return textXml(shape, id);
		case 'table':
			return tableXml(shape, id);
	}
}

const FORMS = { rect: 'rect', round: 'roundRect', ellipse: 'ellipse', diamond: 'diamond' } as const;

function properties(id: number, { name, words }: { readonly name: string; readonly words: string }): string {
	return `<p:cNvPr id="${id}" name="${escapeMarkup(name)}"${words ? ` descr="${escapeMarkup(words)}"` : ''}/>`;
}

function frame({ x, y, width, height }: { x: number; y: number; width: number; height: number }, space: 'a' | 'p' = 'a'): string {
	return `<${space}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(Math.max(0, width))}" cy="${emu(Math.max(0, height))}"/></${space}:xfrm>`;
}

function shapeOf(shape: Extract<PptxShape, { kind: 'box' | 'path' }>, id: number, geometry: string): string {
	return (
		`<p:sp><p:nvSpPr>${properties(id, shape)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${geometry}${fillXml(shape.fill)}${strokeXml(shape.stroke)}</p:spPr>` +
		'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'
	);
}

function pathGeometry({ points: places, closed }: Extract<PptxShape, { kind: 'path' }>): string {
	const xs = places.map(([x]) => x);
	const ys = places.map(([, y]) => y);
	const [left, top] = [Math.min(...xs), Math.min(...ys)];
	const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
	const line = places
		.map(([x, y], index) => {
			const place = `<a:pt x="${emu(x - left)}" y="${emu(y - top)}"/>`;
			return index === 0 ? `<a:moveTo>${place}</a:moveTo>` : `<a:lnTo>${place}</a:lnTo>`;
		})
		.join('');
	return (
		`${frame({ x: left, y: top, width, height })}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>` +
		`<a:pathLst><a:path w="${emu(width)}" h="${emu(height)}"${closed ? '' : ' fill="none"'}>${line}${closed ? '<a:close/>' : ''}</a:path></a:pathLst></a:custGeom>`
	);
}

function fillXml(fill: PptxFill): string {
	if (fill.kind === 'none') return '<a:noFill/>';
	if (fill.kind === 'hatch')
		return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${hex(fill.colour)}"/></a:fgClr><a:bgClr><a:srgbClr val="${hex(fill.ground)}"/></a:bgClr></a:pattFill>`;
	const alpha = fill.opacity < 1 ? `<a:alpha val="${Math.round(fill.opacity * 100_000)}"/>` : '';
	return `<a:solidFill><a:srgbClr val="${hex(fill.colour)}">${alpha}</a:srgbClr></a:solidFill>`;
}

function strokeXml(stroke: PptxStroke | null): string {
	if (!stroke) return '<a:ln><a:noFill/></a:ln>';
	const tip = stroke.tip ? '<a:tailEnd type="arrow" w="med" len="med"/>' : '';
	return (
		`<a:ln w="${emu(stroke.width)}"${stroke.dash === 'dots' ? ' cap="rnd"' : ''}><a:solidFill><a:srgbClr val="${hex(stroke.colour)}"/></a:solidFill>` +
		`<a:prstDash val="${DASHES[stroke.dash]}"/><a:round/>${tip}</a:ln>`
	);
}

/** Sides are physical in DrawingML, whatever a paragraph's direction. */
const SIDES = { left: 'l', center: 'ctr', right: 'r' } as const;

/** Keeps a run's first digits with it: after words of the other direction they would be drawn to those. Programs know marks, not isolates. */
function markOf(text: string, rtl: boolean): string {
	const first = /[\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}]/u.exec(text.replace(/\p{N}/gu, ''))?.[0];
	return (first ? /\p{Script=Arabic}/u.test(first) : rtl) ? '\u200F' : '\u200E';
}

interface RunLook {
	readonly size: number;
	readonly colour: string;
	readonly bold: boolean;
	readonly language: string;
	readonly behind?: string | undefined;
}

function runXml(text: string, { size, colour, bold, language, behind }: RunLook, before = ''): string {
	const ground = behind ? `<a:highlight><a:srgbClr val="${hex(behind)}"/></a:highlight>` : '';
	return (
		`<a:r><a:rPr lang="${language}" sz="${points(size)}"${bold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill>` +
		`${ground}${FACE}</a:rPr><a:t>${before}${escapeMarkup(text)}</a:t></a:r>`
	);
}

function textXml(shape: Extract<PptxShape, { kind: 'text' }>, id: number): string {
	const { runs, align, rtl, wrap, behind, reach } = shape;
	const words = runs
		.map((run, index) => runXml(run.text, { ...shape, ...run }, index > 0 ? `\u2002${markOf(run.text, rtl)}` : ''))
		.join('');
	const inset = (side: 'left' | 'right') => emu(reach && align === side ? reach : 0);
	const fill = behind && reach ? fillXml({ kind: 'solid', colour: behind, opacity: 1 }) : '<a:noFill/>';
	const place = shape.title ? '<p:ph type="title"/>' : '';
	return (
		`<p:sp><p:nvSpPr>${properties(id, shape)}<p:cNvSpPr${shape.title ? '' : ' txBox="1"'}/><p:nvPr>${place}</p:nvPr></p:nvSpPr>` +
		`<p:spPr>${frame(shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr>` +
		`<p:txBody><a:bodyPr wrap="${wrap ? 'square' : 'none'}" lIns="${inset('left')}" tIns="0" rIns="${inset('right')}" bIns="0" anchor="${wrap ? 't' : 'ctr'}"><a:noAutofit/></a:bodyPr><a:lstStyle/>` +
		`<a:p><a:pPr algn="${SIDES[align]}"${rtl ? ' rtl="1"' : ''}><a:buNone/></a:pPr>${words}</a:p></p:txBody></p:sp>`
	);
}

function tableXml(shape: Extract<PptxShape, { kind: 'table' }>, id: number): string {
	const { columns, rows, rowHeights, size, rtl, language, ink, headInk, rule, width } = shape;
	// Columns stand as they are seen: PowerPoint can turn a table round, LibreOffice cannot.
	const seen = <T>(parts: readonly T[]) => (rtl ? parts.toReversed() : parts);
	const none = (side: string) => `<a:${side} w="0"><a:noFill/></a:${side}>`;
	const bottom = `<a:lnB w="9525"><a:solidFill><a:srgbClr val="${hex(rule)}"/></a:solidFill></a:lnB>`;
	const cell = (text: string, head: boolean) =>
		`<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${rtl ? 'r' : 'l'}"${rtl ? ' rtl="1"' : ''}/>` +
		(text
			? runXml(text, { size, colour: head ? headInk : ink, bold: head, language })
			: `<a:endParaRPr lang="${language}" sz="${points(size)}"/>`) +
		`</a:p></a:txBody><a:tcPr marL="45720" marR="45720" marT="30480" marB="30480">${none('lnL')}${none('lnR')}${none('lnT')}${bottom}<a:noFill/></a:tcPr></a:tc>`;
	return (
		`<p:graphicFrame><p:nvGraphicFramePr>${properties(id, shape)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
		`${frame(shape, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/>` +
		`<a:tblGrid>${seen(columns)
			.map((share) => `<a:gridCol w="${emu(share * width)}"/>`)
			.join('')}</a:tblGrid>` +
		rows
			.map((row, index) => `<a:tr h="${emu(rowHeights[index] ?? 0)}">${seen(row.map((text) => cell(text, index === 0))).join('')}</a:tr>`)
			.join('') +
		'</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
	);
}
