import { spec } from '../../src/spec.js';
import { isLiteral, issuesOf, type Argument, type ChainData, type FoundIssue } from './chain.js';
import type { Refusal } from './refusals.js';

/**
 * How the compiler and the run time differ over a chain; `undefined` where they agree:
 *
 * - What the compiler accepts, the run time accepts, if the compiler knows every value of the chain.
 * - What the compiler refuses, the run time refuses, whatever the compiler knows. Of the values that a type allows, a chain
 *   holds at run time the one that the rules like least: `undefined` where an option may be, a list with something in it.
 *   A reference verb that is refused without a source has nothing to judge at run time: it is judged with one.
 * - What the compiler says where it first stops is what the run time says of the chain as far as that. For a finite choice
 *   it is the choices, and the run time names the option's rule.
 * - What the run time builds is of the type that the compiler gives it.
 */
export function differenceOver(chain: ChainData, refusal: Refusal | undefined): string | undefined {
	if (refusal === undefined) {
		const issues = issuesOf(chain);
		return isLiteral(chain) && issues.length > 0 ? `only the run time refuses: ${listed(issues)}` : undefined;
	}
	if (refusal.at === chain.calls.length) return `the payload is not what its type says: ${refusal.text}`;
	const judged = withSource(chain, refusal.at);
	if (issuesOf(judged).length === 0 && !isSetAgain(chain, refusal)) return `only the compiler refuses: ${refusal.text}`;
	const found = issuesOf({ ...judged, calls: judged.calls.slice(0, refusal.at + 1) });
	return isNamed(refusal, found) ? undefined : `the compiler: ${refusal.text}\nthe run time: ${listed(found)}`;
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
 * Tells whether a later call replaces the option that is refused: the last one counts at run time, while the compiler
 * judges each as it comes. Up to the refused call they must agree all the same.
 */
function isSetAgain({ calls }: ChainData, { at, text }: Refusal): boolean {
	const { verb } = calls[at]!;
	const option = text.includes('web search works with text only') ? 'webSearch' : verb;
	return options.has(option) && calls.slice(at + 1).some(({ verb }) => verb === option);
}

const options: ReadonlySet<string> = new Set(['resolution', 'ratio', 'duration', 'webSearch']);

function isNamed({ text }: Refusal, issues: readonly FoundIssue[]): boolean {
	const sentences = sentencesOf(text);
	if (sentences.length > 0) return sentences.every((sentence) => issues.some(({ message }) => message === sentence));
	const choices = /^.*parameter of type '(.*)'/.exec(text)?.[1]?.split(' | ').sort().join();
	return issues.some(({ rule }) => choices !== undefined && choices === choicesOf[rule]);
}

/** All that the compiler says in a `NotAllowed`: one sentence, a union of several, or what is missing as a list. */
function sentencesOf(text: string): string[] {
	const refused = [...text.matchAll(/NotAllowed<((?:"(?:[^"\\]|\\.)*"| \| )+)/g)].map(([, union]) => union!);
	const literals = refused.flatMap((union) =>
		[...union.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([one]) => JSON.parse(one) as string),
	);
	return literals.flatMap((literal) => literal.split('; '));
}

const choicesOf: Readonly<Record<string, string>> = {
	resolution: unionOf(spec.resolutions.map(quoted)),
	ratio: unionOf([...spec.ratios.map(quoted), 'undefined']),
};

function unionOf(types: readonly string[]): string {
	return [...types].sort().join();
}

function quoted(text: string): string {
	return `"${text}"`;
}

function listed(issues: readonly FoundIssue[]): string {
	return issues.length === 0 ? 'nothing' : issues.map(({ message }) => message).join('; ');
}
