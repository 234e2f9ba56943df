import type { ForeignProblem } from '#lib/formats/foreign.ts';
import { isOfCells, problemText, refusalReason, type ImportTranslate } from '#lib/formats/problem-text.ts';
import { isolate, showBidiControls } from '#lib/language/bidi.ts';
import { formatNumber } from '#lib/language/format-number.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import type { TransferKey } from '#lib/language/translate.ts';
import type { Refusal } from './import-task.ts';
import type { ImportReport, KeptCount } from './report.ts';

/** What a reader of the text is spared: the report file has all of it. */
const SHOWN = 20;

/** The report as lines of plain text: what was done, and what a person should look at. */
export function reportText(
	report: ImportReport,
	{ t, known, language }: { t: ImportTranslate; known: ReadonlySet<string>; language: Language }
): string[] {
	const { records, made, found, claims } = report;
	const problem = problemLines(t, known, language);
	const refusedCells = sum(report, 'refused', 'cell');
	return [
		t('import.report-head', { file: closed(report.file, language), format: t(formatKey(report.format)), rows: report.rows }),
		t(`import.outcome-${report.outcome}`, { entry: report.entry ?? 0 }),
		t(report.source.fresh ? 'import.report-source-new' : 'import.report-source-known', {
			title: closed(report.source.title, language),
			id: report.source.id
		}),
		t('import.report-records', { ...records }),
		t('import.report-made', { ...made }),
		t('import.report-found', { ...found }),
		t('import.report-claims', { ...claims }),
		...(report.rowsDouble > 0 ? [t('import.report-doubles', { count: report.rowsDouble })] : []),
		...(refusedCells + report.rowsRefused > 0
			? [
					t('import.report-refused', { cells: refusedCells, rows: report.rowsRefused }),
					...problem(report.refused, total(report, 'refused'))
				]
			: []),
		...(report.odd.length > 0
			? [t('import.report-odd', { count: total(report, 'odd') }), ...problem(report.odd, total(report, 'odd'))]
			: []),
		...(report.kept.length > 0 ? [t('import.report-kept', { names: keptNames(report.kept, language, t) })] : []),
		t('import.report-speed', { seconds: report.seconds, rate: Math.round(report.rows / Math.max(report.seconds, 0.001)) }),
		...(report.storeBytes !== null && report.records.fresh + report.records.changed > 0
			? [t('import.report-bytes', { bytes: Math.round(report.storeBytes / Math.max(1, report.records.fresh + report.records.changed)) })]
			: [])
	];
}

/** Names without a field with how often each stands, as a list. */
function keptNames(kept: readonly KeptCount[], language: Language, t: ImportTranslate): string {
	const names = kept
		.slice(0, SHOWN)
		.map(({ name, count }) => `${closed(showBidiControls(name), language)} (${formatNumber(count, language)})`);
	const more = kept.length > SHOWN ? [t('import.report-kept-more', { count: kept.length - SHOWN })] : [];
	return new Intl.ListFormat(LOCALES[language].tag, { type: 'unit', style: 'short' }).format([...names, ...more]);
}

/** Closed off only where directions meet: a terminal of Latin text should show plain names that can be copied. */
export function closed(text: string, language: Language): string {
	return language === 'ar' || language === 'fa' || /[\u0590-\u08FF]/u.test(text) ? isolate(text, 'en') : text;
}

/** Why a file was not taken in, and what to do about it. */
export function refusalText(
	refusal: Refusal,
	file: string,
	means: { t: ImportTranslate; known: ReadonlySet<string>; language: Language }
): string[] {
	const { t, known, language } = means;
	const lines = [t('import.refused-head', { file: closed(file, language) })];
	if (refusal.problem) lines.push(...problemLines(t, known, language)([refusal.problem], 1));
	else lines.push(refusalReason(refusal, t, known));
	if (isOfCells(refusal)) lines.push(t('import.refused-cells-do'));
	if (refusal.report) {
		// What is odd about the file as a whole may be why.
		const odd = refusal.report.odd.filter(({ reach }) => reach === 'file');
		lines.push(...problemLines(t, known, language)([...odd, ...refusal.report.refused], odd.length + total(refusal.report, 'refused')));
	}
	return lines;
}

export function formatKey(format: string): TransferKey {
	return `import.format-${format}` as TransferKey;
}

function problemLines(t: ImportTranslate, known: ReadonlySet<string>, language: Language) {
	return (problems: readonly ForeignProblem[], all: number): string[] => [
		...problems.slice(0, SHOWN).map((problem) => {
			const { file, sheet, row, column } = problem.place;
			const at = [file, sheet, row].filter((part) => part !== undefined).join(':');
			const value = problem.value === '' ? '' : ` “${closed(showBidiControls(problem.value), language)}”`;
			return `  ${closed(at, language)}${column === undefined ? '' : ` [${closed(column, language)}]`}${value}: ${problemText(problem, t, known)}`;
		}),
		...(all > SHOWN ? [`  ${t('import.report-more', { count: all - Math.min(SHOWN, problems.length) })}`] : [])
	];
}

function total(report: ImportReport, severity: 'refused' | 'odd'): number {
	return report.counts.reduce((all, each) => all + (each.severity === severity ? each.count : 0), 0);
}

function sum(report: ImportReport, severity: 'refused' | 'odd', reach: 'cell' | 'row'): number {
	return report.counts.reduce((all, each) => all + (each.severity === severity && each.reach === reach ? each.count : 0), 0);
}
