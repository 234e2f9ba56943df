import { expect, test } from 'vitest';
import { openAddress } from '../../../../src/lib/server/accounts/open-address.ts';

const lo = { address: '127.0.0.1', family: 'IPv4', internal: true } as const;
const wifi = { address: '192.168.1.7', family: 'IPv4', internal: false } as const;
const link = { address: 'fe80::1', family: 'IPv6', internal: false } as const;
const global = { address: '2001:db8::7', family: 'IPv6', internal: false } as const;

test.each([
	['a public address is the one to open', { origin: 'https://desk.example', host: '0.0.0.0', port: 3000 }, {}, 'https://desk.example'],
	['an address listened on is opened itself', { origin: null, host: '10.0.0.5', port: 80 }, {}, 'http://10.0.0.5:80'],
	['an IPv6 address stands in brackets', { origin: null, host: '::1', port: 3000 }, {}, 'http://[::1]:3000'],
	[
		'every address: the first others reach',
		{ origin: null, host: '0.0.0.0', port: 3000 },
		{ lo: [lo], wlan: [link, wifi] },
		'http://192.168.1.7:3000'
	],
	[
		'every IPv6 address: one of them',
		{ origin: null, host: '::', port: 3000 },
		{ lo: [lo], eth: [link, global] },
		'http://[2001:db8::7]:3000'
	],
	[
		'an IPv6 address is no way to a server of IPv4',
		{ origin: null, host: '0.0.0.0', port: 3000 },
		{ eth: [global] },
		'http://127.0.0.1:3000'
	],
	['a machine alone: its own', { origin: null, host: '0.0.0.0', port: 3000 }, { lo: [lo] }, 'http://127.0.0.1:3000']
])('%s', (_, started, interfaces, address) => {
	expect(openAddress(started, interfaces)).toBe(address);
});
