/** A column as `cols` asks for it: `title!` is pinned to the start, `date:160` is 160 px wide, `title!:300` is both. */
export interface ColumnChoice {
	readonly id: string;
	readonly pinned: boolean;
	/** CSS pixels; null: its share of the table. */
	readonly width: number | null;
}

/** Narrowest and widest a column can be asked for, px. */
export const LEAST_WIDTH = 48;
export const MOST_WIDTH = 1200;

/** A choice read, and whether anything behind the name was no good and so left out. Null without a name to keep. */
export function readColumnChoice(text: string): { readonly choice: ColumnChoice; readonly whole: boolean } | null {
	const [, id, tail = ''] = /^([a-z][\w.-]{0,99})((?:[!:].*)?)$/is.exec(text) ?? [];
	if (id === undefined) return null;
	const pinned = tail.startsWith('!');
	const size = tail.slice(pinned ? 1 : 0);
	const width = /^:\d{1,4}$/.test(size) ? Number(size.slice(1)) : NaN;
	const fits = width >= LEAST_WIDTH && width <= MOST_WIDTH;
	return { choice: { id, pinned, width: fits ? width : null }, whole: fits || size === '' };
}

/** The inverse of `readColumnChoice`. */
export function columnChoiceText({ id, pinned, width }: ColumnChoice): string {
	return id + (pinned ? '!' : '') + (width === null ? '' : `:${width}`);
}

/** The choices a `cols` value makes, a column once. */
export function columnChoices(cols: readonly string[]): ColumnChoice[] {
	const choices = new Map<string, ColumnChoice>();
	for (const text of cols) {
		const choice = readColumnChoice(text)?.choice;
		if (choice && !choices.has(choice.id)) choices.set(choice.id, choice);
	}
	return [...choices.values()];
}
