/** A state or a sign that a legend can explain, on the screen and in files. Order is the legend's. */
export const SIGNS = [
	'held',
	'planned',
	'not-reported',
	'doubt',
	'undated',
	'conflict',
	'moved',
	'possibly',
	'series',
	'leads-to',
	'density',
	'today'
] as const;
export type Sign = (typeof SIGNS)[number];
