import type { Refusal } from '#lib/server/sharing/limit-context.ts';
import type { Share } from '#lib/server/sharing/shares.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { queryText, viewToParams } from '#lib/view/to-url.ts';
import { asofOf } from './asof.ts';
import { limitedOf, sharesOf } from './share-context.ts';
import { shareEnd } from './share-end.ts';

const LONGEST_VIEW = 8_000;

export interface ShareRequest {
	readonly view: string;
	readonly frozen: boolean;
	readonly name: string;
	/** ISO day or instant; null: after the usual time. */
	readonly ends: string | null;
}

/** Makes a share of a view as it stands now. @returns what is wrong with the request, by parameter, when it cannot */
export async function makeShare(
	{ context, language, months }: Pick<App.Locals, 'context' | 'language' | 'months'>,
	{ view: query, frozen, name, ends }: ShareRequest
): Promise<
	| { readonly share: Share }
	| { readonly parameter: 'view' | 'ends'; readonly code: 'invalid-parameter' }
	| ({ readonly parameter: 'view' } & Refusal)
> {
	if (query.length > LONGEST_VIEW) return { parameter: 'view', code: 'invalid-parameter' };
	const { view, problems } = viewFromUrl(new URLSearchParams(query.replace(/^\?/, '')), defaultView(language));
	if (problems.length > 0) return { parameter: 'view', code: 'invalid-parameter' };
	const until = shareEnd(ends, { zone: context.zone, now: Date.now() });
	if (until === null) return { parameter: 'ends', code: 'invalid-parameter' };
	// A view of what was known at a moment is given as of that moment, whether or not it is to stay so: it does not change any more.
	const asof = await asofOf(context, new URLSearchParams(view.asof === null ? '' : { asof: view.asof }));
	if ('refused' in asof) return { parameter: 'view', code: 'invalid-parameter' };
	const seq = asof.seq ?? (await context.columns()).seq;
	const shares = sharesOf(context);
	const share = await shares.make({
		name: name.trim().slice(0, 200),
		view: queryText(viewToParams({ ...view, asof: null }, defaultView(view.lang), { share: true })),
		frozen: frozen || asof.seq !== null,
		seq,
		today: context.today(),
		zone: context.zone,
		language: view.lang,
		calendar: view.cal[0],
		...(months !== 'usual' && { months }),
		direction: view.dir,
		ends: until
	});
	const limited = await limitedOf(context, share);
	if (!('refused' in limited)) return { share };
	await shares.revoke(share.token);
	return { parameter: 'view', ...limited };
}
