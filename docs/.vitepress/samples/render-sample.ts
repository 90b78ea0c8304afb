import { createTransformerFactory, type TwoslashRenderer } from '@shikijs/twoslash/core';
import type { MarkdownOptions } from 'vitepress';
import { keyOf } from '../hovers/hovers.js';
import { compileSample } from './compile-sample.js';
import { sampleCache } from './sample-cache.js';

/**
 * Returns a transformer for the highlighter that compiles the samples. Each name of a sample gets the key of its hover, and each
 * error a line below its own. The page stays plain HTML: a component for each name would make pages of megabytes.
 */
export function transformSamples(): Transformer {
	const create = createTransformerFactory(compileSample, renderer);
	// VitePress has an older version of the highlighter, which calls a transformer in the same way.
	return create({ explicitTrigger: true, typesCache: sampleCache() }) as unknown as Transformer;
}

type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number];

const renderer: TwoslashRenderer = {
	nodeStaticInfo: ({ text, docs }, node) => ({
		type: 'element',
		tagName: 'span',
		properties: { class: 'sample-name', 'data-hover': keyOf({ type: text, ...(docs && { docs }) }) },
		children: [node],
	}),
	nodesError: (_error, children) => [
		{ type: 'element', tagName: 'span', properties: { class: 'sample-error' }, children },
	],
	lineError: ({ code, text }) => [
		{
			type: 'element',
			tagName: 'span',
			// VitePress leaves what has this class out of copied code.
			properties: { class: 'sample-message vp-copy-ignore' },
			children: [{ type: 'text', value: `error TS${code}: ${text}\n` }],
		},
	],
};
