import { defineConfig } from 'vitest/config';

// `npm run docs:test` runs vitest in the mode `docs`: the tests of the site need a built one, and a browser.
export default defineConfig(({ mode }) => ({
	test: {
		include: ['test/**/*.test.ts'],
		exclude: mode === 'docs' ? [] : ['test/site/**'],
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// By default a core is left free, which is half of a machine with two.
		maxWorkers: '100%',
	},
}));
