import { beforeAll, expect, test } from 'vitest';
import { compile } from './compile.js';
import { errorText } from './error-text.js';

/** The wrong programs that a person writes first. */
const programs: Readonly<Record<string, string>> = {
	'a variable that is assigned a chain of another stage': `let chain = video().text('A cat');
if (isIt) chain = chain.firstFrame('asset://a');`,
	'a variable that is assigned a chain with a text': `let chain = video();
chain = chain.text('A cat');`,
	'a variable that is assigned a chain with a resolution': `let chain = video().text('A cat');
chain = chain.resolution('720p');`,
	'a variable that is assigned a chain without a resolution': `let chain = video().text('A cat').resolution('720p');
chain = video().text('A cat');`,
	'a FinishedChain that is given an unfinished one': `let chain: FinishedChain = video().text('A cat');`,
	'a FinishedChain that is given a frame': `let chain: FinishedChain = video().text('A cat').resolution('720p');
chain = chain.firstFrame('asset://a');`,
	'an array as one reference': `video().text('A cat').referenceImage(['asset://a', 'asset://b']);`,
	'an array of unknown length as one reference': `video().text('A cat').referenceImage(sources);`,
	'an array as a frame': `video().firstFrame(['asset://a']);`,
	'a reference that may be undefined': `video().text('A cat').referenceImage(maybe);`,
	'undefined as a reference': `video().text('A cat').referenceImage(undefined);`,
	'a local file as a reference': `video().text('A cat').referenceImage('./hero.png');`,
	'a local file as a frame': `video().firstFrame('./hero.png');`,
	'a chain where a payload is wanted': `const request: VideoRequest = video().text('A cat').resolution('720p');`,
	'an unfinished chain that is submitted': `client.submit(video().text('A cat'));`,
	'one unfinished chain among many': `client.generateAll([
	video().text('A cat').resolution('720p'),
	video().text('A dog').resolution('720p'),
	video().text('A bird'),
]);`,
	'a misspelt verb after a long prompt': `video().text('${'A cat in a long prompt. '.repeat(32)}').firstFrames('asset://a');`,
	'a long prompt without a resolution': `video().text('${'A cat in a long prompt. '.repeat(32)}').build();`,
	'a second text after a long prompt': `video().text('${'A cat in a long prompt. '.repeat(32)}').text('A dog');`,
	'an edit with a frame': `editVideo().firstFrame('asset://a');`,
	'an extension with an image': `extendVideo().text('Go on').referenceImage('asset://a');`,
	'a prompt in an array': `video().text(['A cat']);`,
	'undefined in a template': 'video().text`A ${maybe}`;',
	'undefined in a prompt': 'prompt`A ${maybe}`;',
	'a handle as a shot': `shot(4, media.image('asset://a'));`,
	'a prompt in parentheses': `prompt('A cat');`,
	'a text as a shot': `shotList(['A cat']);`,
	'a misspelt format': `shotList([shot(4, 'A cat')], { format: 'times' });`,
	'no values for slots': `promptTemplate('A {cat}')();`,
	'text of a list that is too long': `video().text(shotList([shot(15, 'A cat'), shot(1, 'it rains')]));`,
};

const modules = Object.fromEntries(
	Object.entries(programs).map(([title, program]) => [
		title,
		`import { createClient, editVideo, extendVideo, media, prompt, promptTemplate, shot, shotList, video, type FinishedChain, type VideoRequest } from 'seedance-builder';
declare const isIt: boolean;
declare const maybe: string | undefined;
declare const sources: string[];
declare const client: ReturnType<typeof createClient>;
export const used = [createClient, editVideo, extendVideo, media, prompt, promptTemplate, shot, shotList, video, isIt, maybe, sources, client];
export type Used = FinishedChain | VideoRequest;
${program}
`,
	]),
);

const mostCharacters = 700;

const texts = {} as Record<'5.9' | '7.0', ReadonlyMap<string, string>>;

beforeAll(async () => {
	for (const version of ['5.9', '7.0'] as const) {
		const { errors } = await compile(version, 'first-lines', modules);
		texts[version] = new Map(Object.keys(programs).map((title) => [title, errorText(errors.get(title))]));
	}
}, 120_000);

test.each(['5.9', '7.0'] as const)('the first lines that TypeScript %s prints', async (version) => {
	const lines = Object.keys(programs).map((title) => `${title}\n${firstLine(texts[version].get(title)!)}`);
	await expect(lines.join('\n\n')).toMatchFileSnapshot(`__snapshots__/first-lines-${version}.txt`);
});

test.each(Object.keys(programs))('a long prompt does not fill the first line: %s', (title) => {
	for (const text of Object.values(texts)) {
		expect(text.get(title)).not.toBe('');
		expect(firstLine(text.get(title)!).length).toBeLessThan(mostCharacters);
	}
});

function firstLine(text: string): string {
	return text.split('\n')[0]!;
}
