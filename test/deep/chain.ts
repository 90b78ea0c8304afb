import { editVideo, extendVideo, video } from 'seedance-builder';

/** An argument as a program writes it, and what it is at run time: one value, or those that a spread yields. */
export interface Argument {
	readonly source: string;
	readonly values: readonly unknown[];

	/** Further values that its type allows, where the compiler refuses it because of one of them. */
	readonly others?: readonly (readonly unknown[])[];

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
	| 'options'
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
 * returned, then the payload that it builds, if it does, as what its type says, and the chain as a `FinishedChain`. In one
 * expression, a call without arguments that is refused is reported where the expression begins.
 */
export function blockOf(chain: ChainData): string {
	const { start, calls } = chain;
	const lines = calls.map((call, index) => `const chain${index + 1} = chain${index}${callOf(call)};`);
	return `{ const chain0 = ${start}();\n${lines.join('\n')}\n${resultOf(chain)} }\n`;
}

function resultOf(chain: ChainData): string {
	const built = evaluate(chain);
	if (!built.success) return '\n';
	// Whether a text fits `${number}${string}${number}`, the compiler can't always tell.
	const isKnown = isLiteral({ ...chain, calls: chain.calls.filter(({ verb }) => verb === 'text') });
	const json = JSON.stringify(built.data, (key, value: unknown) => (key === 'text' && !isKnown ? anyText : value));
	const last = `chain${chain.calls.length - 1}`;
	const payload = json.replace(JSON.stringify(anyText), 'undefined as never');
	return `const payload: ReturnType<(typeof ${last})['build']> = ${payload};\nconst finished: FinishedChain = ${last};`;
}

const anyText = 'any text';

/** How many lines the chain's block has. */
export function linesOf({ calls }: ChainData): number {
	return calls.length + 3;
}

/** The issues that the run time finds in the chain; none where it builds. */
export function issuesOf(chain: ChainData): readonly FoundIssue[] {
	const built = evaluate(chain);
	return built.success ? [] : built.error.issues;
}

/** The chain with each of the values that the types of its arguments allow: the values that it has, and the others. */
export function variantsOf({ start, calls }: ChainData): readonly ChainData[] {
	return combinations(calls.map(callsOf)).map((calls) => ({ start, calls }));
}

function callsOf(call: Call): readonly Call[] {
	const choices = call.args.map((argument) => [
		argument,
		...(argument.others ?? []).map((values) => ({ ...argument, values })),
	]);
	return combinations(choices).map((args) => ({ ...call, args }));
}

/** Every list that has one item of each of the given lists, in their order. */
function combinations<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
	return lists.reduce<readonly (readonly Item[])[]>(
		(rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
		[[]],
	);
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
