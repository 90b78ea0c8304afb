import { defineConfig, type MarkdownOptions } from 'vitepress';
import { hoversPlugin } from './hovers/hovers.js';
import { transformSamples } from './samples/render-sample.js';
import { sampleFences } from './samples/sample-fences.js';

const markdown: MarkdownOptions = {
	theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
	codeTransformers: [transformSamples()],
	config: (md) => sampleFences(md),
};

export default defineConfig({
	title: 'seedance-builder',
	description: 'Seedance 2.0 Ultra video requests as a typed chain',
	cleanUrls: true,
	ignoreDeadLinks: true,
	markdown,
	vite: { plugins: [hoversPlugin()] },
});
