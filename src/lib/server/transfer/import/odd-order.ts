import type { DateValue } from '#lib/domain/claim.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { ForeignPlace, ForeignProblem } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';

interface DatedStage {
	readonly stage: string;
	readonly date?: DateValue;
}

/**
 * Stages that certainly came before one they follow: in force before signature, ended before it began. Possible (treaties
 * are applied provisionally, texts are antedated), so it is told and taken as it stands.
 */
export function oddOrder(stages: readonly DatedStage[], place: ForeignPlace): ForeignProblem[] {
	const order: readonly string[] = STAGES;
	const dated = stages
		.flatMap(({ stage, date }) => (date && date.edtf !== 'XXXX' ? [{ stage, date, edges: edgesOf(date.edtf) }] : []))
		.sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
	return dated.flatMap((later, at) => {
		const earlier = dated.slice(0, at).find(({ edges }) => later.edges.latestEnd <= edges.earliestStart);
		if (!earlier) return [];
		return [
			problemOf({ ...place, column: `stage:${later.stage}` }, 'odd', 'cell', 'stage-order', later.date.edtf, {
				stage: later.stage,
				before: earlier.stage,
				beforeDate: earlier.date.edtf
			})
		];
	});
}
