import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { editVideo, extendVideo, video, type InvalidRequestError } from 'seedance-builder';
import { compileFiles, type CompilerVersion } from '../compiler/compile.js';
import { refusals } from '../../src/rules.js';
import { sentencesOf } from './difference.js';
import {
	promptExpression,
	spans,
	stringsOf,
	templateOf,
	valuesOf,
	wide,
	type Expression,
	type Spans,
	type View,
} from './expressions.js';

/** A chain whose text is a prompt, or a template that holds some. */
interface Program {
	readonly start: 'video' | 'editVideo' | 'extendVideo';

	/** The calls before the text and behind it: options and media. */
	readonly before: readonly Call[];
	readonly text: Expression | Spans;
	readonly after: readonly Call[];
}

interface Call {
	readonly verb: string;
	readonly args: readonly unknown[];
}

/** A random program. Most are in one mode, and have what it requires. */
function program(): Arbitrary<Program> {
	const text = fc.oneof(
		{ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }).chain(promptExpression) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }).chain(spans) },
	);
	const start = fc.constantFrom('video', 'video', 'video', 'video', 'editVideo', 'extendVideo');
	return fc.record({ start, before: calls(beforeCalls), text, after: calls(afterCalls) });
}

const duration = fc
	.oneof(fc.constantFrom(4, 5, 6, 7, 8, 9, 10, 12), fc.constant(undefined))
	.map((duration): Call => ({ verb: 'duration', args: [duration] }));
const options = fc
	.constantFrom(4, 8, undefined)
	.map((duration): Call => ({ verb: 'options', args: [{ duration, ratio: '1:1' }] }));
const search = fc.constant<Call>({ verb: 'webSearch', args: [] });
const frame = fc.constant<Call>({ verb: 'firstFrame', args: ['asset://frame'] });
const reference = (verb: string, most: number): Arbitrary<Call> =>
	fc.integer({ min: 1, max: most }).map((count) => ({
		verb,
		args: Array.from({ length: count }, (_, index) => `https://example.com/${verb}/${index}`),
	}));

const beforeCalls: readonly (readonly [probability: number, Arbitrary<Call>])[] = [
	[0.1, duration],
	[0.05, search],
];
const afterCalls: typeof beforeCalls = [
	[0.05, search],
	[0.05, frame],
	[0.3, reference('referenceImage', 3)],
	[0.3, reference('referenceVideo', 2)],
	[0.1, reference('referenceAudio', 2)],
	[0.25, duration],
	[0.05, options],
];

/** Some of these calls, in their order. */
function calls(choices: typeof beforeCalls): Arbitrary<readonly Call[]> {
	const some = choices.map(([probability, call]) =>
		fc.oneof(
			{ weight: probability * 100, arbitrary: call },
			{ weight: 100 - probability * 100, arbitrary: fc.constant(undefined) },
		),
	);
	return fc.tuple(...some).map((calls) => calls.filter((call) => call !== undefined));
}

/** Writes the program, a line for each constant. */
function linesOf({ start, before, text, after }: Program): readonly string[] {
	const lines: string[] = [];
	const hoist = (source: string): string => {
		lines.push(`const p${lines.length} = ${source};`);
		return `p${lines.length - 1}`;
	};
	const written = isSpans(text) ? templateOf(text, hoist) : `(${text.print(hoist)})`;
	const chain = `${start}()${before.map(callOf).join('')}.text${written}${after.map(callOf).join('')}`;
	return [...lines, `${chain}.resolution('720p').build();`];
}

function callOf({ verb, args }: Call): string {
	return `.${verb}(${args.map((arg) => (typeof arg === 'object' ? `{ duration: ${(arg as { duration?: number }).duration}, ratio: '1:1' }` : arg === undefined ? 'undefined' : JSON.stringify(arg))).join(', ')})`;
}

function isSpans(text: Expression | Spans): text is Spans {
	return 'texts' in text;
}

type LooseChain = Readonly<Record<string, (...args: readonly unknown[]) => LooseChain>> & { build(): unknown };

const starts = { video, editVideo, extendVideo };

/** The messages of what the run time refuses in the program; none where it builds. */
function messagesOf({ start, before, text, after }: Program, view: View): readonly string[] {
	try {
		let chain = starts[start]() as unknown as LooseChain;
		for (const { verb, args } of before) chain = chain[verb]!(...args);
		chain = isSpans(text)
			? chain['text']!(stringsOf(text, view), ...valuesOf(text, view))
			: chain['text']!(text.run(view));
		for (const { verb, args } of after) chain = chain[verb]!(...args);
		chain['resolution']!('720p').build();
		return [];
	} catch (error) {
		// An error of another kind has no issues: the comparison fails.
		return (error as InvalidRequestError).issues.map(({ message }) => message);
	}
}

/** Whether the compiler knows the type of everything in the program. */
function isKnown({ text }: Program): boolean {
	return isSpans(text) ? text.values.every(({ isKnown }) => isKnown) : text.isKnown;
}

/**
 * How the compiler and the run time differ over a program; `undefined` where they agree:
 *
 * - What the compiler accepts, the run time accepts, as far as the compiler knows the program.
 * - What the compiler refuses, the run time refuses. Where each says one thing, both say the same.
 */
function differenceOver(program: Program, errors: readonly string[]): string | undefined {
	if (errors.length === 0) {
		const messages = isKnown(program) ? messagesOf(program, 'known') : [];
		return messages.length > 0 ? `only the run time refuses: ${messages.join('; ')}` : undefined;
	}
	const messages = messagesOf(program, 'real');
	if (messages.length === 0) {
		return searchesWithEmptyList(program, errors) ? undefined : `only the compiler refuses: ${errors.join('\n')}`;
	}
	// Of several faults, the run time names those in the first expression that it refuses.
	const [sentence, ...more] = errors.flatMap(sentencesOf);
	const isOneFault = sentence !== undefined && [...more, ...messages.slice(1), ...errors.slice(1)].length === 0;
	const isComparable = isOneFault && isKnown(program) && !limitsMedia(program);
	return !isComparable || says(messages[0]!, sentence) || messagesOf(program, 'known').join() !== messages.join()
		? undefined
		: `the compiler: ${errors.join('\n')}\nthe run time: ${messages.join('; ')}`;
}

/** Whether the compiler refuses an empty list in a template after `.webSearch()`, as it refuses every list there. */
function searchesWithEmptyList({ before, text }: Program, errors: readonly string[]): boolean {
	const searches = before.some(({ verb }) => verb === 'webSearch');
	const lists = isSpans(text)
		? text.values.map((value) => value.run('real')).filter((value) => Array.isArray(value))
		: [];
	const [sentence, ...more] = errors.flatMap(sentencesOf);
	return searches && lists.length > 0 && sentence === refusals.searchTextOnly.message && more.length === 0;
}

/** Whether the chain may refuse a handle because of its mode. */
function limitsMedia({ start, before, after }: Program): boolean {
	return start !== 'video' || [...before, ...after].some(({ verb }) => verb === 'webSearch' || verb === 'firstFrame');
}

/** Whether a message says what the compiler says. The run time also says what it found, and which shot it is. */
function says(message: string, sentence: string): boolean {
	return message.replace(/^shot \d+ /, 'a shot ').startsWith(sentence);
}

/** What a run over many programs found. */
export interface Findings {
	readonly refused: number;
	readonly accepted: number;

	/** The shortest programs that the compiler and the run time differ over, each with what both say. */
	readonly differences: readonly string[];
}

const batch = 500;
const mostDifferences = 5;

/** Compares the compiler's verdict and the run time's on random programs. */
export async function comparePrompts(
	version: CompilerVersion,
	count: number,
	seed: number,
	onProgress: (done: number) => void,
): Promise<Findings> {
	const programs = fc.sample(program(), { numRuns: count, seed });
	const differences: string[] = [];
	let refused = 0;
	for (let start = 0; start < count; start += batch) {
		const some = programs.slice(start, start + batch);
		const found = await errorsOf(version, some);
		for (const [index, errors] of found.entries()) {
			if (errors.length > 0) refused++;
			const difference = differenceOver(some[index]!, errors);
			if (difference !== undefined) differences.push(`${linesOf(some[index]!).join('\n')}\n${difference}`);
		}
		onProgress(start + some.length);
	}
	differences.sort((one, other) => one.length - other.length);
	return { refused, accepted: count - refused, differences: differences.slice(0, mostDifferences) };
}

/** Compiles the programs together, and answers with the errors in each. */
async function errorsOf(
	version: CompilerVersion,
	programs: readonly Program[],
): Promise<readonly (readonly string[])[]> {
	const names = 'editVideo, extendVideo, media, prompt, promptTemplate, shot, shotList, video, type Prompt';
	const blocks = programs.map((program) => ['{', ...linesOf(program), '}']);
	const head = [`import { ${names} } from 'seedance-builder';`, wide];
	const output = await compileFiles(version, 'deep-prompts', { 'chains.ts': [...head, ...blocks.flat()].join('\n') });
	const errors = errorsByLine(output);
	let line = head.length + 1;
	return blocks.map((block) => {
		const start = line;
		line += block.length;
		return block.flatMap((_, index) => errors.get(start + index) ?? []);
	});
}

/** The errors of each line. One of the grammar is a broken test, not a verdict. */
function errorsByLine(output: string): ReadonlyMap<number, readonly string[]> {
	const errors = new Map<number, string[]>();
	for (const block of output.split(/^(?=\S.*error TS)/m)) {
		const line = Number(/chains\.ts\((\d+),/.exec(block)?.[1]);
		if (/error TS(?:1\d{3}|2304|2307|5\d{3}):/.test(block)) throw new Error(`the program itself is wrong: ${block}`);
		if (line > 0) errors.set(line, [...(errors.get(line) ?? []), block.split(/^[A-Z][^\n:]*:\s+\d/m)[0]!.trim()]);
	}
	return errors;
}
