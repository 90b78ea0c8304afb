import { openings, promptLength, totals, type MediaKind } from '../spec.js';
import { privateSource } from './content-sentences.js';
import { formatValue, listed, truncate } from './values.js';

/** How much text a prompt has. */
export interface TextLength {
	readonly chineseCharacters: number;

	/** Words in letters other than Chinese. */
	readonly words: number;

	/** Whether there is more text, which was not counted. */
	readonly isPartial: boolean;
}

/** The sentence for a prompt that is longer than recommended. */
export function longPrompt({ chineseCharacters, words, isPartial }: TextLength): string {
	const counts = [
		...(chineseCharacters > 0 ? [counted(chineseCharacters, 'Chinese character')] : []),
		...(words > 0 ? [counted(words, 'word')] : []),
	];
	const { chineseCharacters: mostCharacters, englishWords: mostWords } = promptLength;
	return `the prompt has ${isPartial ? 'more than ' : ''}${listed(counts, 'and')}: the API page recommends at most ${mostCharacters} Chinese characters or ${mostWords} English words; shorten it`;
}

/** The sentence for references in another form than the API page's, each with its placeholder. */
export function otherForms(changes: readonly { readonly from: string; readonly to: string }[]): string {
	const verb = changes.length === 1 ? 'is' : 'are';
	const placeholders = firstFew(changes.map(({ to }) => to));
	return `${quoted(changes.map(({ from }) => from))} ${verb} not the API page's form: write ${placeholders}`;
}

/** The sentence for references in another form that have no item. */
export function missingItems(references: readonly string[]): string {
	return references.length === 1
		? `${quoted(references)} refers to a missing item: attach it or correct the number`
		: `${quoted(references)} refer to missing items: attach them or correct the numbers`;
}

/** The sentence for a reference that the prompt does not mention. */
export function unmentioned(placeholder: string, kind: MediaKind): string {
	const medium = kind === 'audio' ? 'audio clip' : kind;
	return `the prompt does not mention ${placeholder}: write ${placeholder} where it means this ${medium}, or remove the ${medium}`;
}

/** The sentence for suffixes that belong into fields. */
export function optionSuffixes(
	suffixes: readonly string[],
	fields: readonly (readonly [field: string, value: unknown])[],
): string {
	const values = fields.map(([field, value]) => `${field} to ${formatValue(value)}`);
	const pronoun = suffixes.length === 1 ? 'it' : 'them';
	const noun = suffixes.length === 1 ? 'an option' : 'options';
	return `the prompt has ${quoted(suffixes)}, ${noun} in the form of older models: remove ${pronoun} and set ${listed(values, 'and')}`;
}

/** The sentence for suffixes whose field has another value. */
export function suffixAgainstField(suffixes: readonly string[], field: string, value: unknown): string {
	const verb = suffixes.length === 1 ? 'contradicts' : 'contradict';
	return `${quoted(suffixes)} in the prompt ${verb} ${field} ${formatValue(value)}: remove one, and set ${field} to the value that you mean`;
}

/** The sentence for suffixes of one field with several values. */
export function suffixesDiffer(suffixes: readonly string[], field: string): string {
	return `${quoted(suffixes)} in the prompt contradict each other: remove them, and set ${field} to the value that you mean`;
}

/** The sentence for suffixes that the API has no field for. */
export function suffixWithoutField(suffixes: readonly string[]): string {
	return suffixes.length === 1
		? `${quoted(suffixes)} in the prompt is an option of older models that this API does not have: remove it`
		: `${quoted(suffixes)} in the prompt are options of older models that this API does not have: remove them`;
}

/** The sentence for suffixes whose value the API does not have. */
export function suffixWithoutValue(suffixes: readonly string[], field: string, choices: readonly unknown[]): string {
	const [verb, pronoun] = suffixes.length === 1 ? ['gives', 'it'] : ['give', 'them'];
	return `${quoted(suffixes)} in the prompt ${verb} ${field} no value that this API has: remove ${pronoun}, or set ${field} to ${listed(choices)}`;
}

/** A task that upstream's model chooses by the beginning of a prompt. */
export type OpenedTask = 'edit' | 'extend' | 'refer';

/** The sentence for a prompt that begins with no words that choose a task. Each task that the request can be is named. */
export function otherOpening(text: string, tasks: readonly OpenedTask[]): string {
	const [edit] = openings.edit;
	const [extend] = openings.extend;
	const [refer] = openings.refer;
	const advised = {
		edit: `"${edit} @video1" for an edit`,
		extend: `"${extend} @video1" for an extension`,
		refer: `"${refer}" for a reference`,
	};
	return `the prompt begins with ${formatValue(text)}, and upstream chooses the task by the beginning: begin with ${listed(tasks.map((task) => advised[task]))}`;
}

/** The sentence for a source at a host that the API can't reach. */
export function unreachableSource(host: string, isReserved: boolean): string {
	return isReserved
		? `the API cannot reach ${host}, which is reserved for examples and tests: pass a public URL`
		: privateSource(host);
}

/** The sentence for references of a kind that last too long in all. */
export function tooLongInAll(kind: 'video' | 'audio', seconds: number): string {
	const noun = kind === 'video' ? 'reference videos' : 'audio clips';
	return `the ${noun} last ${rounded(seconds)} s in all: upstream takes at most ${totals.seconds[kind]} s; cut or remove some`;
}

/** The sentence for a body that is too large. */
export function largeBody(megabytes: number): string {
	return `the body has ${rounded(megabytes)} MB: upstream takes at most ${totals.bodyMegabytes} MB; pass URLs instead of base64`;
}

/** A width and a height in pixels. */
export type Size = readonly [width: number, height: number];

/** The sentence for frames of different shapes. */
export function framesDiffer(first: Size, last: Size): string {
	return `the last frame has ${sizeText(last)} pixels and the first ${sizeText(first)}: upstream crops the last to the shape of the first; pass frames of one shape`;
}

/** The sentence for a frame that the ratio crops. `choices` are the ratios that do not. */
export function croppedFrame(size: Size, ratio: string, choices: readonly string[]): string {
	return `the frame has ${sizeText(size)} pixels and ratio is ${ratio}: upstream crops the frame; set ratio to ${listed(choices)}, or pass a frame of ${ratio}`;
}

function sizeText(size: Size): string {
	return size.join('×');
}

/** A number as it is shown: rounded up to the hundredth, so that a value over a limit is never shown as the limit. */
function rounded(value: number): number {
	return Math.ceil(value * 100 - 1e-6) / 100;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function quoted(texts: readonly string[]): string {
	return firstFew(texts.map((text) => `"${truncate(text, mostShown)}"`));
}

/** Lists the first few of many. */
function firstFew(texts: readonly string[]): string {
	const shown = texts.slice(0, mostListed);
	const more = texts.length - shown.length;
	return listed([...shown, ...(more > 0 ? [`${more} more`] : [])], 'and');
}

const mostListed = 4;
const mostShown = 40;
