import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];
export const TURNS = ['wide', 'upright'] as const;
export type Turn = (typeof TURNS)[number];

/** Rules of the document, on screen and on paper; the same in both files. */
export const DOCUMENT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 32px 64px;max-width:1344px;background:${LIGHT.paper};color:${LIGHT.ink};font:14px/1.5 'Inter Variable',Inter,'Vazirmatn Variable',Vazirmatn,system-ui,sans-serif}
h1{margin:0 0 4px;font-size:24px;line-height:1.3}
h2{margin:32px 0 8px;font-size:17px}
h3{margin:0 0 4px;font-size:14px}
p{margin:0 0 8px}
a{color:${LIGHT.accent}}
.quiet{color:${LIGHT['ink-2']}}
.frozen{padding-inline-start:10px;border-inline-start:3px solid ${LIGHT.accent}}
.timeline,.wide{overflow-x:auto}
.timeline{overflow-y:hidden;border-block:1px solid ${LIGHT.rule};outline-offset:2px}
.timeline:focus-visible{outline:2px solid ${LIGHT.accent}}
.timeline svg{display:block}
.timeline a:focus-visible rect{stroke:${LIGHT.accent};stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 0;padding:0;list-style:none;font-size:12px}
.legend li{display:flex;align-items:center;gap:6px}
.legend svg{flex:none}
table{width:100%;border-collapse:collapse;font-size:13px}
caption{padding:4px 0;text-align:start;font-weight:600}
th,td{padding:5px 8px;text-align:start;vertical-align:top;border-bottom:1px solid ${LIGHT.rule}}
th{color:${LIGHT['ink-2']};font-weight:500;border-bottom-color:${LIGHT['rule-2']}}
th button{padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer;text-align:start}
th[aria-sort] button::after{content:' ↑'}
th[aria-sort=descending] button::after{content:' ↓'}
td:first-child{min-width:8.5em}
td small{color:${LIGHT['ink-2']}}
.differ{font-weight:500;border-inline-start:2px solid ${LIGHT.ink};padding-inline-start:6px}
.possibly{border-bottom:2px dotted ${LIGHT['ink-2']}}
article{margin:0;padding:12px 0;border-top:1px solid ${LIGHT.rule};break-inside:avoid}
article:target{background:${LIGHT.tint}}
blockquote{margin:4px 0 8px;padding-inline-start:12px;border-inline-start:2px solid ${LIGHT['rule-2']}}
blockquote p{margin:0}
article ul{margin:0 0 8px;padding-inline-start:20px}
.find{display:flex;gap:8px;align-items:center;margin:8px 0}
.find input{min-height:32px;padding:0 8px;border:1px solid ${LIGHT.edge};border-radius:4px;font:inherit}
.tools{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;margin-bottom:16px;padding-bottom:12px;border-bottom:1px solid ${LIGHT.rule}}
.tools a{display:inline-block;min-height:24px}
.tools [aria-current]{color:${LIGHT.ink};font-weight:600;text-decoration:none}
@media print,(min-width:1000px){
.timeline svg{width:100%;height:auto}
}
@media screen and (max-width:719px){
body{padding:16px 16px 48px}
.find{flex-wrap:wrap}
.find input{flex:1 1 12em;min-width:0}
td a[href^=http]{word-break:break-all}
.records{min-width:1080px}
}
@media print{
.timeline{overflow:hidden}
.wide{overflow:visible}
body{max-width:none;padding:0;font-size:10.5pt}
.tools,.find,.keys,.back{display:none}
table{font-size:8.5pt}
th,td{padding:4px 5px}
thead{display:table-header-group}
tr,.legend li{break-inside:avoid}
h2,caption{break-after:avoid}
.timeline{break-inside:avoid}
a{color:inherit;text-decoration:none}
td a[href^=http]{word-break:break-all}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

const COUNTERS: Readonly<Record<'latn' | 'arabext', string>> = { latn: 'decimal', arabext: 'persian' };

/**
 * Paper, its edges, and the page numbers in the reader's digits. The words hold `{page}` and `{pages}`; CSS puts the counters there.
 */
export function pageStyle(paper: Paper, turn: Turn, words: string, language: Language): string {
	const style = COUNTERS[LOCALES[language].digits];
	const content = words
		.split(/(\{pages?\})/u)
		.filter((part) => part !== '')
		.map((part) => (part === '{page}' ? `counter(page,${style})` : part === '{pages}' ? `counter(pages,${style})` : `"${cssText(part)}"`))
		.join(' ');
	return (
		`@page{size:${paper.toUpperCase()} ${turn === 'wide' ? 'landscape' : 'portrait'};margin:13mm 12mm 16mm;` +
		`@bottom-center{content:${content};font:9pt 'Inter Variable','Vazirmatn Variable',system-ui,sans-serif;color:${LIGHT['ink-2']}}}`
	);
}

function cssText(text: string): string {
	return text.replace(/[\\"<>\n]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
}
