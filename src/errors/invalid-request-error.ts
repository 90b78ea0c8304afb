import type { ContentPlace } from './content-place.js';
import { SeedanceError } from './seedance-error.js';
import type { RuleId } from '../rules.js';

/** One error in a request or a prompt. */
export interface RequestIssue {
	/** The rule that is broken. `docs/rules.md` lists all rules. */
	readonly rule: RuleId;

	/**
	 * The path from the payload's root: `['content', 0, 'text']`. In a prompt, it is the name of a slot, `['hero']`, the position of a
	 * value, `[0]`, or a place in a shot list, `['shots', 1, 'seconds']`. Empty for the request or the prompt as a whole.
	 */
	readonly path: readonly (string | number)[];

	/** The item of the content that the issue is about, to show in a form. Absent if it is about no single item. */
	readonly place?: ContentPlace;

	/** What is wrong, and what to write instead: in the verbs of a chain, in the fields of a payload, or in a prompt. */
	readonly message: string;
}

/**
 * The request or the prompt is invalid. Nothing was sent.
 *
 * Thrown by `.build()`, `parseRequest` and the client's `submit` and `generate`;
 * returned by `.safeBuild()` and `safeParseRequest`. Also thrown by `toCode`, `toCurl` and `fromCurl`, which read a request.
 * For a prompt, thrown by `prompt`, `promptTemplate` and its templates, `shotList`, `dialogue` and `normalizeReferences`. The message
 * then begins with `the prompt breaks`.
 */
export class InvalidRequestError extends SeedanceError {
	override name = 'InvalidRequestError' as const;

	/** All errors: first those of single fields, then those between fields. */
	readonly issues: readonly RequestIssue[];

	/** @param subject What breaks the rules. A prompt is created before there is a request. */
	constructor(issues: readonly RequestIssue[], subject: 'request' | 'prompt' = 'request') {
		super(summary(issues, subject));
		this.issues = issues;
	}
}

/** Returns whether `error` is an {@link InvalidRequestError}. */
export function isInvalidRequestError(error: unknown): error is InvalidRequestError {
	return error instanceof InvalidRequestError;
}

const maxLines = 10;

function summary(issues: readonly RequestIssue[], subject: string): string {
	const lines = issues.slice(0, maxLines).map(({ path, message }) => `- ${prefix(path, message)}${message}`);
	if (issues.length > maxLines) lines.push(`- and ${issues.length - maxLines} more, in error.issues`);
	return `the ${subject} breaks ${issues.length === 1 ? 'a rule' : `${issues.length} rules`}:\n${lines.join('\n')}`;
}

/** Returns the prefix of an issue's line: its path, but for a field at the end that the message names itself. */
function prefix(path: RequestIssue['path'], message: string): string {
	const field = path.at(-1);
	const isNamed = typeof field === 'string' && new Set(message.match(/\w+/g)).has(field);
	const shown = isNamed ? path.slice(0, -1) : path;
	if (shown.length < 2) return '';
	const steps = shown.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${step}`));
	return `${steps.join('')}: `;
}
