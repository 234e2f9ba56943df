import { ForeignFileError } from './foreign.ts';
import { DelimitedRows } from './delimited-rows.ts';

/** How a text is cut into cells. */
export interface Dialect {
	readonly delimiter: string;
	/** '"', or '' when quotes mean nothing (some tab-separated files). */
	readonly quote: string;
}

/** Where two cut as evenly, the one that is rarer inside texts comes first. */
const DELIMITERS = ['\t', '|', ';', ','] as const;
const ROWS_LOOKED_AT = 200;

/**
 * The delimiter under which most rows have equally many cells, and more than one; a comma when none cuts anything.
 * `isWhole`: the sample is all there is. `sure: false`: another one cuts as evenly. A first line `sep=;`, as spreadsheets write it, is believed.
 */
export function sniffDialect(sample: string, isWhole: boolean): Dialect & { readonly sure: boolean } {
	const [, said] = /^\uFEFF?sep=(.)\r?\n/i.exec(sample) ?? [];
	if (said) return { delimiter: said, quote: '"', sure: true };
	const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...scoreOf(sample, delimiter, isWhole) })).sort((a, b) => b.score - a.score);
	const [best, second] = scores;
	if (!best || best.score === 0) return { delimiter: ',', quote: '"', sure: true };
	return { delimiter: best.delimiter, quote: best.quote, sure: !second || second.score < best.score * 0.9 };
}

function scoreOf(sample: string, delimiter: string, isWhole: boolean): { quote: string; score: number } {
	const quoted = evenness(sample, delimiter, '"', isWhole);
	const plain = quoted.isBroken ? evenness(sample, delimiter, '', isWhole) : quoted;
	// Only files cut by tabs or bars are known to leave quotes alone; then every row has to come out even.
	const isPlain = quoted.isBroken && plain.isEven && (delimiter === '\t' || delimiter === '|');
	return isPlain ? { quote: '', score: plain.score } : { quote: '"', score: quoted.score || plain.score };
}

interface Evenness {
	readonly score: number;
	readonly isEven: boolean;
	readonly isBroken: boolean;
}

/** How evenly a delimiter cuts, weighted by how much it cuts, and whether the quotes are broken under it. */
function evenness(sample: string, delimiter: string, quote: string, isWhole: boolean): Evenness {
	const counts = new Map<number, number>();
	let rows = 0;
	let isBroken = false;
	try {
		for (const { cells, isBlank } of new DelimitedRows('', delimiter, quote).push(sample, isWhole)) {
			if (isBlank) continue;
			counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
			if (++rows >= ROWS_LOOKED_AT) break;
		}
	} catch (error) {
		if (!(error instanceof ForeignFileError)) throw error;
		isBroken = true;
	}
	const [cells, share] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0]);
	// Evenness first; the number of cells only parts those that cut as evenly.
	const isEven = cells > 1 && share === rows;
	const score = cells < 2 ? 0 : (share / rows) * (1 + Math.min(cells, 50) / 100) * (cells === 2 && rows > 2 && !isEven ? 0.5 : 1);
	return { score, isEven, isBroken };
}
