import { untrack } from 'svelte';

/** A hand that types on comes back before this: what is worked out for nobody would be in its way. */
const REST_MS = 120;

/**
 * A value that a large set need not have for its next picture: worked out after the frame that what it hangs on has changed in. Of a
 * small set, and before any script has run, it is worked out where it is read. Call while a component is set up.
 * @param waits whether it may come later
 * @param of what it hangs on: read for being read, and cheap
 */
export function later<T>(
	value: () => T,
	{ waits, of }: { readonly waits: () => boolean; readonly of: () => unknown }
): { readonly now: T } {
	let held = $state.raw<{ readonly value: T } | null>(null);
	let seen: unknown = undefined;
	const now = $derived(waits() && held ? held.value : value());
	$effect(() => {
		void of();
		if (!waits()) return void (held = null);
		// What was worked out for the first picture stands.
		if (seen === undefined) {
			seen = true;
			return void (held = { value: untrack(() => now) });
		}
		let timer: ReturnType<typeof setTimeout> | undefined;
		const frame = requestAnimationFrame(() => (timer = setTimeout(() => (held = { value: untrack(value) }), REST_MS)));
		return () => {
			cancelAnimationFrame(frame);
			clearTimeout(timer);
		};
	});
	return {
		get now() {
			return now;
		}
	};
}
