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
 * returned. In one expression, a call without arguments that is refused is reported where the expression begins.
 */
export function blockOf({ start, calls }: ChainData): string {
	const lines = calls.map((call, index) => `const chain${index + 1} = chain${index}${callOf(call)};`);
	return `{ const chain0 = ${start}();\n${lines.join('\n')} }\n`;
}

/** How many lines the chain's block has. */
export function linesOf({ calls }: ChainData): number {
	return calls.length + 1;
}

/** Evaluates the chain, but for its end: the issues that `.safeBuild()` finds, none where it succeeds. */
export function issuesOf({ start, calls }: ChainData): readonly FoundIssue[] {
	let built = starts[start]() as LooseChain;
	for (const { verb, args } of calls) {
		if (!isEnd(verb)) built = built[verb](...args.flatMap(({ values }) => values));
	}
	const result = built.safeBuild();
	return result.success ? [] : result.error.issues;
}

/** Tells whether the compiler knows every value of the chain. */
export function isLiteral({ calls }: ChainData): boolean {
	return calls.every(({ args }) => args.every(({ isLiteral }) => isLiteral));
}

type End = 'build' | 'safeBuild' | 'toJSON';

/** The run-time chain as it is: every verb at every stage. */
type LooseChain = Readonly<Record<Exclude<Verb, End>, (...args: unknown[]) => LooseChain>> & {
	safeBuild(): { success: true } | { success: false; error: { issues: readonly FoundIssue[] } };
};

const starts: Readonly<Record<Start, () => unknown>> = { video, editVideo, extendVideo };

function callOf({ verb, args, isTag = false }: Call): string {
	const sources = args.map(({ source }) => source).join(', ');
	return isTag ? `.${verb}${sources}` : `.${verb}(${sources})`;
}

function isEnd(verb: Verb): verb is End {
	return verb === 'build' || verb === 'safeBuild' || verb === 'toJSON';
}
