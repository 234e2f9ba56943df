import type { Packer } from './interaction/packer.ts';
import { AT_ONCE } from './items/item.ts';
import type { TimelineInput } from './items/item.ts';
import type { packKept } from './layout/pack-kept.ts';
import type { rowsAndBars } from './layout/rows-and-bars.ts';
import { keepPacking, knownPacking, packRows } from './layout/pack-rows.ts';
import type { Packing, PackingOptions } from './layout/packing.ts';

const VAST = 200_000;

interface CrowdTools {
	readonly Packer: typeof Packer;
	readonly barsAlone: (input: TimelineInput, level: number) => Packing;
	readonly packKept: typeof packKept;
	readonly rowsAndBars: typeof rowsAndBars;
}

let tools: CrowdTools | null = null;

/** Fetches what only a large table needs. A page that gets one waits for it with the columns; the others never load it. */
export async function prepareCrowd(): Promise<void> {
	const [{ Packer }, { barsAlone }, { packKept }, { rowsAndBars }] = await Promise.all([
		import('./interaction/packer.ts'),
		import('./layout/bars-alone.ts'),
		import('./layout/pack-kept.ts'),
		import('./layout/rows-and-bars.ts')
	]);
	tools = { Packer, barsAlone, packKept, rowsAndBars };
}

/** Gives rows: of a small table at once, of a large one from its packer. */
export class RowGiver {
	readonly #ready: () => void;
	#packer: Packer | null = null;
	/** Its rows take longer. */
	#notAtOnce: TimelineInput | null = null;

	/** @param ready a packing has come: ask again */
	constructor(ready: () => void) {
		this.#ready = ready;
	}

	packed(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
		if (this.#isSmall(input)) return packRows(input, level, options);
		return tools?.packKept(input, level, options) ?? this.#packerFor(input)?.packed(input, level, options) ?? null;
	}

	request(input: TimelineInput, level: number, options: PackingOptions): void {
		if (this.#isSmall(input) || tools?.packKept(input, level, options)) return;
		this.#packerFor(input)?.request(input, level, options);
	}

	know(input: TimelineInput): void {
		this.#packerFor(input)?.know(input);
	}

	/** So many that sending them to their packer would hold the first picture up: it is sent them after it. */
	isVast(input: TimelineInput): boolean {
		return input.table.count > VAST;
	}

	/** Rows of what a filter has left, if they take no more than a frame; null: ask for them. */
	atOnce(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
		if (!tools || !this.isVast(input)) return null;
		const few = knownPacking(input, level, options) ?? tools.packKept(input, level, options);
		if (few || this.#notAtOnce === input) return few;
		const packing = tools.rowsAndBars(input, level, options);
		if (packing) keepPacking(input, level, options, packing);
		else this.#notAtOnce = input;
		return packing;
	}

	/** Bars for everything, where there are no rows yet. */
	barsAlone(input: TimelineInput, level: number, options: PackingOptions): Packing {
		return tools ? tools.barsAlone(input, level) : packRows(input, level, options);
	}

	stop(): void {
		this.#notAtOnce = null;
		this.#packer?.stop();
	}

	#packerFor(input: TimelineInput): Packer | null {
		return this.#isSmall(input) || !tools ? null : (this.#packer ??= new tools.Packer(this.#ready));
	}

	#isSmall(input: TimelineInput): boolean {
		return input.table.count <= AT_ONCE;
	}
}
