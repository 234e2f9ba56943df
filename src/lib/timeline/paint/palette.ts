import type { ItemTone } from '../items/item.ts';

/** Colours by name, from the mock's table of tokens. Contrast was checked there against paper, tint and the kinds' tints. */
export const LIGHT = {
	paper: '#ffffff',
	ink: '#16191d',
	'ink-2': '#4a5159',
	'ink-3': '#656c74',
	accent: '#1d4fb8',
	'on-accent': '#ffffff',
	tint: '#eef3fd',
	edge: '#868c92',
	'rule-2': '#b9bdbe',
	rule: '#e5e6e4',
	grid: '#eeefed',
	event: '#3f4852',
	memorandum: '#00736b',
	contract: '#a14a00',
	treaty: '#86377b',
	'event-tint': '#eeeff1',
	'memorandum-tint': '#e3f2f0',
	'contract-tint': '#fbeee2',
	'treaty-tint': '#f6eaf4'
} as const;

export type Token = keyof typeof LIGHT;
export type Palette = Readonly<Record<Token, string>>;

export const DARK: Palette = {
	paper: '#121518',
	ink: '#eceeef',
	'ink-2': '#b4bbc1',
	'ink-3': '#929aa1',
	accent: '#8ab4ff',
	'on-accent': '#0d1a30',
	tint: '#18243a',
	edge: '#6f7880',
	'rule-2': '#4c545b',
	rule: '#272c31',
	grid: '#1d2125',
	event: '#c3cbd3',
	memorandum: '#4cc9bc',
	contract: '#f0a35e',
	treaty: '#de9ad3',
	'event-tint': '#262b30',
	'memorandum-tint': '#12302e',
	'contract-tint': '#38260f',
	'treaty-tint': '#362033'
};

/** Follow-ups are not agreements: they take the ink of events. */
export function toneToken(tone: ItemTone): Token {
	return tone === 'follow-up' ? 'event' : tone;
}

export function tintToken(tone: ItemTone): Token {
	return `${tone === 'follow-up' ? 'event' : tone}-tint`;
}

/** Font families of the painters, Latin and Cyrillic first, then Arabic script. */
export const FONT_FAMILIES = '"Inter Variable", "Vazirmatn Variable", system-ui, sans-serif';
