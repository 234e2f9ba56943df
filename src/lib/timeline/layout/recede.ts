import type { Scene, SceneText } from '../scene.ts';

/** The scene with these items drawn back: shapes and spans faint, words in the quietest ink that can still be read. They keep their places. */
export function recede(scene: Scene, recedes: (item: number) => boolean): Scene {
	const faintly = <T extends { readonly item: number; readonly faint: boolean }>(drawn: readonly T[]): T[] =>
		drawn.map((each) => (recedes(each.item) ? { ...each, faint: true } : each));
	const quietly = (texts: readonly SceneText[]): SceneText[] =>
		texts.map((text) => (text.item !== null && recedes(text.item) ? { ...text, runs: text.runs.map(quiet) } : text));
	return {
		...scene,
		marks: faintly(scene.marks),
		spans: faintly(scene.spans),
		labels: quietly(scene.labels),
		shelf: scene.shelf && { ...scene.shelf, marks: faintly(scene.shelf.marks), labels: quietly(scene.shelf.labels) }
	};
}

/** Words on a solid bar stay as they are: the bar itself recedes. */
function quiet(run: SceneText['runs'][number]): SceneText['runs'][number] {
	return run.ink === 'paper' ? run : { ...run, weight: 400, ink: 'ink-3' };
}
