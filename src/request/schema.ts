import * as z from 'zod/mini';
import type { RequestIssue } from '../errors/invalid-request-error.js';
import { refusals } from '../rules.js';
import { contentIssues, type PinnedMode } from './content-issues.js';
import { shapeIssues } from './shape-issues.js';
import { shape } from './shape.js';
import type { VideoRequest } from './types.js';

/**
 * The schema of a request: every rule, over any JSON. Its output is a frozen copy of what came in.
 *
 * Each issue is a zod issue with the sentence as its `message`, the `path` to the spot and the rule's id in
 * `params.rule`. `parseRequest` and `safeParseRequest` give the same as an {@link InvalidRequestError}.
 *
 * @example
 * const { success, error } = requestSchema.safeParse(JSON.parse(body));
 */
export const requestSchema: z.ZodMiniType<VideoRequest> = z.transform((input: unknown, context): VideoRequest => {
	const { request, issues } = judge(input);
	for (const { rule, path, message } of issues) {
		context.issues.push({ code: 'custom', message, path: [...path], params: { rule }, input });
	}
	return request as VideoRequest;
});

/** Judges a request: the one place where the rules run. `request` is there where there are no issues. */
export function judge(
	input: unknown,
	mode: PinnedMode = 'video',
): { readonly request?: VideoRequest; readonly issues: readonly RequestIssue[] } {
	try {
		const { success, data, error } = shape.safeParse(input, { reportInput: true });
		const issues = [...(success ? [] : shapeIssues(error.issues)), ...contentIssues(input, mode)];
		return issues.length === 0 ? { request: frozen(data) as VideoRequest, issues } : { issues };
	} catch {
		// A getter or a proxy threw. What it threw may hold anything, so it goes no further.
		return { issues: [{ ...refusals.unreadable, path: [] }] };
	}
}

/** Freezes the schema's own copy of the input, all the way down, and drops the fields that are `undefined`. */
function frozen<Value>(value: Value): Value {
	if (typeof value !== 'object' || value === null) return value;
	const fields = value as Record<string, unknown>;
	for (const key in fields) {
		if (fields[key] === undefined) delete fields[key];
		else frozen(fields[key]);
	}
	return Object.freeze(value);
}
