import adapter from '@sveltejs/adapter-node';
import { joined } from './.config/join-server.js';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	kit: {
		adapter: joined(adapter({ out: 'build', precompress: true })),
		// Style sheets of the first page stand in its HTML: no second request before the first paint.
		inlineStyleThreshold: 40_000,
		// Every request that writes is judged in hooks.server.ts, programs' own among them, and answered in the reader's language.
		csrf: { trustedOrigins: ['*'] },
		// Scripts are ours alone: those of a page carry its nonce. Styles of marks stand in attributes.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self', 'data:'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		},
		version: { pollInterval: 0 }
	},
	compilerOptions: { runes: true }
};

export default config;
