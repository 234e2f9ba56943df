import { MOST_SHARED, type Refusal } from '#lib/server/sharing/limit-context.ts';
import { problem } from './answers.ts';

/** What a program is told that asks for a view which cannot be given: how much it holds, and how much a link does. */
export function refusal(refused: Refusal, parameter?: string): Response {
	const own = parameter === undefined ? {} : { parameter };
	return refused.refused === 'being-built'
		? problem(503, { ...own, code: 'search-being-built', message: 'Search is being built. Ask again in a few seconds.' })
		: problem(409, {
				...own,
				code: 'too-many-records',
				message: `${refused.count} records are asked for; a shared view, and the steps of a deck that others follow, hold ${MOST_SHARED} at most. Narrow it.`
			});
}
