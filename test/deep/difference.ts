import { spec } from '../../src/spec.js';
import { isLiteral, issuesOf, type ChainData, type FoundIssue } from './chain.js';
import { isKnownRefusal } from './known-differences.js';
import type { Refusal } from './refusals.js';

/**
 * How the compiler and the run time differ over a chain; `undefined` where they agree:
 *
 * - What the compiler accepts, the run time accepts, if the compiler knows every value of the chain.
 * - What the compiler refuses, the run time refuses, whatever the compiler knows. Of the values that a type allows, a chain
 *   holds at run time the one that the rules like least: `undefined` where an option may be, a list with something in it.
 * - What the compiler says where it first stops is what the run time says of the chain as far as that. For a finite choice
 *   it is the choices, and the run time names the option's rule.
 *
 * But for what `known-differences.ts` lists.
 */
export function differenceOver(chain: ChainData, refusal: Refusal | undefined): string | undefined {
	const issues = issuesOf(chain);
	if (refusal === undefined) {
		return isLiteral(chain) && issues.length > 0 ? `only the run time refuses: ${listed(issues)}` : undefined;
	}
	if (isKnownRefusal(chain, refusal)) return undefined;
	if (issues.length === 0 && !isSetAgain(chain, refusal)) return `only the compiler refuses: ${refusal.text}`;
	const found = issuesOf(chain.slice(0, refusal.at + 1));
	return isNamed(refusal, found) ? undefined : `the compiler: ${refusal.text}\nthe run time: ${listed(found)}`;
}

/**
 * Tells whether a later call replaces the option that is refused: the last one counts at run time, while the compiler
 * judges each as it comes. Up to the refused call they must agree all the same.
 */
function isSetAgain(chain: ChainData, { at, text }: Refusal): boolean {
	const { verb } = chain[at]!;
	const option = text.includes('web search goes with text alone') ? 'webSearch' : verb;
	return options.has(option) && chain.slice(at + 1).some(({ verb }) => verb === option);
}

const options: ReadonlySet<string> = new Set(['resolution', 'ratio', 'duration', 'webSearch']);

function isNamed({ text }: Refusal, issues: readonly FoundIssue[]): boolean {
	// Of several sentences, `NotAllowed<"…" | "…">` holds them all.
	const refused = [...text.matchAll(/NotAllowed<((?:"(?:[^"\\]|\\.)*"| \| )+)/g)].map(([, union]) => union!);
	const sentences = refused.flatMap((union) => [...union.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, one]) => one!));
	if (sentences.length > 0) return sentences.every((sentence) => issues.some(({ message }) => message === sentence));
	const choices = /^.*parameter of type '(.*)'/.exec(text)?.[1]?.split(' | ').sort().join();
	return issues.some(({ rule }) => choices !== undefined && choices === choicesOf[rule]);
}

const choicesOf: Readonly<Record<string, string>> = {
	resolution: unionOf(spec.resolutions),
	ratio: unionOf(spec.ratios),
};

function unionOf(choices: readonly string[]): string {
	return [...choices.map((choice) => `"${choice}"`), 'undefined'].sort().join();
}

function listed(issues: readonly FoundIssue[]): string {
	return issues.length === 0 ? 'nothing' : issues.map(({ message }) => message).join('; ');
}
