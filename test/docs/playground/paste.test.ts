import { video } from 'seedance-builder';
import { describe, expect, test } from 'vitest';
import { nothingPasted, readPasted } from '../../../docs/.vitepress/playground/paste.js';
import { commandSentences } from '../../../src/rules.js';
import { outcomeOf } from './program.js';

const json = JSON.stringify({
	model: 'seedance-2.0-ultra',
	content: [{ type: 'text', text: 'A cat' }],
	resolution: '720p',
});
const curl = `curl https://ai.alad.com/v1/video/generations -H 'Authorization: Bearer sk-secret' -d '${json}'`;

function codeOf(text: string): string {
	const pasted = readPasted(text);
	return pasted.type === 'code' ? pasted.code : pasted.sentences.join('\n');
}

describe('a pasted request', () => {
	test.each([
		['JSON', json],
		['JSON in a block of Markdown', `\`\`\`json\n${json}\n\`\`\``],
		['a curl command', curl],
	])('%s becomes the chain that builds it', async (_, text) => {
		const code = codeOf(text);
		expect(code).toContain(`.text('A cat')`);
		expect(code).not.toContain('sk-secret');
		const { shown } = await outcomeOf(code);
		expect(shown).toMatchObject([{ payload: JSON.stringify(JSON.parse(json), null, 2) }]);
	});

	test.each([
		['broken JSON', '{ "model": }', 'the text is not JSON at line 1, column 12: a value is expected'],
		['an invalid request', '{}', 'model is missing'],
		['a curl command without a body', 'curl https://ai.alad.com', commandSentences.noBody],
		['another tool', 'wget https://ai.alad.com', 'the command is wget, not curl'],
		['nothing', ' \n', nothingPasted],
	])('%s gets the sentence of the library', (_, text, sentence) => {
		expect(readPasted(text)).toMatchObject({ type: 'refused' });
		expect(codeOf(text)).toContain(sentence);
	});
});

describe('a pasted prompt', () => {
	test('becomes a chain with a placeholder of a URL for each reference', async () => {
		const code = codeOf('[Image 1] and @图片2 dance as in <Video_1>');
		const { problems, shown } = await outcomeOf(code);
		expect(problems).toEqual([]);
		const request = video()
			.text('@image1 and @image2 dance as in @video1')
			.referenceImage('https://example.com/image1.png', 'https://example.com/image2.png')
			.referenceVideo('https://example.com/video1.mp4')
			.resolution('720p')
			.build();
		expect(shown).toMatchObject([{ payload: JSON.stringify(request, null, 2) }]);
	});

	test('says what was changed and what to replace', () => {
		expect(readPasted('[Image 1] dances')).toMatchObject({
			notes: [
				'The prompt is now a chain.',
				'"[Image 1]" is now @image1.',
				'Replace each https://example.com/… with the URL of your file.',
				'The resolution is 720p: change it if you want another.',
			],
		});
	});

	test.each([
		['quotes', `It's "raining" \\ here`],
		['several lines', 'A cat\nsays `${hello}` \\ and $5'],
		['a brace at the beginning', '{hero} dances'],
		['the word curl', 'Curl of smoke over a roof'],
	])('keeps its text: %s', async (_, text) => {
		const { problems, shown } = await outcomeOf(codeOf(text));
		expect(problems).toEqual([]);
		expect(JSON.parse((shown[0] as { payload: string }).payload).content[0].text).toBe(text);
	});

	test('takes no more references than a request may have', async () => {
		const { problems } = await outcomeOf(codeOf('@image1 meets @image12'));
		expect(problems.flatMap(({ sentences }) => sentences)).toEqual([
			'@image12 refers to a missing image: attach it or correct the number',
		]);
	});
});
