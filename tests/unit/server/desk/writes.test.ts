import { describe, expect, test } from 'vitest';
import { isLoopback, refusalOf } from '../../../../src/lib/server/desk/writes.ts';

const request = (changes: Partial<Parameters<typeof refusalOf>[0]> & { from?: Record<string, string> } = {}) =>
	refusalOf({
		listensOn: '127.0.0.1',
		publicOrigin: null,
		clientAddress: '127.0.0.1',
		url: new URL('http://127.0.0.1:3000/api/v1/imports'),
		headers: new Headers(changes.from),
		...changes
	});

test.each(['127.0.0.1', '127.8.0.1', '::1', '[::1]', 'localhost', 'LOCALHOST', 'desk.localhost', '::ffff:127.0.0.1'])(
	'%s is this machine',
	(host) => expect(isLoopback(host)).toBe(true)
);
test.each(['0.0.0.0', '::', '192.168.1.5', '127.evil.example', 'localhost.evil.example', 'fe80::1', '::ffff:10.0.0.1', ''])(
	'%s is not this machine alone',
	(host) => expect(isLoopback(host)).toBe(false)
);

describe('a request that writes', () => {
	test('is taken on loopback, from a program and from our own page', () => {
		expect(request()).toBeNull();
		expect(request({ from: { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' } })).toBeNull();
	});
	test.each(['0.0.0.0', '::', '192.168.1.5'])('is refused when the server listens on %s, even from this machine', (listensOn) => {
		expect(request({ listensOn })).toBe('reached-by-others');
	});
	test('is judged by its sender where the address listened on is not known', () => {
		expect(request({ listensOn: null })).toBeNull();
		expect(request({ listensOn: null, clientAddress: '192.168.1.7' })).toBe('reached-by-others');
	});
	test('is refused behind a proxy that others reach', () => {
		expect(request({ publicOrigin: 'https://accordline.example' })).toBe('reached-by-others');
	});
	test('is refused under a name that a foreign page has bent to this machine', () => {
		expect(request({ url: new URL('http://evil.example:3000/import') })).toBe('reached-by-others');
	});
	test.each([
		{ origin: 'http://evil.example' },
		{ origin: 'null' },
		{ origin: 'http://127.0.0.1:8080' },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' }
	])('is refused from another site: %o', (from) => {
		expect(request({ from: from as unknown as Record<string, string> })).toBe('other-site');
	});
});
