import * as v from 'valibot';

/** What everyone in a room sees. */
export interface StageState {
	/** The step's id; '' before the first. */
	readonly step: string;
	/** The view as it stands, which the presenter may have moved since the step came: the text after `?`. */
	readonly view: string;
	/** Nothing is shown: eyes are to be on the speaker. */
	readonly blank: boolean;
	/** The presenter's pointer as fractions of the stage, from the left and the top; null: none. */
	readonly pointer: { readonly x: number; readonly y: number } | null;
}

export const AT_FIRST: StageState = { step: '', view: '', blank: false, pointer: null };

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const schema = v.object({
	step: v.pipe(v.string(), v.maxLength(40)),
	view: v.pipe(v.string(), v.maxLength(8_000)),
	blank: v.boolean(),
	pointer: v.nullable(v.object({ x: fraction, y: fraction }))
});

/** A state that came over the wire; null when it is none. */
export function readStageState(value: unknown): StageState | null {
	const result = v.safeParse(schema, value);
	return result.success ? result.output : null;
}
