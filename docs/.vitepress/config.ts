import { transformerTwoslash } from '@shikijs/vitepress-twoslash';
import { defineConfig, type MarkdownOptions } from 'vitepress';
import { compileSample } from './samples/compile-sample.js';
import { sampleCache } from './samples/sample-cache.js';
import { sampleFences } from './samples/sample-fences.js';

const markdown: MarkdownOptions = {
	theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
	codeTransformers: [transformerTwoslash({ twoslasher: compileSample, typesCache: sampleCache() })],
	config: (md) => sampleFences(md),
};

export default defineConfig({
	title: 'seedance-builder',
	description: 'Seedance 2.0 Ultra video requests as a typed chain',
	cleanUrls: true,
	ignoreDeadLinks: true,
	markdown,
});
