import { fail, redirect } from '@sveltejs/kit';
import { joinNames, markApart, refusalBy, undoApart, undoJoin } from '#lib/server/records/name-proposals/name-desk.ts';
import { stopComparing } from '#lib/server/records/name-proposals/comparing.ts';
import { namesMeanwhile, namesSoon } from './names-view.ts';

/** Proposals on one page; those settled make room for the next. */
const SHOWN = 100;
const LONGEST = 500;

export async function load({ locals, url, depends }) {
	depends('names:compared');
	const asked = { limit: SHOWN };
	if (url.searchParams.has('stopped')) return { names: await namesMeanwhile(locals.context, asked), compared: null, stopped: true };
	const found = await namesSoon(locals.context, asked);
	if ('view' in found) return { names: found.view, compared: null, stopped: false };
	return { names: await namesMeanwhile(locals.context, asked), compared: found.compared, stopped: false };
}

/** What was done, for the page to say. */
interface Done {
	readonly done: 'joined' | 'all' | 'apart' | 'unjoined' | 'together';
	readonly seq: number;
}

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
};

/** A refusal by the ledger is said on the page; the list below it is read anew. */
async function attempt(work: () => Promise<Done>) {
	try {
		return await work();
	} catch (error) {
		const refusal = refusalBy(error);
		if (refusal) return fail(409, { failed: refusal.code as string });
		throw error;
	}
}

export const actions = {
	/** Joins `one` and `other`; `into`, one of the two, keeps its address. */
	join: async ({ request, locals }) => {
		const form = await request.formData();
		const [one, other] = [text(form, 'one'), text(form, 'other')];
		const into = text(form, 'into') || other;
		const from = into === one ? other : one;
		return attempt(async () => ({
			done: 'joined',
			seq: await joinNames(locals.context, { from, into, because: text(form, 'because') })
		}));
	},
	/** Joins all that are proposed for one person, one entry each, so that each can be undone by itself. */
	all: async ({ request, locals }) => {
		const form = await request.formData();
		const { store } = locals.context;
		const intos = form.getAll('into').map(String);
		const because = form.getAll('because').map(String);
		return attempt(async () => {
			let seq = 0;
			for (const [at, one] of form.getAll('from').map(String).slice(0, SHOWN).entries()) {
				// An earlier one of these joins may have given one of the two another address.
				const [from, into] = [await store.alias(one), await store.alias(intos[at] ?? '')];
				if (from !== into) seq = await joinNames(locals.context, { from, into, because: (because[at] ?? '').slice(0, LONGEST) });
			}
			return { done: 'all', seq };
		});
	},
	apart: async ({ request, locals }) => {
		const form = await request.formData();
		const pair = { one: text(form, 'one'), other: text(form, 'other'), because: text(form, 'because') };
		return attempt(async () => {
			await markApart(locals.context, { ...pair, at: new Date().toISOString() });
			return { done: 'apart', seq: 0 };
		});
	},
	unjoin: async ({ request, locals }) => {
		const form = await request.formData();
		return attempt(async () => ({
			done: 'unjoined',
			seq: await undoJoin(locals.context, { from: text(form, 'from'), into: text(form, 'into') })
		}));
	},
	/** Stops comparing very many names. */
	stop: ({ locals, url }) => {
		stopComparing(locals.context.store);
		const language = url.searchParams.get('lang');
		redirect(303, `?stopped=1${language === null ? '' : `&lang=${encodeURIComponent(language)}`}`);
	},
	together: async ({ request, locals }) => {
		const form = await request.formData();
		const stood = await undoApart(locals.context, text(form, 'one'), text(form, 'other'));
		return stood ? ({ done: 'together', seq: 0 } satisfies Done) : fail(409, { failed: 'not kept apart' as string });
	}
};
