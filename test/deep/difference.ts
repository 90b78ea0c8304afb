import { isHandle } from '../../src/media/handle.js';
import { refusals, tooMany } from '../../src/rules.js';
import { mediaKinds, spec } from '../../src/spec.js';
import { isLiteral, issuesOf, variantsOf, type Argument, type ChainData, type FoundIssue } from './chain.js';
import type { Refusal } from './refusals.js';

/**
 * How the compiler and the run time differ over a chain; `undefined` where they agree:
 *
 * - What the compiler accepts, the run time accepts, if the compiler knows every value of the chain.
 * - What the compiler refuses, the run time refuses, whatever the compiler knows, for some of the values that the types allow.
 *   A list has something in it. A reference verb that is refused without a source has nothing to judge at run time: it is
 *   judged with one.
 * - What the compiler says where it first stops is what the run time says of the chain as far as that. For a finite choice
 *   it is the choices, and the run time names the option's rule.
 * - What the run time builds is of the type that the compiler gives it, and the chain is a `FinishedChain`.
 */
export function differenceOver(chain: ChainData, refusal: Refusal | undefined): string | undefined {
	if (refusal === undefined) {
		const issues = issuesOf(chain);
		return isLiteral(chain) && issues.length > 0 ? `only the run time refuses: ${listed(issues)}` : undefined;
	}
	if (refusal.at === chain.calls.length) return `the payload is not what its type says: ${refusal.text}`;
	if (refusal.at > chain.calls.length) return `the chain is no FinishedChain: ${refusal.text}`;
	const judged = variantsOf(asCounted(withSource(chain, refusal.at), refusal));
	const found = judged.flatMap(({ start, calls }) => issuesOf({ start, calls: calls.slice(0, refusal.at + 1) }));
	const named = issuesNamed(refusal, found);
	if (named === undefined) return `the compiler: ${refusal.text}\nthe run time: ${listed(found)}`;
	const isRefused = isSetAgain(chain, refusal.at, named) || judged.some((variant) => issuesOf(variant).length > 0);
	return isRefused ? undefined : `only the compiler refuses: ${refusal.text}`;
}

/** The chain with a source in the call at this position, where it is a reference verb that has none. */
function withSource(chain: ChainData, at: number): ChainData {
	const call = chain.calls[at]!;
	const isEmpty = call.verb.startsWith('reference') && call.args.every(({ values }) => values.length === 0);
	if (!isEmpty) return chain;
	const calls = chain.calls.map((other) => (other === call ? { ...call, args: [anySource] } : other));
	return { ...chain, calls };
}

const anySource: Argument = { source: "'asset://any'", values: ['asset://any'], isLiteral: true };

/**
 * The chain as the compiler counts its references: for the limit of a kind and for the order of kinds, it counts a handle in
 * every reference verb, while the run time attaches it once. To count it once in each verb would cost the compiler too much. The
 * run time attaches a URL as often as it is given, so that it judges both over the URLs of the handles.
 */
function asCounted({ start, calls }: ChainData, { text }: Refusal): ChainData {
	const sentences = sentencesOf(text);
	const isAboutOrder = sentences.some((sentence) => orders.includes(sentence));
	const kinds = mediaKinds.filter((kind) => isAboutOrder || sentences.includes(tooMany(kind)));
	if (kinds.length === 0) return { start, calls };
	const urlOf = (value: unknown): unknown => (isHandle(value) && kinds.includes(value.kind) ? value.url : value);
	const counted = calls.map((call) =>
		call.verb.startsWith('reference')
			? { ...call, args: call.args.map((argument) => ({ ...argument, values: argument.values.map(urlOf) })) }
			: call,
	);
	return { start, calls: counted };
}

const orders: readonly string[] = [
	refusals.imagesBeforeVideos.message,
	refusals.imagesBeforeAudio.message,
	refusals.videosBeforeAudio.message,
];

/**
 * Tells whether a later call replaces the option that is refused: the last one counts at run time, while the compiler
 * judges each as it comes. So it is with a web search, which requires the text after it. Up to the refused call they must
 * agree all the same.
 */
function isSetAgain({ calls }: ChainData, at: number, named: readonly FoundIssue[]): boolean {
	const later = new Set(calls.slice(at + 1).flatMap(({ verb, args }) => (verb === 'options' ? namesIn(args) : [verb])));
	const searched = calls.slice(0, at).some(({ verb }) => verb === 'webSearch');
	return named.some(({ rule, message }) =>
		searched && message === refusals.nothingToMake.message ? later.has('webSearch') : later.has(optionOf[rule] ?? ''),
	);
}

/** The options that the argument of `.options()` sets. */
function namesIn([argument]: readonly Argument[]): readonly string[] {
	const entries = Object.entries(argument?.values[0] ?? {});
	return entries.filter(([, value]) => value !== undefined).map(([name]) => name);
}

/** The options that have a rule. */
const optionOf: Readonly<Record<string, string>> = {
	resolution: 'resolution',
	ratio: 'ratio',
	duration: 'duration',
	'web-search': 'webSearch',
};

/** The issues that the compiler names; `undefined` where it names others as well, or none. */
function issuesNamed({ text }: Refusal, issues: readonly FoundIssue[]): readonly FoundIssue[] | undefined {
	const sentences = sentencesOf(text);
	const choices = /^.*(?:parameter of|to) type '([^']*)'/.exec(text)?.[1]?.split(' | ').sort().join();
	const named =
		sentences.length > 0
			? sentences.map((sentence) => issues.find((issue) => says(issue, sentence)))
			: [issues.find((issue) => choices !== undefined && choicesFor(issue).includes(choices))];
	return named.every((issue) => issue !== undefined) ? named : undefined;
}

/** Whether an issue says what the compiler says, for each sentence that the run time writes in another way. */
function says({ message }: FoundIssue, sentence: string): boolean {
	// What is missing at run time may be missing for the compiler.
	if (sentence === refusals.textMayBeMissing.message) return message === refusals.nothingToMake.message;
	// The run time also says where the value belongs.
	const [, field] = /^(unknown field ".*"): remove it$/.exec(sentence) ?? [];
	if (field !== undefined) return message.replace('"options.', '"').startsWith(`${field}: `);
	return message === sentence;
}

/** All that the compiler says in a `NotAllowed`: one sentence, a union of several, or what is missing as a list. */
export function sentencesOf(text: string): string[] {
	const refused = [...text.matchAll(/NotAllowed<((?:"(?:[^"\\]|\\.)*"| \| )+)/g)].map(([, union]) => union!);
	const literals = refused.flatMap((union) =>
		[...union.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([one]) => JSON.parse(one) as string),
	);
	// An object that has no option at all is refused by the compiler in its own words.
	const [, unknown] = /'(\w+)' does not exist in type 'VideoOptions/.exec(text) ?? [];
	const sentences = unknown === undefined ? literals : [`unknown field "${unknown}": remove it`];
	return sentences.flatMap((sentence) => sentence.split('; '));
}

/** The types of which the compiler names one where the run time finds the issue. */
function choicesFor({ rule, message }: FoundIssue): readonly string[] {
	return choicesByRule[rule] ?? choicesByMessage[message] ?? [];
}

const choicesByRule: Readonly<Record<string, readonly string[]>> = {
	resolution: [unionOf(spec.resolutions.map(quoted)), unionOf([...spec.resolutions.map(quoted), 'undefined'])],
	ratio: [unionOf([...spec.ratios.map(quoted), 'undefined'])],
};

/** What `.text()` takes where a text is required. */
const requiredText = unionOf(['string', 'TemplateStringsArray', 'AnyPrompt', 'PromptArgument<[]>']);

/** A text that may be missing where one is required, and an item of a template's list. */
const choicesByMessage: Readonly<Record<string, readonly string[]>> = {
	[refusals.nothingToMake.message]: [requiredText],
	[refusals.editText.message]: [requiredText],
	[refusals.extendText.message]: [requiredText],
	[refusals.editOthers.message]: [unionOf(['ImageHandle', 'VideoHandle'])],
	[refusals.extendOthers.message]: ['VideoHandle'],
};

function unionOf(types: readonly string[]): string {
	return [...types].sort().join();
}

function quoted(text: string): string {
	return `"${text}"`;
}

function listed(issues: readonly FoundIssue[]): string {
	return issues.length === 0 ? 'nothing' : [...new Set(issues.map(({ message }) => message))].join('; ');
}
