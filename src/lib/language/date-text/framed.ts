import type { TermCursor } from './cursor.ts';
import type { Limit } from './limits.ts';
import type { Context } from './parts.ts';
import type { Phrase } from './phrase.ts';
import type { Point } from './point.ts';
import { readPhrase } from './read-phrase.ts';

/** Signs and words around a date that were read before it. */
export interface Frame {
	limit: Limit | undefined;
	approximate: boolean;
	uncertain: boolean;
}

/** A date with the doubt that stands around it. @throws DateTextError where none is there */
export function phraseOrFail(cursor: TermCursor, context: Context): Phrase & Frame {
	const frame: Frame = { limit: undefined, approximate: false, uncertain: false };
	readDoubt(cursor, frame);
	skipUnitIn(cursor);
	if (cursor.takeJoint('in', 'within')) readDoubt(cursor, frame);
	cursor.skipFillers();
	readDoubt(cursor, frame);
	const phrase = readPhrase(cursor, context) ?? cursor.fail('a date');
	readDoubt(cursor, frame);
	return { ...phrase, ...frame };
}

/** "a day in January", "year in the 1860s": some time in it, as the date itself says. */
function skipUnitIn(cursor: TermCursor): void {
	cursor.attempt(() => {
		cursor.take('count');
		return (cursor.take('unit') && cursor.seesJoint('in')) || null;
	});
}

/** "about", "?" and their like, wherever they stand. */
export function readDoubt(cursor: TermCursor, frame: Frame): void {
	for (;;) {
		if (cursor.takeJoint('about') || cursor.takeSign('~') || cursor.takeSign('≈')) frame.approximate = true;
		else if (cursor.takeJoint('maybe') || cursor.takeSign('?')) frame.uncertain = true;
		else if (cursor.seesSign('(') && cursor.seesSign(')', 2) && (cursor.seesJoint('maybe', 1) || cursor.seesJoint('about', 1))) {
			if (cursor.seesJoint('maybe', 1)) frame.uncertain = true;
			else frame.approximate = true;
			cursor.at += 3;
		} else if (cursor.seesSign('(') && cursor.seesSign('?', 1) && cursor.seesSign(')', 2)) {
			frame.uncertain = true;
			cursor.at += 3;
		} else if ((frame.approximate || frame.uncertain) && cursor.takeSign(':')) continue;
		else return;
	}
}

export function doubted(point: Point, { approximate, uncertain }: Pick<Frame, 'approximate' | 'uncertain'>): Point {
	return {
		...point,
		...((approximate || point.approximate) && { approximate: true }),
		...((uncertain || point.uncertain) && { uncertain: true })
	};
}
