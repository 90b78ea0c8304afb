import type { MarkdownRenderer } from 'vitepress';

type Token = ReturnType<MarkdownRenderer['parse']>[number];

/** What VitePress knows about the page that it renders. */
interface Environment {
	readonly relativePath?: string;

	/** Set where a page is rendered for the search index, which has no use for types. */
	readonly forSearch?: boolean;
}

/**
 * Marks the samples of the hand-written pages, which are the `ts` blocks, for Twoslash. What stands behind `ts` is for this
 * function, and a code host doesn't show it:
 *
 * - `errors=2349,2554`: the sample has errors with these codes. The site shows them in the code, so it leaves out the block behind
 *   the sample, which quotes them for readers of the Markdown.
 * - `[worker.ts]`: the name of the sample's file, which the site shows above it.
 *
 * @throws if a block is marked as `typescript`: it would look like a sample and would not be compiled.
 */
export function sampleFences(md: MarkdownRenderer): void {
	md.core.ruler.push('sample-fences', (state) => {
		const { relativePath = '', forSearch = false } = state.env as Environment;
		// The examples of the reference leave out their imports. The tests compile them.
		if (forSearch || relativePath.startsWith('api/')) return;
		const fences = state.tokens.map(fenceOf);
		state.tokens = state.tokens.flatMap((token, index) => {
			const { language, errors, file } = fences[index]!;
			if (language === 'typescript') throw new Error(`mark this block as ts or js:\n${token.content}`);
			if (language === 'text' && fences[index - 1]?.errors !== undefined) return [];
			if (language !== 'ts') return [token];
			token.info = 'ts twoslash';
			if (errors !== undefined) token.content = `// @errors: ${errors.replaceAll(',', ' ')}\n${token.content}`;
			if (file === undefined) return [token];
			const name = new state.Token('html_block', '', 0);
			name.content = `<p class="sample-file">${file}</p>\n`;
			return [name, token];
		});
	});
}

interface Fence {
	readonly language?: string | undefined;
	readonly errors?: string | undefined;
	readonly file?: string | undefined;
}

const info = /^(?<language>\w+)(?: errors=(?<errors>\d+(?:,\d+)*))?(?: \[(?<file>[\w.-]+)\])?$/;

/** Reads the first line of a block of code. */
function fenceOf(token: Token): Fence {
	if (token.type !== 'fence' || token.info === '') return {};
	const found = info.exec(token.info.trim());
	if (!found)
		throw new Error(`the site can't read \`\`\`${token.info}: write a language, then errors=2349 or [file.ts]`);
	return { ...found.groups };
}
