import { SeedanceError } from './seedance-error.js';
import type { RuleId } from '../rules.js';

/** One thing that is wrong with a request. */
export interface RequestIssue {
	/** The rule that is broken. `docs/rules.md` lists them all. */
	readonly rule: RuleId;

	/** Where, from the payload's root: `["content", 0, "text"]`. Empty where it is the request as a whole. */
	readonly path: readonly (string | number)[];

	/** What is wrong and what to write instead. */
	readonly message: string;
}

/**
 * A request that the API would refuse. Nothing was sent.
 *
 * Thrown by `.build()`, `parseRequest` and the client's `submit` and `generate`;
 * returned by `.safeBuild()` and `safeParseRequest`.
 */
export class InvalidRequestError extends SeedanceError {
	override name = 'InvalidRequestError' as const;

	/** Everything that is wrong, not the first thing alone: the fields' own rules first, then those between them. */
	readonly issues: readonly RequestIssue[];

	constructor(issues: readonly RequestIssue[]) {
		super(summary(issues));
		this.issues = issues;
	}
}

/** Tells whether `error` is an {@link InvalidRequestError}. */
export function isInvalidRequestError(error: unknown): error is InvalidRequestError {
	return error instanceof InvalidRequestError;
}

const shown = 10;

function summary(issues: readonly RequestIssue[]): string {
	const lines = issues.slice(0, shown).map(({ path, message }) => `- ${place(path)}${message}`);
	if (issues.length > shown) lines.push(`- and ${issues.length - shown} more, in error.issues`);
	return `the request breaks ${issues.length === 1 ? 'a rule' : `${issues.length} rules`}:\n${lines.join('\n')}`;
}

/** Where an issue is. A field of the request itself is named by its message. */
function place(path: RequestIssue['path']): string {
	if (path.length < 2) return '';
	const steps = path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${step}`));
	return `${steps.join('')}: `;
}
