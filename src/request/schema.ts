import * as z from 'zod/mini';
import type { ZodMiniObject, ZodMiniType } from 'zod/mini';
import type { RequestIssue } from '../errors/invalid-request-error.js';
import { refusals, tooLarge, type Subject } from '../rules.js';
import { builderOf } from './builder-of.js';
import { asRecord } from './content/read.js';
import { contentIssues, type ChainFacts } from './content/issues.js';
import { withPlaces } from './content/places.js';
import { frozen } from './plain/frozen.js';
import { plainCopy, TooLargeError } from './plain/copy.js';
import { shapeIssues } from './shape/issues.js';
import { shape } from './shape/shape.js';
import type { VideoRequest } from './types.js';

/**
 * Validates a request: every rule, over any JSON. Its output is a frozen copy of the input.
 *
 * Each issue is a zod issue with the sentence as its `message`, the `path` of the value, the rule's id in `params.rule` and
 * the item of the content in `params.place`. `parseRequest` and `safeParseRequest` give the same as an {@link InvalidRequestError}.
 *
 * It nests in other schemas. `z.toJSONSchema` gives its fields and their values; the rules between fields have no form there.
 *
 * @example
 * const { success, error } = requestSchema.safeParse(JSON.parse(body));
 */
export const requestSchema: ZodMiniType<VideoRequest> = /* @__PURE__ */ withJsonSchema(
	shape,
	z.transform((input: unknown, context): VideoRequest => {
		const { request, issues } = judge(input, { mode: 'video' }, 'json');
		for (const { message, path, ...params } of issues) {
			context.issues.push({ code: 'custom', message, path: [...path], params, input });
		}
		return request ?? z.NEVER;
	}),
);

/** Gives a schema the JSON Schema of an object. zod has none for a schema that judges by a function. */
function withJsonSchema<Schema extends ZodMiniType>(object: ZodMiniObject, schema: Schema): Schema {
	schema._zod.processJSONSchema = (context, json, params) =>
		context.processors[object._zod.def.type]?.(object, context, json, params);
	// A transform counts as optional, because its function is called for a field that is missing, too.
	schema._zod.optin = undefined;
	return schema;
}

/** What {@link judge} says of a request. */
export interface Judgement {
	/** A frozen copy of the request. Set where there are no issues. */
	readonly request?: VideoRequest;
	readonly issues: readonly RequestIssue[];

	/** A frozen copy of what was judged. Absent if it could not be read. */
	readonly payload?: unknown;
}

/** Judges a request: the one place where the rules run. The sentences are those for a chain, or for JSON. */
export function judge(input: unknown, facts: ChainFacts, subject: Subject): Judgement {
	try {
		const copy = plainCopy(input);
		const { success, data, error } = shape.safeParse(copy, { reportInput: true });
		const found = contentIssues(copy, facts, subject);
		const issues = [...(success ? [] : withoutRepeats(shapeIssues(error.issues, subject), found)), ...found];
		if (success && issues.length === 0) return { request: frozen(data), issues };
		if (builderOf(input) !== undefined) return { issues: [{ ...refusals.notBuilt, path: [] }] };
		return { issues: withPlaces(issues.slice(0, mostIssues), asRecord(copy)['content']), payload: frozen(copy) };
	} catch (error) {
		return { issues: [unreadable(error)] };
	}
}

// Longer lists do not help.
const mostIssues = 100;

/** The issues of the shape, without those of an item's field that a rule has an issue for: the rule's says more. */
function withoutRepeats(issues: readonly RequestIssue[], found: readonly RequestIssue[]): readonly RequestIssue[] {
	const paths = new Set(found.map(({ path }) => path.join()));
	return issues.filter(({ path }) => path[0] !== 'content' || !paths.has(path.join()));
}

function unreadable(error: unknown): RequestIssue {
	// A getter or a proxy threw. What it threw may hold anything: it is dropped.
	if (!(error instanceof TooLargeError)) return { ...refusals.unreadable, path: [] };
	const { path, excess, count } = error;
	const message = tooLarge(String(path.at(-1) ?? 'request'), excess, count);
	return { rule: path.join() === 'content' ? 'too-many' : 'shape', path, message };
}
