import { on } from 'svelte/events';

/** A filter, or ('') the choice of columns, that is open, and the button that opened it. */
export interface OpenDialog {
	readonly opened: string;
	readonly anchor: HTMLElement;
}

/** One listener for every button that opens a dialog (`data-opens`), as an attachment. A press on the button of the open one closes it. */
export function dialogButtons(now: () => OpenDialog | null, show: (dialog: OpenDialog | null) => void): (whole: HTMLElement) => () => void {
	/** The button whose dialog stood open when it was pressed. */
	let shutBy: HTMLElement | null = null;
	return (whole) => {
		const off = [
			on(whole, 'pointerdown', () => (shutBy = now()?.anchor ?? null)),
			on(whole, 'click', (e) => {
				const anchor = (e.target as HTMLElement).closest<HTMLElement>('[data-opens]');
				if (anchor) show(shutBy === anchor ? null : { opened: anchor.dataset['opens'] ?? '', anchor });
				shutBy = null;
			})
		];
		return () => off.forEach((stop) => stop());
	};
}
