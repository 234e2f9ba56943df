import { LOCALES, type Language } from '#lib/language/locales.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

interface PlainPage {
	readonly status: number;
	readonly language: Language;
	readonly title: string;
	readonly text: string;
	/** Seconds after which the page asks again. */
	readonly again?: number;
}

/** A page of one sentence, for what is said before, or instead of, the real one. Needs nothing but itself. */
export function plainPage({ status, language, title, text, again }: PlainPage): Response {
	const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
	const html = `<!doctype html>
<html lang="${language}" dir="${LOCALES[language].direction}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<meta name="color-scheme" content="light dark" />
<title>${escaped(title)} – Accordline</title>
<style>main{max-width:34em;margin:20vh auto;padding:0 16px;font:16px/1.6 'Inter Variable','Vazirmatn Variable',system-ui,sans-serif}</style>
</head>
<body><main><h1>${escaped(title)}</h1><p role="status">${escaped(text)}</p></main></body>
</html>
`;
	const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
	if (again !== undefined) {
		headers.set('refresh', String(again));
		headers.set('retry-after', String(again));
	}
	return new Response(html, { status, headers });
}
