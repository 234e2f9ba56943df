import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		// Style sheets of the first page stand in its HTML: no second request before the first paint.
		inlineStyleThreshold: 40_000,
		// Every request that writes is judged in hooks.server.ts, programs' own among them, and answered in the reader's language.
		csrf: { trustedOrigins: ['*'] },
		version: { pollInterval: 0 }
	},
	compilerOptions: { runes: true }
};

export default config;
