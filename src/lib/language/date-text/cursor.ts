import type { Joint, Meaning } from './meaning.ts';
import { DateTextError } from './reading.ts';
import type { Term } from './terms.ts';

type MeaningOf<Is extends Meaning['is']> = Extract<Meaning, { is: Is }>;

/** Walks over the terms of a text. `take…` moves on where the term fits, and leaves all as it was where it does not. */
export class TermCursor {
	readonly terms: readonly Term[];
	readonly length: number;
	at = 0;
	/** After "before" or "after" whatever cannot be read is rather an event than a date. */
	besideLimit = false;

	constructor(terms: readonly Term[], length: number) {
		this.terms = terms;
		this.length = length;
	}

	get done(): boolean {
		return this.at >= this.terms.length;
	}

	term(ahead = 0): Term | undefined {
		return this.terms[this.at + ahead];
	}

	/** Where the next term begins in the text. */
	get position(): number {
		return this.term()?.at ?? this.length;
	}

	sees<Is extends Meaning['is']>(is: Is, ahead = 0): MeaningOf<Is> | undefined {
		return this.term(ahead)?.meanings?.find((meaning): meaning is MeaningOf<Is> => meaning.is === is);
	}

	take<Is extends Meaning['is']>(is: Is): MeaningOf<Is> | undefined {
		const found = this.sees(is);
		if (found) this.at++;
		return found;
	}

	seesJoint(joint: Joint, ahead = 0): boolean {
		return this.term(ahead)?.meanings?.some((meaning) => meaning.is === 'joint' && meaning.joint === joint) ?? false;
	}

	takeJoint(...joints: readonly Joint[]): boolean {
		const found = joints.some((joint) => this.seesJoint(joint));
		if (found) this.at++;
		return found;
	}

	seesSign(sign: string, ahead = 0): boolean {
		return this.term(ahead)?.sign === sign;
	}

	takeSign(sign: string): boolean {
		const found = this.seesSign(sign);
		if (found) this.at++;
		return found;
	}

	/** How many terms after the figure here make it an ordinal ("5th", "5-го"): they are joined to it. */
	ordinalEnding(): number {
		const dash = this.seesSign('-', 1) ? 1 : 0;
		const joined = this.term(1 + dash)?.at === this.term(dash)?.end;
		return joined && this.seesJoint('ordinal-ending', 1 + dash) ? 1 + dash : 0;
	}

	/** Words that may stand anywhere and change nothing. */
	skipFillers(): void {
		while (this.seesJoint('filler') && !this.sees('unit')) this.at++;
	}

	/** What `read` finds, or null with the cursor back where it was. */
	attempt<T>(read: () => T | null): T | null {
		const from = this.at;
		const found = read();
		if (found === null) this.at = from;
		return found;
	}

	/** Gives up, at the first word from here on that is no word of dates, else right here. */
	fail(expected: string): never {
		const strange = this.terms.slice(this.at).find(({ meanings }) => meanings?.length === 0);
		const term = strange ?? this.term();
		if (!term) throw new DateTextError('unfinished', this.length, expected);
		const unknown = strange !== undefined;
		throw new DateTextError(unknown && this.besideLimit ? 'other-event' : 'unreadable', term.at, expected);
	}
}
