import { InvalidRequestError, type RequestIssue } from '../../errors/invalid-request-error.js';
import type { MediaHandle } from '../../media/handle.js';
import { mixedPlaceholder, promptValueExpected, refusals } from '../../rules.js';
import type { AnyPrompt, PromptPart } from '../types.js';
import { handlesOf, mixedPlaceholderIn, renderParts, type Composition } from './parts.js';

/**
 * Creates a prompt from what was composed.
 *
 * @throws {InvalidRequestError} With the issues that are given, and those of the prompt as a whole.
 */
export function createPrompt({ parts, shots }: ComposedParts, issues: readonly RequestIssue[]): AnyPrompt {
	const all = [...issues, ...compositionIssues({ parts, shots })];
	if (all.length > 0) throw new InvalidRequestError(all, 'prompt');
	return new Prompt(parts, shots[0]) as object as AnyPrompt;
}

/** The issues of texts, handles and prompts that don't fit together. */
function compositionIssues({ parts, shots }: ComposedParts): RequestIssue[] {
	const issues: RequestIssue[] = [];
	const mixed = mixedPlaceholderIn(parts);
	if (mixed !== undefined) issues.push({ rule: 'mixed-placeholder', path: [], message: mixedPlaceholder(mixed) });
	if (shots.length > 1) issues.push({ ...refusals.oneShotList, path: [] });
	return issues;
}

/** The issue of a value that a prompt can't hold. */
export function valueIssue(name: string, path: RequestIssue['path'], value: unknown): RequestIssue {
	return { rule: 'prompt-value', path, message: promptValueExpected(name, value) };
}

type ComposedParts = Pick<Composition, 'parts' | 'shots'>;

/** The one class behind every prompt. Its properties are own, enumerable and frozen: test frameworks compare by them. */
class Prompt {
	readonly text: string;
	readonly handles: readonly MediaHandle[];
	readonly parts: readonly PromptPart[];
	declare readonly seconds?: number;

	constructor(parts: readonly PromptPart[], seconds: number | undefined) {
		this.text = renderParts(parts).text;
		this.handles = Object.freeze(handlesOf(parts));
		this.parts = Object.freeze(parts);
		if (seconds !== undefined) this.seconds = seconds;
		Object.freeze(this);
	}

	toString(): string {
		if (this.handles.length === 0) return this.text;
		throw new TypeError(
			'a prompt with handles is no text: pass it to .text() or prompt`${…}`, so that its media are attached, or read its .text',
		);
	}
}
