import { join } from 'node:path';

/** Packages that hold programs for the machine they are installed on: they stay where npm put them. */
const NATIVE = ['@resvg/resvg-js'];

/**
 * Joins what a start of the server reads into a few files beside those of the adapter: `build/serving.js` (the store and what
 * stands before it) and `build/answering.js` (the adapter's handler). Loading some three hundred small modules took a start
 * two thirds of its time.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function joined(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			const { build } = await import('vite');
			const root = join(import.meta.dirname, '..');
			await build({
				root,
				configFile: false,
				logLevel: 'error',
				publicDir: false,
				ssr: { noExternal: true, external: NATIVE },
				build: {
					ssr: true,
					// The adapter's handler looks for the page's files beside itself.
					outDir: join(root, 'build'),
					emptyOutDir: false,
					rolldownOptions: {
						input: { serving: join(root, 'src/cli/serving.ts'), answering: join(root, 'build/handler.js') },
						output: { chunkFileNames: 'joined/[name]-[hash].js' }
					}
				}
			});
		}
	};
}
