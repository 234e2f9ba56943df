import type { Language, Text } from './text.ts';
import type { RecordKind } from './kinds.ts';

/** The reserved source of the desk's own wording. It is no record; factual fields may not come from it. */
export const DESK = 'desk';

/** A date inside a claim: EDTF plus how it was said. `edtf` is Gregorian, ASCII digits. */
export interface DateValue {
	readonly edtf: string;
	/** The words the date was given in, by language (a translation stands under its own language). */
	readonly words?: Text;
	/** EDTF day the words were said on. */
	readonly said?: string;
	readonly calendar?: 'gregorian' | 'persian' | 'islamic';
	/** The rule that turned the words into `edtf`, such as `within next year`. */
	readonly rule?: string;
}

/** A range of a quantity; null is open. Both equal: exact. */
export interface RangeValue {
	readonly min: number | null;
	readonly max: number | null;
}

/** One source's word on fields of a record. Named `seq.n` once it is in the ledger. */
export interface Claim {
	readonly record: string;
	readonly kind: RecordKind;
	/** A source record's id, or `desk`. */
	readonly source: string;
	/** Paragraph counted from 1, or another place ("header"). */
	readonly where?: number | string;
	/** Actor who said it. */
	readonly said_by?: string;
	/** EDTF; default: the source's publication. */
	readonly said_on?: string;
	/** 1 (confirmed) – 6 (cannot be judged). */
	readonly credibility?: 1 | 2 | 3 | 4 | 5 | 6;
	/** Field name → value; lists are arrays of elements; null means "says it is not so / has none". */
	readonly fields: Readonly<Record<string, unknown>>;
	readonly quote?: { readonly text: string; readonly language: Language };
	/** What an imported file says of the record that has no field here, by header or member, as it was written. */
	readonly rest?: Readonly<Record<string, string>>;
}

/** A claim as the ledger keeps it. `redacted` claims keep their id and place, but no payload. */
export interface RecordedClaim extends Claim {
	readonly id: string;
	readonly seq: number;
	readonly redacted?: true;
}
