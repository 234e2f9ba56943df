/** The panel's code travels with the page only where a record is selected from the start. */
export async function load({ data }) {
	return { ...data, panel: data.answer ? (await import('./parts/DetailPanel.svelte')).default : null };
}
