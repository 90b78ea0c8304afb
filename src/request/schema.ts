import * as z from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import type { RequestIssue } from '../errors/invalid-request-error.js';
import { refusals, tooLarge } from '../rules.js';
import { contentIssues, type PinnedMode } from './content-issues.js';
import { frozen } from './frozen.js';
import { plainCopy, TooLargeError } from './plain-copy.js';
import { shapeIssues } from './shape/issues.js';
import { shape } from './shape/shape.js';
import type { VideoRequest } from './types.js';

/**
 * Validates a request: every rule, over any JSON. Its output is a frozen copy of the input.
 *
 * Each issue is a zod issue with the sentence as its `message`, the `path` of the value and the rule's id in
 * `params.rule`. `parseRequest` and `safeParseRequest` give the same as an {@link InvalidRequestError}.
 *
 * @example
 * const { success, error } = requestSchema.safeParse(JSON.parse(body));
 */
export const requestSchema: ZodMiniType<VideoRequest> = z.transform((input: unknown, context): VideoRequest => {
	const { request, issues } = judge(input);
	for (const { rule, path, message } of issues) {
		context.issues.push({ code: 'custom', message, path: [...path], params: { rule }, input });
	}
	return request ?? z.NEVER;
});

/** Judges a request: the one place where the rules run. `request` is set where there are no issues. */
export function judge(
	input: unknown,
	mode: PinnedMode = 'video',
): { readonly request?: VideoRequest; readonly issues: readonly RequestIssue[] } {
	try {
		const copy = plainCopy(input);
		const { success, data, error } = shape.safeParse(copy, { reportInput: true });
		const issues = [...(success ? [] : shapeIssues(error.issues)), ...contentIssues(copy, mode)];
		return success && issues.length === 0 ? { request: frozen(data), issues } : { issues: issues.slice(0, mostIssues) };
	} catch (error) {
		return { issues: [unreadable(error)] };
	}
}

// More are of no use to anybody.
const mostIssues = 100;

function unreadable(error: unknown): RequestIssue {
	// A getter or a proxy threw. What it threw may hold anything: it is dropped.
	if (!(error instanceof TooLargeError)) return { ...refusals.unreadable, path: [] };
	const { path, excess, count } = error;
	const message = tooLarge(String(path.at(-1) ?? 'request'), excess, count);
	return { rule: path.join() === 'content' ? 'too-many' : 'shape', path, message };
}
