/** The four steps of the way an agreement goes; which of them each stage stands on. */
const STEP: Readonly<Record<string, number>> = {
	proposed: 0,
	negotiated: 0,
	memorandum: 1,
	signed: 1,
	contract: 2,
	'in force': 3,
	'carried out': 3,
	ended: 3
};

/**
 * Step (0 to 3) of a status such as `agreement:contract`: proposal, first paper, contract, in force and after.
 * -1 when it stands on none: nothing is reported, or the agreement lapsed wherever it was.
 */
export function stageStep(status: string): number {
	return STEP[status.slice(status.indexOf(':') + 1)] ?? -1;
}
