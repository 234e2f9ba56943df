/** What a text takes of its band: from, to, in px. */
export type Taken = readonly [number, number];

/**
 * The first of several places that lies within the bounds and has this much air to everything that stands there already.
 * @param standing what a place must keep clear of
 * @param air px
 */
export function firstFree<Place extends { readonly box: Taken }>(
	places: readonly Place[],
	standing: (place: Place) => readonly { readonly box: Taken }[],
	[least, most]: Taken,
	air: number
): Place | undefined {
	return places.find(
		(place) =>
			place.box[0] >= least &&
			place.box[1] <= most &&
			standing(place).every(({ box }) => box[1] + air <= place.box[0] + SLACK || box[0] - air >= place.box[1] - SLACK)
	);
}

/** What sums of fractions differ by, px. */
const SLACK = 1e-6;
