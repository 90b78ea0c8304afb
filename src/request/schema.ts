import * as z from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import type { RequestIssue } from '../errors/invalid-request-error.js';
import { refusals } from '../rules.js';
import { contentIssues, type PinnedMode } from './content-issues.js';
import { frozen } from './frozen.js';
import { shapeIssues } from './shape-issues.js';
import { shape } from './shape.js';
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
		const { success, data, error } = shape.safeParse(input, { reportInput: true });
		const issues = [...(success ? [] : shapeIssues(error.issues)), ...contentIssues(input, mode)];
		return success && issues.length === 0 ? { request: frozen(data), issues } : { issues };
	} catch {
		// A getter or a proxy threw. What it threw may hold anything: it is dropped.
		return { issues: [{ ...refusals.unreadable, path: [] }] };
	}
}
