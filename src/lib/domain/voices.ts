import type { RecordedClaim } from './claim.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Whose word a claim is: its speaker, else the origin its source passes on, else the source itself. */
export function voiceOf(claim: RecordedClaim, sources: ResolveContext['sources']): string {
	return claim.said_by ?? originOf(claim.source, sources);
}

/** Follows "passes on" to its end. In a circle of sources that pass each other on, the first by name stands for all. */
export function originOf(source: string, sources: ResolveContext['sources']): string {
	const path = [source];
	for (;;) {
		const next = sources(path[path.length - 1] ?? source)?.passes_on;
		if (next === undefined) return path[path.length - 1] ?? source;
		const met = path.indexOf(next);
		if (met >= 0) return path.slice(met).toSorted()[0] ?? source;
		path.push(next);
	}
}
