import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { ItemShape, ItemTone } from '#lib/timeline/items/item.ts';

export interface Mark {
	readonly shape: ItemShape;
	readonly tone: ItemTone;
}

const EVENT_SHAPE: Readonly<Record<string, ItemShape>> = {
	'event:session': 'circle',
	'event:conference': 'circle',
	'event:treaty': 'circle'
};

const AGREEMENT_MARK: Readonly<Record<string, Mark>> = {
	'agreement:treaty': { shape: 'hexagon', tone: 'treaty' },
	'agreement:contract': { shape: 'square', tone: 'contract' },
	'agreement:memorandum': { shape: 'diamond', tone: 'memorandum' },
	'agreement:protocol': { shape: 'diamond', tone: 'memorandum' },
	'agreement:documents': { shape: 'diamond', tone: 'memorandum' }
};

const CONTRACT: Mark = { shape: 'square', tone: 'contract' };
const MEMORANDUM: Mark = { shape: 'diamond', tone: 'memorandum' };

/** Shape and colour of a row: circles are events, polygons agreements; a proposal looks like what it is to become. */
export function markOf(set: ColumnSet, row: number): Mark {
	const subkind = set.subkind.values[set.subkind.codes[row] ?? -1] ?? '';
	if (set.kind[row] === 0) return { shape: EVENT_SHAPE[subkind] ?? 'small-circle', tone: 'event' };
	if (set.kind[row] === 2) return { shape: 'flag', tone: 'follow-up' };
	return AGREEMENT_MARK[subkind] ?? (stagesOf(set, row).some((stage) => stage.endsWith('contract')) ? CONTRACT : MEMORANDUM);
}

/** Whether a subkind of agreements has one mark whatever its stages. */
export function isMarkedByKind(subkind: string): boolean {
	return subkind in AGREEMENT_MARK;
}

/** Stages of an agreement's row, `planned:` before those only hoped for. */
export function stagesOf(set: ColumnSet, row: number): string[] {
	const stages: string[] = [];
	for (let i = set.stages.offsets[row] ?? 0; i < (set.stages.offsets[row + 1] ?? 0); i++) {
		stages.push(set.stages.values[set.stages.codes[i] ?? -1] ?? '');
	}
	return stages;
}

/** Planned, and its last due day has passed without a report. */
export function isNotReported(set: ColumnSet, row: number, today: number): boolean {
	return set.planned[row] === 1 && (set.latestEnd[row] ?? NaN) <= today;
}
