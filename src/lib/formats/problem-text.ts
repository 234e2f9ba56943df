import type { MessageArguments, TransferKey, Translate } from '#lib/language/translate.ts';
import type { ForeignProblem } from './foreign.ts';

/** Translates the words of imports. */
export type ImportTranslate = Translate<TransferKey>;

/** What is wrong or odd, in a sentence; a code without a sentence of its own is shown as it is. */
export function problemText(problem: Pick<ForeignProblem, 'code' | 'args'>, t: ImportTranslate, known: ReadonlySet<string>): string {
	const key = `import.problem-${problem.code}`;
	if (!known.has(key)) return t('import.problem-other', { code: problem.code });
	return t(key as TransferKey, withDefaults(problem.args));
}

/** Sentences may name arguments that not every reader gives. */
const DEFAULTS: MessageArguments = {
	first: 0,
	count: 0,
	expected: 0,
	found: 0,
	column: 0,
	begins: 0,
	number: 0,
	rows: 0,
	most: 0,
	length: 0,
	name: '',
	zone: '',
	start: '',
	stage: '',
	before: '',
	beforeDate: '',
	members: '',
	reason: '',
	encoding: '',
	open: '',
	message: '',
	code: '',
	weekday: '',
	other: '',
	rule: '',
	kind: '',
	calendar: '',
	order: '',
	date: '',
	option: '',
	format: '',
	known: '',
	file: '',
	source: '',
	kept: 0,
	gone: 0,
	refused: 0
};

/** The arguments of a sentence, with those that are not given empty. */
export function withDefaults(args: MessageArguments = {}): MessageArguments {
	return { ...DEFAULTS, ...args };
}

/** What was refused as a whole: a code (messages `import.refused-CODE`) and what its sentence names. */
interface Refused {
	readonly code: string;
	readonly args: Readonly<Record<string, string | number>>;
}

/** Why a file, or an undo, was refused, in a sentence. */
export function refusalReason({ code, args }: Refused, t: ImportTranslate, known: ReadonlySet<string>): string {
	const key = `import.refused-${code}`;
	const said = withDefaults(args);
	if (code === 'option-not-for-format')
		return t('import.refused-option-not-for-format', { ...said, format: t(`import.format-${String(args['format'])}` as TransferKey) });
	if (known.has(key)) return t(key as TransferKey, said);
	return code.startsWith('store-') ? t('import.refused-store-other', said) : `${code} ${JSON.stringify(args)}`;
}

/** Whether a table is refused for the number of cells of a row: such rows can be left out. */
export function isOfCells({ code }: Pick<Refused, 'code'>): boolean {
	return code === 'cells-too-few' || code === 'cells-too-many';
}
