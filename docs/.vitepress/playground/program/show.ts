import {
	estimateTokens,
	isConfigurationError,
	lintRequest,
	modeOf,
	pixelSize,
	safeParseRequest,
	toCode,
	toCurl,
	type Advice,
	type Buildable,
	type RequestIssue,
	type VideoRequest,
} from 'seedance-builder';
import type { Shown, ShownAdvice, ShownFix, ShownIssue } from './messages.js';

/** Returns what the playground shows of a module: each exported value that is a chain or a request, in the order of the exports. */
export function showExports(exports: Readonly<Record<string, unknown>>): readonly Shown[] {
	return Object.entries(exports).flatMap(([name, value]) => {
		if (isChain(value)) return [show(name, value.safeBuild?.() ?? safeParseRequest(value.build()), value)];
		return isPayload(value) ? [show(name, safeParseRequest(value), value)] : [];
	});
}

/** Returns the issues of a request or a prompt as the playground shows them. */
export function showIssues(issues: readonly RequestIssue[]): readonly ShownIssue[] {
	return issues.map(({ rule, path, place, message }) => ({ rule, place: place?.what ?? path.join('.'), message }));
}

interface Chain extends Buildable {
	readonly safeBuild?: () => ReturnType<typeof safeParseRequest>;
}

function isChain(value: unknown): value is Chain {
	return typeof value === 'object' && value !== null && 'build' in value && typeof value.build === 'function';
}

function isPayload(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'model' in value && 'content' in value;
}

function show(name: string, result: ReturnType<typeof safeParseRequest>, value: unknown): Shown {
	if (!result.success) return { type: 'refusal', name, issues: showIssues(result.error.issues) };
	const request = result.data;
	return {
		type: 'request',
		name,
		payload: JSON.stringify(request, null, 2),
		curl: toCurl(request),
		mode: modeOf(request),
		size: sizeOf(request),
		tokens: tokensOf(request),
		// An edit and an extension are known by the chain only.
		advice: lintRequest(isChain(value) ? value : request).map((advice) => showAdvice(advice, request, value)),
	};
}

function sizeOf({ resolution, ratio }: VideoRequest): string {
	if (ratio === undefined || ratio === 'adaptive') return 'the model chooses the ratio';
	return pixelSize(resolution, ratio).join(' × ');
}

function tokensOf(request: VideoRequest): string {
	try {
		return estimateTokens(request).toLocaleString('en');
	} catch (error) {
		if (isConfigurationError(error)) return error.message;
		throw error;
	}
}

function showAdvice({ rule, source, place, message, fix }: Advice, request: VideoRequest, value: unknown): ShownAdvice {
	return { rule, source, place: place?.what ?? '', message, ...(fix && { fix: showFix(fix, request, value) }) };
}

function showFix(fix: VideoRequest, request: VideoRequest, value: unknown): ShownFix {
	const start = startOf(value);
	const code = toCode(fix).replace('import { video }', `import { ${start} }`).replace('= video()', `= ${start}()`);
	const [before, after] = [textOf(request), textOf(fix)];
	const isTextOnly = before !== undefined && after !== undefined && equal(withText(request, after), fix);
	return { code, ...(isTextOnly && { text: { before, after } }) };
}

/** The function that a chain started with: a payload does not show whether it is an edit or an extension. */
function startOf(value: unknown): string {
	const { mode } = (value as { readonly state?: { readonly mode?: unknown } }).state ?? {};
	return mode === 'edit' || mode === 'extend' ? `${mode}Video` : 'video';
}

function textOf({ content: [first] }: VideoRequest): string | undefined {
	return first?.type === 'text' ? first.text : undefined;
}

function withText(request: VideoRequest, text: string): object {
	return { ...request, content: [{ type: 'text', text }, ...request.content.slice(1)] };
}

function equal(one: object, other: object): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
