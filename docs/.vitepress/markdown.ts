import type { MarkdownOptions } from 'vitepress';
import { projectLinks } from './project-pages.js';
import { transformSamples } from './samples/render-sample.js';
import { sampleFences } from './samples/sample-fences.js';

/** How the pages become HTML. */
export const markdown: MarkdownOptions = {
	// Their colours have enough contrast for small text in both modes.
	theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
	codeTransformers: [transformSamples()],
	config(md) {
		sampleFences(md);
		projectLinks(md);
	},
};
