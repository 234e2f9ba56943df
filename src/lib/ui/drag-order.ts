/** So near to an edge of the window, px, a drag scrolls the page; by so much a frame. */
const EDGE = 70;
const SCROLL = 10;

/**
 * Lets the entries of a list be put in another order by dragging them by a `[data-handle]` inside: with a mouse, a pen or a finger.
 * An attachment for the list; the entries are its children. Whoever uses it offers another way for keys, and for pages without
 * scripts.
 * @param onmove called when an entry is let go somewhere else, with places counted from 0
 */
export function dragOrder(onmove: (from: number, to: number) => void): (list: HTMLElement) => () => void {
	return (list) => {
		let stop: (() => void) | null = null;

		function begin(e: PointerEvent): void {
			const entry = [...list.children].find((child) => child.contains(e.target as Node));
			if (e.button !== 0 || !(e.target as HTMLElement).closest('[data-handle]') || !(entry instanceof HTMLElement) || stop) return;
			e.preventDefault();
			stop = drag(list, entry, e, (from, to) => {
				stop = null;
				if (from !== to) onmove(from, to);
			});
		}
		list.addEventListener('pointerdown', begin);
		return () => {
			list.removeEventListener('pointerdown', begin);
			stop?.();
		};
	};
}

/** One drag, until it is let go, given up or lost. */
function drag(list: HTMLElement, entry: HTMLElement, down: PointerEvent, done: (from: number, to: number) => void): () => void {
	const entries = [...list.children].filter((child) => child instanceof HTMLElement);
	const from = entries.indexOf(entry);
	const top = list.getBoundingClientRect().top;
	// Where entries stand, from the top of the list: that stays while the page scrolls.
	const middles = entries.map((each) => each.getBoundingClientRect()).map((at) => (at.top + at.bottom) / 2 - top);
	const height = entry.offsetHeight;
	const grip = down.clientY - top;
	let pointer = down.clientY;
	let to = from;
	let frame = requestAnimationFrame(follow);

	function follow(): void {
		frame = requestAnimationFrame(follow);
		if (pointer < EDGE) scrollBy(0, -SCROLL);
		else if (pointer > innerHeight - EDGE) scrollBy(0, SCROLL);
		place();
	}
	function place(): void {
		const way = pointer - list.getBoundingClientRect().top - grip;
		const middle = middles[from]! + way;
		to = from;
		// An entry gives way when the edge that comes towards it is over its middle, however high the two are.
		while (way < 0 && to > 0 && middle - height / 2 < middles[to - 1]!) to--;
		while (way > 0 && to < entries.length - 1 && middle + height / 2 > middles[to + 1]!) to++;
		entry.style.transform = `translateY(${way}px)`;
		entries.forEach((each, at) => {
			if (each === entry) return;
			const shift = at > from && at <= to ? -height : at < from && at >= to ? height : 0;
			each.style.transform = shift === 0 ? '' : `translateY(${shift}px)`;
		});
	}
	function end(kept: boolean): void {
		cancelAnimationFrame(frame);
		// The last move may not have had a frame of its own.
		if (kept) place();
		for (const [type, listener] of listeners) removeEventListener(type, listener, true);
		for (const each of entries) each.style.transform = '';
		list.removeAttribute('data-dragging');
		entry.removeAttribute('data-dragged');
		done(from, kept ? to : from);
	}
	const own = (e: Event): e is PointerEvent => e instanceof PointerEvent && e.pointerId === down.pointerId;
	const listeners = new Map<string, (e: Event) => void>([
		['pointermove', (e) => own(e) && (pointer = e.clientY)],
		['pointerup', (e) => own(e) && end(true)],
		['pointercancel', (e) => own(e) && end(false)],
		[
			'keydown',
			(e) => {
				if (!(e instanceof KeyboardEvent) || e.key !== 'Escape') return;
				e.preventDefault();
				e.stopPropagation();
				end(false);
			}
		]
	]);
	for (const [type, listener] of listeners) addEventListener(type, listener, true);
	// Beyond the edges of the window too.
	list.setPointerCapture(down.pointerId);
	list.setAttribute('data-dragging', '');
	entry.setAttribute('data-dragged', '');
	return () => end(false);
}
