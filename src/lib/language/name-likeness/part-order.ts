import type { NamePart } from './name-parts.ts';

/**
 * Whether the parts of two names that go together stand in another order: Hassan Ali and Ali Hassan. Where one name has a
 * comma, the order it stands for counts too: "Abedi, Meysam" is Meysam Abedi.
 * @param matched numbers of the parts that go together
 * @param commas letters of each name's parts before its comma; 0: it has none
 * @param worth of a pair; parts that may as well change places are in no other order
 */
export function otherOrder(
	matched: readonly (readonly [number, number])[],
	left: readonly NamePart[],
	right: readonly NamePart[],
	[leftComma, rightComma]: readonly [number, number],
	worth: (i: number, j: number) => number
): boolean {
	if (inOrder(matched) || !crossed(matched, AS_WRITTEN, AS_WRITTEN, worth)) return false;
	if (leftComma === 0 && rightComma === 0) return true;
	return crossed(matched, placesOf(left, leftComma), placesOf(right, rightComma), worth);
}

/** Most pairs are: it is asked of millions. */
function inOrder(matched: readonly (readonly [number, number])[]): boolean {
	for (let at = 1; at < matched.length; at++) {
		const [one, other] = [matched[at - 1]!, matched[at]!];
		if (one[0] < other[0] !== one[1] < other[1]) return false;
	}
	return true;
}

type Places = (part: number) => number;
const AS_WRITTEN: Places = (part) => part;

/** Where parts stand when those before the comma are put last; by letters, so that parts made one keep their place. */
function placesOf(parts: readonly NamePart[], comma: number): Places {
	if (comma === 0) return AS_WRITTEN;
	let letters = 0;
	const places = parts.map(({ text }) => {
		const place = letters < comma ? letters + Number.MAX_SAFE_INTEGER / 2 : letters;
		letters += text.length;
		return place;
	});
	return (part) => places[part]!;
}

function crossed(
	matched: readonly (readonly [number, number])[],
	leftPlace: Places,
	rightPlace: Places,
	worth: (i: number, j: number) => number
): boolean {
	return matched.some(([i, j], at) =>
		matched
			.slice(at + 1)
			.some(
				([k, l]) => leftPlace(i) < leftPlace(k) !== rightPlace(j) < rightPlace(l) && worth(i, j) + worth(k, l) > worth(i, l) + worth(k, j)
			)
	);
}
