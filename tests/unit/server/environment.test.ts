import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment, VARIABLES } from '../../../src/lib/server/environment.ts';
import { dayOf } from '../../../src/lib/temporal/epoch-day.ts';

test('without any variable it listens on this machine alone, with the clock and the store of the project', () => {
	expect(readEnvironment({})).toEqual({
		db: 'sqlite:data/accordline.db',
		seeds: 'seeds',
		zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		today: null,
		pageRecords: 3_000_000,
		host: '127.0.0.1',
		port: null,
		origin: null
	});
});

test('every variable is read', () => {
	const environment = readEnvironment({
		ACCORDLINE_DB: 'sqlite:/tmp/other.db',
		ACCORDLINE_SEEDS: 'mine',
		ACCORDLINE_ZONE: 'Asia/Tehran',
		ACCORDLINE_TODAY: '2026-11-22',
		ACCORDLINE_PAGE_RECORDS: '50000',
		HOST: '::1',
		PORT: '8080',
		ORIGIN: 'https://accordline.example'
	});
	expect(Object.values(environment)).toEqual([
		...['sqlite:/tmp/other.db', 'mine', 'Asia/Tehran', dayOf(2026, 11, 22), 50_000, '::1', 8080],
		'https://accordline.example'
	]);
});

test('blank is the same as not set', () => {
	const blank = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '  ']));
	expect(readEnvironment(blank)).toEqual(readEnvironment({}));
});

test('seeds can be none', () => {
	expect(readEnvironment({ ACCORDLINE_SEEDS: 'none' }).seeds).toBeNull();
});

test.each(['0', '65535'])('port %s is one', (port) => {
	expect(readEnvironment({ PORT: port }).port).toBe(Number(port));
});

describe('what cannot be used is refused, with the variable, its value and what would do', () => {
	test.each([
		['ACCORDLINE_DB', 'data/accordline.db', 'sqlite:'],
		['ACCORDLINE_DB', 'sqlite:', 'path'],
		['ACCORDLINE_ZONE', 'Tehran', 'Asia/Tehran'],
		['ACCORDLINE_TODAY', 'tomorrow', '2026-11-22'],
		['ACCORDLINE_TODAY', '2026-02-30', '2026-11-22'],
		['ACCORDLINE_TODAY', '2026', '2026-11-22'],
		['ACCORDLINE_PAGE_RECORDS', '3 million', 'a whole number'],
		['PORT', '65536', '65535'],
		['PORT', '-1', '65535'],
		['PORT', '80.5', '65535'],
		['PORT', 'http', '65535'],
		['ORIGIN', 'accordline.example', 'https://'],
		['ORIGIN', 'https://accordline.example/', 'https://'],
		['ORIGIN', 'https://accordline.example/path', 'https://']
	])('%s=%s', (variable, value, expected) => {
		const read = () => readEnvironment({ [variable]: value });
		expect(read).toThrow(EnvironmentError);
		expect(read).toThrow(`${variable} is "${value}"`);
		expect(read).toThrow(expected);
	});
});
