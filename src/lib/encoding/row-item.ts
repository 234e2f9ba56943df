import type { ColumnSet, RowWords } from '#lib/columns/column-set.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { DateParts } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { CONFLICT, ITEM_SHAPES, ITEM_TONES, NOT_REPORTED, PLANNED, type Item } from '#lib/timeline/items/item.ts';
import { detailOf, sentenceOf } from './describe-row.ts';
import type { RowTable } from './item-table.ts';
import type { Reader } from './reader.ts';
import { saidLines } from './said-lines.ts';

/** A row in a reader's words. They are made when first asked for and then kept: words are by far the costliest part of an item. */
export class RowTexts {
	readonly words: RowWords | undefined;
	readonly name: string;
	readonly language: string;
	readonly #set: ColumnSet;
	readonly #row: number;
	readonly #reader: Reader;
	#detail: string | undefined;
	#sentence: string | undefined;
	#said: readonly string[] | undefined;

	constructor(set: ColumnSet, row: number, words: RowWords | undefined, reader: Reader) {
		const title = words && textIn(words.title, reader.language, set.id.at(row));
		this.words = words;
		this.name = title?.text ?? '';
		this.language = title?.language ?? reader.language;
		this.#set = set;
		this.#row = row;
		this.#reader = reader;
	}

	get detail(): string {
		return (this.#detail ??= this.words ? detailOf(this.#set, this.#row, this.#reader) : '');
	}

	get sentence(): string {
		return (this.#sentence ??= this.words ? sentenceOf(this.#set, this.#row, this.#reader) : '');
	}

	get said(): readonly string[] {
		const date = this.words?.date;
		// The phrase stands in the sentence already.
		return (this.#said ??= date ? saidLines({ ...date, words: undefined }, this.#reader) : []);
	}

	/** What is said beside an item that may match the days asked for, or may not. */
	get possibly(): string {
		return this.#reader.t('doubt.sentence');
	}
}

/** What an item has beside its table. */
export interface Placed {
	readonly lane: number;
	readonly possibly: boolean;
	readonly parts: DateParts | null;
	readonly texts: RowTexts;
}

/** An item of a table, as it is drawn. */
export class RowItem implements Item {
	readonly id: string;
	readonly edges: Edges | null;
	readonly parts: DateParts | null;
	readonly lane: number;
	readonly shape: Item['shape'];
	readonly tone: Item['tone'];
	readonly planned: boolean;
	readonly notReported: boolean;
	readonly conflict: boolean;
	readonly versions: readonly Edges[];
	readonly ghosts: readonly Edges[];
	readonly weight: number;
	readonly possibly: boolean;
	readonly texts: RowTexts;

	constructor(id: string, table: RowTable, index: number, place: Placed) {
		const { earliestStart, latestStart, earliestEnd, latestEnd } = table;
		const flags = table.flags[index]!;
		const { words } = place.texts;
		this.id = id;
		this.edges = Number.isNaN(earliestStart[index]!)
			? null
			: {
					earliestStart: earliestStart[index]!,
					latestStart: latestStart[index]!,
					earliestEnd: earliestEnd[index]!,
					latestEnd: latestEnd[index]!
				};
		this.parts = this.edges && place.parts;
		this.lane = place.lane;
		this.shape = ITEM_SHAPES[table.shape[index]!] ?? 'small-circle';
		this.tone = ITEM_TONES[table.tone[index]!] ?? 'event';
		this.planned = (flags & PLANNED) !== 0;
		this.notReported = (flags & NOT_REPORTED) !== 0;
		this.conflict = (flags & CONFLICT) !== 0;
		this.versions = words?.dateVersions.map((date) => edgesOf(date.edtf)) ?? [];
		this.ghosts = words?.earlierDates.map((date) => edgesOf(date.edtf)) ?? [];
		this.weight = table.weight[index]!;
		this.possibly = place.possibly;
		this.texts = place.texts;
	}

	get name(): string {
		return this.texts.name;
	}

	get detail(): string {
		return this.texts.detail;
	}

	get said(): readonly string[] {
		return this.texts.said;
	}

	get sentence(): string {
		const { sentence } = this.texts;
		return this.possibly && this.edges && sentence ? `${sentence} ${this.texts.possibly}` : sentence;
	}

	get language(): string {
		return this.texts.language;
	}
}
