import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../docs/.vitepress/playground/program/apply-fix.js';
import type { ShownRequest } from '../../../docs/.vitepress/playground/program/messages.js';
import { outcomeOf } from './program.js';

async function shownOf(program: string, names = 'video'): Promise<ShownRequest> {
	const { problems, shown } = await outcomeOf(`import { ${names} } from 'seedance-builder';\n${program}`);
	expect(problems).toEqual([]);
	return shown[0] as ShownRequest;
}

describe('what the playground shows', () => {
	test('a chain: its payload, curl line, mode, pixels and tokens', async () => {
		const request = await shownOf(`video().text('A cat').resolution('720p').ratio('16:9').duration(5)`);
		expect(JSON.parse(request.payload)).toMatchObject({ content: [{ text: 'A cat' }], duration: 5 });
		expect(request.curl).toContain('$SEEDANCE_API_KEY');
		expect(request).toMatchObject({ name: 'default', mode: 'text-to-video', size: '1280 × 720', tokens: '108,900' });
	});

	test('a payload like the chain that built it', async () => {
		const request = await shownOf(`export const cat = video().text('A cat').resolution('720p').build();`);
		expect(request).toMatchObject({ type: 'request', name: 'cat', size: 'the model chooses the ratio' });
		expect(request.tokens).toContain('ratio is missing');
	});

	test('all exports, in their order, without other values', async () => {
		const { shown } = await outcomeOf(`import { video } from 'seedance-builder';
const draft = video().resolution('720p');
export const b = draft.text('B');
export const seconds = 5;
export const a = draft.text('A');
`);
		expect(shown.map(({ name }) => name)).toEqual(['b', 'a']);
	});

	test('the broken rules of a request that only the run time can refuse', async () => {
		const { shown } = await outcomeOf(`import { video } from 'seedance-builder';
export const request = video().text('@image2 dances' as string).referenceImage('https://example.com/a.jpg').resolution('720p');
`);
		expect(shown).toEqual([
			{
				type: 'refusal',
				name: 'request',
				issues: [
					{
						rule: 'dangling-placeholder',
						place: 'text',
						message: '@image2 refers to a missing image: attach it or correct the number',
					},
				],
			},
		]);
	});
});

describe('the fix of an advice', () => {
	const program = `export const request = video()
	// the hero
	.text('The character from [Image 1] dances')
	.referenceImage('asset://hero')
	.resolution('720p');
`;

	test('changes the prompt only, if nothing else differs', async () => {
		const { advice } = await shownOf(program);
		expect(advice).toMatchObject([{ rule: 'reference-form', fix: { text: {} } }]);
		expect(applyFix(program, advice[0]!.fix!)).toBe(program.replace('[Image 1]', '@image1'));
	});

	test('becomes the whole request, if more differs', async () => {
		const { advice } = await shownOf(`video().text('A cat --dur 8').resolution('720p')`);
		const fixed = applyFix(program, advice[0]!.fix!);
		expect(fixed).toContain('.duration(8)');
		expect(fixed).not.toContain('the hero');
	});

	test('becomes the whole request, if the prompt stands in the program twice', async () => {
		const { advice } = await shownOf(program);
		expect(applyFix(program + program, advice[0]!.fix!)).toBe(advice[0]!.fix!.code);
	});

	test('keeps an edit an edit', async () => {
		const { advice } = await shownOf(
			`editVideo().text('Strictly edit @video1 with @image1 --dur 8').referenceImage('asset://a').referenceVideo('asset://b').resolution('720p')`,
			'editVideo',
		);
		const fixed = advice.find(({ rule }) => rule === 'option-suffix')!.fix!.code;
		expect((await outcomeOf(fixed)).shown).toMatchObject([{ type: 'request' }]);
		expect(fixed).toContain('= editVideo()');
	});
});
