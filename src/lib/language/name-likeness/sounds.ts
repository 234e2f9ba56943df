/**
 * Letters of four scripts put into one alphabet of consonants, so that ميثم, میثم, Meysam and Мейсам can be laid side by
 * side. Vowels, hamza, ا and ع are left out: scripts and transliterators agree least on them. و and ی (u, w, i, y, у, и)
 * are kept as weak sounds: they are vowels as often as consonants.
 */

/** A consonant class, one character: `C` is sh, `x` kh, `j` also ch and zh, `v` also f, `b` also p; `w` and `y` are weak. */
export interface Sound {
	readonly sound: string;
	/** The folded letters it was written with. */
	readonly letters: string;
	/** What it counts for: w and y a third of the others, h at a word's end hardly more (زاده, Zadeh, заде). */
	readonly weight: number;
}

export type Script = 'latin' | 'arabic' | 'cyrillic' | 'other';

/** Letters → sounds, a character each; longer spellings stand before the shorter ones they begin with. */
const SPELLINGS: Readonly<Record<Exclude<Script, 'other'>, Readonly<Record<string, string>>>> = {
	latin: {
		shch: 'C',
		sch: 'C',
		tch: 'j',
		sh: 'C',
		ch: 'j',
		zh: 'j',
		dj: 'j',
		kh: 'x',
		gh: 'g',
		th: 's',
		dh: 'z',
		ph: 'v',
		ck: 'k',
		oo: 'w',
		ou: 'w',
		ee: 'y',
		ce: 's',
		ci: 'sy',
		b: 'b',
		c: 'k',
		d: 'd',
		f: 'v',
		g: 'g',
		h: 'h',
		i: 'y',
		j: 'j',
		k: 'k',
		l: 'l',
		m: 'm',
		n: 'n',
		p: 'b',
		q: 'k',
		r: 'r',
		s: 's',
		t: 't',
		u: 'w',
		v: 'v',
		w: 'w',
		x: 'ks',
		y: 'y',
		z: 'z'
	},
	// Arabic has no letter for ч: غورباتشوف. ة and all forms of ه, ي and ك come folded.
	arabic: {
		تش: 'j',
		ث: 's',
		س: 's',
		ص: 's',
		ذ: 'z',
		ز: 'z',
		ض: 'z',
		ظ: 'z',
		ط: 't',
		ت: 't',
		ح: 'h',
		ه: 'h',
		ق: 'k',
		ک: 'k',
		غ: 'g',
		گ: 'g',
		ج: 'j',
		چ: 'j',
		ژ: 'j',
		ش: 'C',
		خ: 'x',
		ف: 'v',
		ڤ: 'v',
		پ: 'b',
		ب: 'b',
		د: 'd',
		ر: 'r',
		ل: 'l',
		م: 'm',
		ن: 'n',
		و: 'w',
		ی: 'y'
	},
	// ё and й come folded to е and и.
	cyrillic: {
		дж: 'j',
		б: 'b',
		в: 'v',
		г: 'g',
		д: 'd',
		ж: 'j',
		з: 'z',
		и: 'y',
		к: 'k',
		л: 'l',
		м: 'm',
		н: 'n',
		п: 'b',
		р: 'r',
		с: 's',
		т: 't',
		у: 'w',
		ф: 'v',
		х: 'x',
		ц: 'ts',
		ч: 'j',
		ш: 'C',
		щ: 'C',
		ы: 'y',
		ю: 'yw',
		я: 'y'
	}
};
const LONGEST = 4;

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
	['arabic', /\p{Script=Arabic}/u],
	['cyrillic', /\p{Script=Cyrillic}/u],
	['latin', /\p{Script=Latin}/u]
];

/** The script of a word's first letter. */
export function scriptOf(word: string): Script {
	const letter = word.slice(0, 2);
	return SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other';
}

/** The sounds of a folded word, in order; a doubled consonant counts once (Sattar, ستار). */
export function soundsOf(word: string): Sound[] {
	const script = scriptOf(word);
	if (script === 'other') return [...word].map((letter) => ({ sound: letter, letters: letter, weight: 1 }));
	const spellings = SPELLINGS[script];
	const sounds: { readonly sound: string; readonly letters: string }[] = [];
	// A doubled letter is one sound; two of a kind with a vowel between them (محمد: m h m d) are two.
	let doubled = '';
	for (let at = 0; at < word.length;) {
		let length = Math.min(LONGEST, word.length - at);
		while (length > 1 && !Object.hasOwn(spellings, word.slice(at, at + length))) length--;
		const letters = word.slice(at, at + length);
		const found = Object.hasOwn(spellings, letters) ? (spellings[letters] ?? '') : '';
		if (letters !== doubled || script === 'arabic')
			[...found].forEach((sound, part) => sounds.push({ sound, letters: part === 0 ? letters : '' }));
		doubled = letters;
		at += length;
	}
	return sounds.map((each, at) => ({ ...each, weight: weightOf(each.sound, at === sounds.length - 1) }));
}

function weightOf(sound: string, last: boolean): number {
	if (sound === 'w' || sound === 'y') return 0.3;
	return sound === 'h' && last ? 0.4 : 1;
}

export function weightOfAll(sounds: readonly Sound[]): number {
	return sounds.reduce((sum, { weight }) => sum + weight, 0);
}
