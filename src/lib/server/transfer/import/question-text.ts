import { showBidiControls } from '#lib/language/bidi.ts';
import type { Language } from '#lib/language/locales.ts';
import type { TransferKey } from '#lib/language/translate.ts';
import type { ImportTranslate } from '#lib/formats/problem-text.ts';
import type { Refusal } from './import-task.ts';
import type { Question } from './questions.ts';
import { closed } from './report-text.ts';

/** A question in a sentence. */
export function askedText({ about, column }: Pick<Question, 'about' | 'column'>, t: ImportTranslate, known: ReadonlySet<string>): string {
	const key = `import.question-${about}`;
	return known.has(key)
		? t(key as TransferKey, { column: column ?? '', about })
		: t('import.question-other', { column: column ?? '', about });
}

/** The questions that keep a file from being taken in, each with its answers, and where to write them. */
export function questionText(
	refusal: Refusal,
	{ t, known, language }: { t: ImportTranslate; known: ReadonlySet<string>; language: Language }
): string[] {
	const { questions = [], mapping } = refusal;
	const lines = questions.flatMap((question) => [
		`? ${askedText(question, t, known)} ${question.candidates.join(' | ')}`,
		...Object.entries(question.readings ?? {}).map(
			([answer, readings]) =>
				`    ${answer}: ${readings.map((reading, at) => `${closed(showBidiControls(question.cells?.[at] ?? ''), language)} → ${reading}`).join(' · ')}`
		)
	]);
	const [encoding] = questions.find(({ about }) => about === 'encoding')?.candidates ?? [];
	if (encoding !== undefined) lines.push(t('import.answer-encoding', { encoding }));
	if (questions.some(({ about }) => about === 'date-order')) lines.push(t('import.answer-order'));
	if (mapping) lines.push(t('import.answer-in-mapping'), JSON.stringify(mapping, null, '\t'));
	return lines;
}
