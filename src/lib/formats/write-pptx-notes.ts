import { NAMESPACES, OFFICE, PACKAGE, PRESENTATION, theme, XML_HEAD } from './write-pptx-frame.ts';
import { escapeMarkup } from './write-pptx-shapes.ts';
import type { PptxSlide } from './write-pptx.ts';

const MASTER = '../notesMasters/notesMaster1.xml';
const GROUP =
	'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
/** Where the slide's picture and the words stand on a page of notes, in EMU on 6858000 × 9144000. */
const PICTURE = '<a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm>';
const WORDS = '<a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/></a:xfrm>';

/** What speaker's notes of any slide need: their master, by path. */
export function notesMasterParts(): Record<string, string> {
	return {
		'ppt/notesMasters/notesMaster1.xml':
			`${XML_HEAD}<p:notesMaster ${NAMESPACES} xmlns:p="${PRESENTATION}"><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}${picture()}${words('')}</p:spTree></p:cSld>` +
			'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>',
		'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([['theme', '../theme/theme2.xml']]),
		'ppt/theme/theme2.xml': theme()
	};
}

/** The notes of one slide, by path; none where nothing is to be said. */
export function notesParts({ notes }: PptxSlide, number: number): Record<string, string> {
	if (!notes) return {};
	const direction = notes.rtl ? ' rtl="1" algn="r"' : '';
	const paragraphs = notes.text
		.split(/\r?\n/)
		.map((line) => `<a:p><a:pPr${direction}/><a:r><a:rPr lang="${notes.language}"/><a:t>${escapeMarkup(line)}</a:t></a:r></a:p>`)
		.join('');
	return {
		[`ppt/notesSlides/notesSlide${number}.xml`]: `${XML_HEAD}<p:notes ${NAMESPACES} xmlns:p="${PRESENTATION}"><p:cSld><p:spTree>${GROUP}${picture()}${words(paragraphs)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
		[`ppt/notesSlides/_rels/notesSlide${number}.xml.rels`]: relations([
			['notesMaster', MASTER],
			['slide', `../slides/slide${number}.xml`]
		])
	};
}

function picture(): string {
	return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${PICTURE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;
}

function words(paragraphs: string): string {
	return `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>${WORDS}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs || '<a:p><a:endParaRPr/></a:p>'}</p:txBody></p:sp>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
	const lines = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
	return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}
