import { edgesOf } from '#lib/temporal/edges-of.ts';

/** Every environment variable the program reads: its meaning, default and check. The README's table is tested against it. */
export const VARIABLES = {
	ACCORDLINE_DB: { default: 'sqlite:data/accordline.db', meaning: 'Where the ledger is kept: `sqlite:PATH`.' },
	ACCORDLINE_SEEDS: { default: 'seeds', meaning: 'Folder of seed files loaded into an empty store; `none` loads nothing.' },
	ACCORDLINE_ZONE: { default: "the server's zone", meaning: 'IANA zone in which today is taken, such as `Asia/Tehran`.' },
	ACCORDLINE_TODAY: { default: 'the clock', meaning: 'A fixed today (`2026-11-22`) for tests and demonstrations; the page says so.' },
	ACCORDLINE_PAGE_RECORDS: {
		default: '3000000',
		meaning: 'So many records a page takes in; of more the server draws every picture and table itself, and the page says so.'
	},
	HOST: { default: '127.0.0.1', meaning: 'Address to listen on.' },
	PORT: { default: '3000, else the next free one', meaning: 'Port to listen on; when set, no other is tried.' },
	ORIGIN: { default: "the request's host", meaning: 'Public address of the server, when it stands behind a proxy.' }
} as const;

export interface Environment {
	readonly db: string;
	/** null: load nothing. */
	readonly seeds: string | null;
	readonly zone: string;
	/** Epoch day; null: take the clock. */
	readonly today: number | null;
	/** Rows a page takes in at most. */
	readonly pageRecords: number;
	readonly host: string;
	/** null: 3000 or the next free one. */
	readonly port: number | null;
	readonly origin: string | null;
}

/** A variable that cannot be used: which, its value, and what would do. */
export class EnvironmentError extends Error {
	constructor(variable: string, value: string, expected: string) {
		super(`${variable} is "${value}", but should be ${expected}.`);
		this.name = 'EnvironmentError';
	}
}

/** Reads and checks the variables. @throws EnvironmentError naming the variable. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
	const get = (name: keyof typeof VARIABLES) => variables[name]?.trim() || null;
	return {
		db: checkedDatabase(get('ACCORDLINE_DB') ?? VARIABLES.ACCORDLINE_DB.default),
		seeds: get('ACCORDLINE_SEEDS') === 'none' ? null : (get('ACCORDLINE_SEEDS') ?? VARIABLES.ACCORDLINE_SEEDS.default),
		zone: checkedZone(get('ACCORDLINE_ZONE') ?? Intl.DateTimeFormat().resolvedOptions().timeZone),
		today: checkedDay(get('ACCORDLINE_TODAY')),
		pageRecords: checkedCount('ACCORDLINE_PAGE_RECORDS', get('ACCORDLINE_PAGE_RECORDS') ?? VARIABLES.ACCORDLINE_PAGE_RECORDS.default),
		host: get('HOST') ?? VARIABLES.HOST.default,
		port: checkedPort(get('PORT')),
		origin: checkedOrigin(get('ORIGIN'))
	};
}

function checkedDatabase(value: string): string {
	if (/^sqlite:.+/.test(value)) return value;
	throw new EnvironmentError('ACCORDLINE_DB', value, '`sqlite:` followed by a path');
}

function checkedZone(value: string): string {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value });
		return value;
	} catch {
		throw new EnvironmentError('ACCORDLINE_ZONE', value, 'an IANA zone such as `Asia/Tehran`');
	}
}

function checkedDay(value: string | null): number | null {
	if (value === null) return null;
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
		try {
			return edgesOf(value).earliestStart;
		} catch {
			// Falls through to the one message below.
		}
	}
	throw new EnvironmentError('ACCORDLINE_TODAY', value, 'a day such as `2026-11-22`');
}

function checkedCount(variable: string, value: string): number {
	if (/^\d{1,9}$/.test(value)) return Number(value);
	throw new EnvironmentError(variable, value, 'a whole number up to 999999999');
}

function checkedPort(value: string | null): number | null {
	if (value === null) return null;
	const port = Number(value);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new EnvironmentError('PORT', value, 'a whole number from 0 to 65535');
}

function checkedOrigin(value: string | null): string | null {
	if (value === null || (URL.canParse(value) && new URL(value).origin === value)) return value;
	throw new EnvironmentError('ORIGIN', value, 'an origin such as `https://accordline.example`');
}
