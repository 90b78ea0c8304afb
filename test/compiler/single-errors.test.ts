import { beforeAll, describe, expect, test } from 'vitest';
import { badDuration, refusals, tooMany } from '../../src/rules.js';
import { compile, compilers, type CompilerVersion } from './compile.js';

const bad = refusals.localSource.message;
const tag = (count: number, kind: string): string =>
	Array.from({ length: count }, (_, index) => `\${media.${kind}('asset://${kind}-${index}')}`).join('');

/** Programs that are wrong in one place, and what the compiler has to say, and may not say, of it. */
const programs: Readonly<Record<string, { wrong: string; says: readonly string[]; never?: readonly string[] }>> = {
	'a resolution out of range': {
		wrong: `video().text('A cat').resolution('720').build()`,
		says: [`Argument of type '"720"' is not assignable to parameter of type`],
		never: [refusals.resolutionMissing.message],
	},
	'a resolution that may be missing': {
		wrong: `video().text('A cat').resolution(isIt ? '720p' : undefined).build()`,
		says: [`Argument of type '"720p" | undefined' is not assignable to parameter of type`],
		never: [refusals.resolutionMissing.message],
	},
	'a ratio out of range': {
		wrong: `video().text('A cat').resolution('720p').ratio('5:4').build()`,
		says: [`Argument of type '"5:4"' is not assignable to parameter of type`],
	},
	'a member of an enum that is no duration': {
		wrong: `video().text('A cat').resolution('720p').duration(Length.Short).build()`,
		says: [badDuration(3)],
	},
	'an enum with a member that is no duration': {
		wrong: `video().text('A cat').resolution('720p').duration(length).build()`,
		says: [badDuration(3)],
		never: [badDuration(8)],
	},
	'one of two durations': {
		wrong: `video().text('A cat').resolution('720p').duration(isIt ? 5 : 16).build()`,
		says: [badDuration(16)],
		never: [badDuration(5)],
	},
	'a literal beside a branded number': {
		wrong: `video().text('A cat').resolution('720p').duration(isIt ? seconds : 16).build()`,
		says: [`NotAllowed<"${badDuration(16)}">`],
	},
	'one of two sources': {
		wrong: `video().firstFrame(isIt ? 'https://example.com/cat.jpg' : './cat.jpg').resolution('720p').build()`,
		says: [bad],
	},
	'a literal beside a template': {
		wrong: `video().firstFrame(isIt ? \`\${text}/cat.jpg\` as const : './dog.jpg').resolution('720p').build()`,
		says: [bad],
	},
	'a literal after a template': {
		wrong: `video().referenceImage(\`\${text}/cat.jpg\`, './dog.jpg').resolution('720p').build()`,
		says: [`Argument of type '"./dog.jpg"'`, bad],
	},
	'a source of type unknown': {
		wrong: `video().firstFrame(unknown).resolution('720p').build()`,
		says: [`Argument of type 'unknown' is not assignable to parameter of type 'Source<"image">'`],
	},
	'a number as a source': {
		wrong: `video().firstFrame(7).resolution('720p').build()`,
		says: [refusals.imageSource.message],
	},
	'a source on a condition': {
		wrong: `video().text('A cat').referenceImage(...(isIt ? ['./cat.jpg'] as const : [] as const)).resolution('720p').build()`,
		says: [bad],
	},
	'a source beside any text': {
		wrong: `video().text(any).referenceImage('./cat.jpg').resolution('720p').build()`,
		says: [bad],
	},
	'web search after a search that only the run time knows': {
		wrong: `video().text('A cat').webSearch(any).firstFrame('asset://a').webSearch().resolution('720p')`,
		says: [refusals.searchTextOnly.message],
	},
	'handles of two kinds that are too many': {
		wrong: `video().text\`${tag(10, 'image')}${tag(4, 'video')}\`.resolution('720p')`,
		says: [tooMany('image'), tooMany('video')],
	},
	'a text that may be undefined, and nothing else': {
		wrong: `video().text(maybe).resolution('720p').build()`,
		says: [refusals.textMayBeMissing.message],
		never: [refusals.nothingToMake.message],
	},
	'a text that may be undefined, in an edit': {
		wrong: `editVideo().text(maybe)`,
		says: [`Argument of type 'string | undefined' is not assignable to parameter of type`],
	},
	'a reference that may be undefined': {
		wrong: `video().text('A cat').referenceImage(maybe).resolution('720p').build()`,
		says: [refusals.undefinedSource.message],
		never: [bad],
	},
	'a reference that is undefined, after another': {
		wrong: `video().referenceVideo('asset://a', undefined).resolution('720p').build()`,
		says: [`Argument of type 'undefined'`, refusals.undefinedSource.message],
	},
	'a list as one reference': {
		wrong: `video().text('A cat').referenceImage(['asset://a', 'asset://b']).resolution('720p').build()`,
		says: [refusals.sourceList.message],
		never: [bad],
	},
	'a list of any length as one reference': {
		wrong: `video().text('A cat').referenceImage(texts).resolution('720p').build()`,
		says: [refusals.sourceList.message],
	},
	'an option that .options() does not take': {
		wrong: `video().text('A cat').resolution('720p').options({ ratio: '1:1', seed: 1 }).build()`,
		says: ['unknown field \\"seed\\": remove it'],
	},
	'.options() without the resolution that is required': {
		wrong: `video().text('A cat').options(config).build()`,
		says: [refusals.resolutionMissing.message],
	},
	'a text with an argument that is there': {
		wrong: `video().text('A cat', 'A dog').resolution('720p')`,
		says: [refusals.oneText.message],
	},
};

const modules = Object.fromEntries(
	Object.entries(programs).map(([title, { wrong }]) => [
		title,
		`import { editVideo, media, video, type VideoOptions } from 'seedance-builder';
enum Length { Short = 3, Long = 8 }
declare const any: any;
declare const unknown: unknown;
declare const isIt: boolean;
declare const text: string;
declare const texts: string[];
declare const maybe: string | undefined;
declare const config: VideoOptions;
declare const length: Length;
declare const seconds: number & { readonly unit: 'seconds' };
export const wrong = ${wrong};
export const used = [editVideo, media, any, unknown, isIt, text, texts, maybe, config, length, seconds];
`,
	]),
);

describe.each(Object.keys(compilers) as CompilerVersion[])(
	'TypeScript %s says one thing, and nothing that is false',
	(version) => {
		let errors: ReadonlyMap<string, string>;

		beforeAll(async () => {
			({ errors } = await compile(version, 'single-errors', modules));
		}, 60_000);

		test.each(Object.entries(programs))('of %s', (title, { says, never = [] }) => {
			const text = errors.get(title) ?? '';
			expect(text.match(/error TS/g)).toHaveLength(1);
			for (const sentence of says) expect(text).toContain(sentence);
			for (const sentence of never) expect(text).not.toContain(sentence);
		});
	},
);
