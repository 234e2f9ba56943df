import { sveltekit } from '@sveltejs/kit/vite';
import { compileMessages } from './.config/compile-messages.ts';
import { pageChunks } from './.config/page-chunks.ts';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [compileMessages(), pageChunks(), sveltekit()],
	worker: { format: 'es' },
	test: {
		// Clock-free tests: the zone is fixed, and so is every seed (tests/support).
		env: { TZ: 'UTC' },
		include: ['tests/{unit,architecture,contract,property,seeds,docs}/**/*.test.ts'],
		testTimeout: 60_000
	}
});
