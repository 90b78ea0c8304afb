import { video } from 'seedance-builder';

/** An argument as a program writes it, and what it is at run time: one value, or those that a spread yields. */
export interface Argument {
	readonly source: string;
	readonly values: readonly unknown[];

	/** Whether the compiler knows the value, not only its type. */
	readonly isLiteral: boolean;
}

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
	readonly args: readonly Argument[];
}

/** A chain as data: the calls after `video()`. The last one is the verb that ends it. */
export type ChainData = readonly Call[];

/** An issue that the run time finds. */
export interface FoundIssue {
	readonly rule: string;
	readonly message: string;
}

/** Writes the chain as users do. */
export function expressionOf(chain: ChainData): string {
	return `video()\n${chain.map((call) => `\t${callOf(call)}`).join('\n')};`;
}

/**
 * Writes the chain as a block of {@link linesOf} lines: `video()`, then one line a call, each on what the one before it
 * returned. In one expression, a call without arguments that is refused is reported where the expression begins.
 */
export function blockOf(chain: ChainData): string {
	const lines = chain.map((call, index) => `const chain${index + 1} = chain${index}${callOf(call)};`);
	return `{ const chain0 = video();\n${lines.join('\n')} }\n`;
}

/** How many lines the chain's block has. */
export function linesOf(chain: ChainData): number {
	return chain.length + 1;
}

/** Evaluates the chain, but for its end: the issues that `.safeBuild()` finds, none where it succeeds. */
export function issuesOf(chain: ChainData): readonly FoundIssue[] {
	let built = video() as unknown as LooseChain;
	for (const { verb, args } of chain) {
		if (!isEnd(verb)) built = built[verb](...args.flatMap(({ values }) => values));
	}
	const result = built.safeBuild();
	return result.success ? [] : result.error.issues;
}

/** Tells whether the compiler knows every value of the chain. */
export function isLiteral(chain: ChainData): boolean {
	return chain.every(({ args }) => args.every(({ isLiteral }) => isLiteral));
}

type End = 'build' | 'safeBuild' | 'toJSON';

/** The run-time chain as it is: every verb at every stage. */
type LooseChain = Readonly<Record<Exclude<Verb, End>, (...args: unknown[]) => LooseChain>> & {
	safeBuild(): { success: true } | { success: false; error: { issues: readonly FoundIssue[] } };
};

function callOf({ verb, args }: Call): string {
	return `.${verb}(${args.map(({ source }) => source).join(', ')})`;
}

function isEnd(verb: Verb): verb is End {
	return verb === 'build' || verb === 'safeBuild' || verb === 'toJSON';
}
