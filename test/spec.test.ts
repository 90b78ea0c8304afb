import { describe, expect, test } from 'vitest';
import { files, mediaKinds, pixels, promptLength, spec, tokenFormula, totals } from '../src/spec.js';
import { wrongDigits } from './comments.js';
import { commentsIn, literalsIn, sourceFiles, type SourceFile } from './source-files.js';

const sources = sourceFiles();

/** The files whose numbers are the API's: the others have HTTP statuses, time limits, addresses, ports and bytes of an mp4. */
const isAboutTheApi = ({ path }: SourceFile): boolean =>
	/^(?:builder|media|prompt|request|rules)\/|^(?:rules|spec)\.ts$/.test(path) &&
	!['media/blocked-port.ts', 'media/private-host.ts', 'media/unreachable-host.ts'].includes(path);

describe('comments say what spec.ts says', () => {
	test.each(sources.map((file) => [file.path, file] as const))('%s', (_, file) => {
		const wrong = commentsIn(file).flatMap(({ text, line }) =>
			wrongDigits(text, isAboutTheApi(file)).map((words) => `line ${line}: ${words}`),
		);
		expect(wrong).toStrictEqual([]);
	});

	test.each([
		'Attaches images that the text may call `@image1` and so on: at most 8 in all.',
		'Attaches videos (mp4 or mov, at most 60 MB).',
		'Attaches videos (mp4 or avi, at most 50 MB).',
		'Attaches videos, 2 to 16 s each.',
		'Attaches audio clips (wav or mp3, at most 50 MB).',
		'At most 9 videos.',
		'Whole seconds, 4 to 12.',
		'The length. @default 8',
		'video().duration(16)',
		'At most 500 English words.',
		'At most 1,000 Chinese characters.',
		'The URL is valid for 48 hours.',
		'An output tier: `720p`, `1080p` or `4k`.',
		'A ratio, such as 5:4.',
		"pixelSize('1080p', '21:9'); // 2206, 946",
		'The tenth is `@image10`.',
		'The model is seedance-2.5.',
		'Calls `/v2/video/generations`.',
		'The shots last 4 to 12 s in all.',
		"shot(16, 'the storm breaks')",
		'A shot begins with `Shot 1 (0-5s): …`.',
	])('a wrong digit is found: %s', (comment) => {
		expect(wrongDigits(comment, true)).toContainEqual(expect.stringMatching(/is not what spec.ts says$/));
	});

	test('a number that no phrase explains is found where all numbers are the API’s', () => {
		expect(wrongDigits('Takes as many as 9.', true)).not.toStrictEqual([]);
		expect(wrongDigits('Retried 9 times.', false)).toStrictEqual([]);
	});
});

describe('the values of the API stand in spec.ts alone', () => {
	/** What holds a value of the API for a reason of its own. */
	const exceptions: readonly { readonly file: string; readonly values: readonly string[]; readonly why: string }[] = [
		{
			file: 'prompt/placeholders.ts',
			values: Array.from({ length: 10 }, (_, digit) => String(digit)).slice(2),
			why: 'its tables hold the digits; test/prompt/placeholders.test.ts compares them with the limits',
		},
		{
			file: 'prompt/shots/lengths.ts',
			values: Array.from({ length: 16 }, (_, seconds) => String(seconds)).slice(2),
			why: 'its table holds the lengths of shots',
		},
		{ file: 'rules/media-file-sentences.ts', values: ['2', '3', '6'], why: 'the decimals of a measured value' },
		{ file: 'prompt/shots/formats.ts', values: ['2'], why: 'a clock has two digits' },
		{ file: 'media/source-fault.ts', values: ['2', '4'], why: 'base64 has groups of four, and up to two of padding' },
		{ file: 'rules/advice-sentences.ts', values: ['4'], why: 'a message lists the first few of many' },
		{ file: 'request/shape/issues.ts', values: ['4'], why: 'one letter in four may be misspelt' },
		{ file: 'request/curl/shell-words.ts', values: ['2', '3'], why: 'positions behind characters of a shell' },
		{
			file: 'request/plain/copy.ts',
			values: ['1000', '1024'],
			why: 'the most fields of an object, and the most characters in kibibytes, that are read',
		},
		{ file: 'cli/commands/demo/demo.ts', values: ['1080p', '16:9'], why: 'defaults of the command line' },
		{ file: 'testing/task.ts', values: ['16:9'], why: 'the ratio that the emulator chooses for `adaptive`' },
	];

	const isExcepted = (file: string, value: string): boolean =>
		exceptions.some((exception) => exception.file === file && exception.values.includes(value));

	const others = sources.filter(({ path }) => path !== 'spec.ts');
	const found = others.flatMap((file) =>
		literalsIn(file).flatMap(({ text, line }) =>
			valuesIn(text, isAboutTheApi(file)).map((value) => ({ file: file.path, line, value })),
		),
	);

	test('no other file has a value of the API as a literal', () => {
		expect(found.filter(({ file, value }) => !isExcepted(file, value))).toStrictEqual([]);
	});

	test('every exception is needed', () => {
		const needed = new Set(found.map(({ file, value }) => `${file}: ${value}`));
		const listed = exceptions.flatMap(({ file, values }) => values.map((value) => `${file}: ${value}`));
		expect(listed.filter((exception) => !needed.has(exception))).toStrictEqual([]);
	});
});

describe('spec.ts', () => {
	test('the defaults are values of their fields', () => {
		expect(spec.ratios).toContain(spec.defaults.ratio);
		expect(spec.durations).toContain(spec.defaults.duration);
	});

	test('the durations are all whole seconds between the first and the last', () => {
		const [first] = spec.durations;
		expect(spec.durations).toStrictEqual(Array.from(spec.durations, (_, index) => first + index));
	});
});

const names = [
	spec.model,
	spec.baseUrl,
	spec.path,
	...[...spec.resolutions, ...spec.ratios.filter((ratio) => ratio.includes(':'))].map(
		(name) => new RegExp(`(?<![\\w:])${name}(?![\\w:])`),
	),
];

const numbers = new Set(
	[
		...spec.durations,
		...Object.values(promptLength),
		...Object.values(totals.seconds),
		totals.bodyMegabytes,
		tokenFormula.framesPerSecond,
		tokenFormula.pixelsPerToken,
		...mediaKinds.flatMap((kind) => {
			const { megabytes, seconds } = files[kind];
			return [spec.media[kind].most, megabytes, ...(seconds ?? [])];
		}),
		...Object.values(pixels).flatMap((row) => Object.values(row).flat()),
	].map(String),
);

/** The values of the API in the text of a literal; its numbers only where they are asked for. */
function valuesIn(text: string, withNumbers: boolean): string[] {
	const named = names.flatMap((name) => text.match(name)?.[0] ?? []);
	const isNumber = withNumbers && numbers.has(text);
	return isNumber ? [...named, text] : named;
}
