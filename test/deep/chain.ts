import { editVideo, extendVideo, video } from 'seedance-builder';

/** An argument as a program writes it, and what it is at run time: one value, or those that a spread yields. */
export interface Argument {
	readonly source: string;
	readonly values: readonly unknown[];

	/** Whether the compiler knows the value, not only its type. */
	readonly isLiteral: boolean;
}

/** The function that a chain begins with. */
export type Start = 'video' | 'editVideo' | 'extendVideo';

/** A verb of the run-time chain. */
export type Verb =
	| 'text'
	| 'firstFrame'
	| 'lastFrame'
	| 'referenceImage'
	| 'referenceVideo'
	| 'referenceAudio'
	| 'resolution'
	| 'ratio'
	| 'duration'
	| 'generateAudio'
	| 'watermark'
	| 'webSearch'
	| 'returnLastFrame'
	| 'build'
	| 'safeBuild'
	| 'toJSON';

/** One call of a chain. */
export interface Call {
	readonly verb: Verb;

	/** Of a template's tag, one: the template. */
	readonly args: readonly Argument[];
	readonly isTag?: boolean;
}

/** A chain as data: where it begins, and the calls after. The last one is the verb that ends it. */
export interface ChainData {
	readonly start: Start;
	readonly calls: readonly Call[];
}

/** An issue that the run time finds. */
export interface FoundIssue {
	readonly rule: string;
	readonly message: string;
}

/** Writes the chain as users do. */
export function expressionOf({ start, calls }: ChainData): string {
	return `${start}()\n${calls.map((call) => `\t${callOf(call)}`).join('\n')};`;
}

/**
 * Writes the chain as a block of {@link linesOf} lines: its start, then one line a call, each on what the one before it
 * returned, then the payload that it builds, if it does, as what its type says. In one expression, a call without arguments
 * that is refused is reported where the expression begins.
 */
export function blockOf(chain: ChainData): string {
	const { start, calls } = chain;
	const lines = calls.map((call, index) => `const chain${index + 1} = chain${index}${callOf(call)};`);
	return `{ const chain0 = ${start}();\n${lines.join('\n')}\n${payloadOf(chain)} }\n`;
}

function payloadOf(chain: ChainData): string {
	const built = evaluate(chain);
	if (!built.success) return '';
	// Whether a text fits `${number}${string}${number}`, the compiler can't always tell.
	const isKnown = isLiteral({ ...chain, calls: chain.calls.filter(({ verb }) => verb === 'text') });
	const json = JSON.stringify(built.data, (key, value: unknown) => (key === 'text' && !isKnown ? anyText : value));
	const type = `ReturnType<(typeof chain${chain.calls.length - 1})['build']>`;
	return `const payload: ${type} = ${json.replace(JSON.stringify(anyText), 'undefined as never')};`;
}

const anyText = 'any text';

/** How many lines the chain's block has. */
export function linesOf({ calls }: ChainData): number {
	return calls.length + 2;
}

/** The issues that the run time finds in the chain; none where it builds. */
export function issuesOf(chain: ChainData): readonly FoundIssue[] {
	const built = evaluate(chain);
	return built.success ? [] : built.error.issues;
}

/** Evaluates the chain, but for its end. */
function evaluate({ start, calls }: ChainData): Built {
	let built = starts[start]() as LooseChain;
	for (const { verb, args } of calls) {
		if (!isEnd(verb)) built = built[verb](...args.flatMap(({ values }) => values));
	}
	return built.safeBuild();
}

/** Tells whether the compiler knows every value of the chain. */
export function isLiteral({ calls }: ChainData): boolean {
	return calls.every(({ args }) => args.every(({ isLiteral }) => isLiteral));
}

type End = 'build' | 'safeBuild' | 'toJSON';

/** The run-time chain as it is: every verb at every stage. */
type LooseChain = Readonly<Record<Exclude<Verb, End>, (...args: unknown[]) => LooseChain>> & {
	safeBuild(): Built;
};

type Built = { success: true; data: unknown } | { success: false; error: { issues: readonly FoundIssue[] } };

const starts: Readonly<Record<Start, () => unknown>> = { video, editVideo, extendVideo };

function callOf({ verb, args, isTag = false }: Call): string {
	const sources = args.map(({ source }) => source).join(', ');
	return isTag ? `.${verb}${sources}` : `.${verb}(${sources})`;
}

function isEnd(verb: Verb): verb is End {
	return verb === 'build' || verb === 'safeBuild' || verb === 'toJSON';
}
