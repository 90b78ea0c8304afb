/** A request of a program that keeps the rules, with all that the playground shows of it, as text. */
export interface ShownRequest {
	readonly type: 'request';

	/** The name that it is exported by. */
	readonly name: string;
	readonly payload: string;
	readonly curl: string;
	readonly mode: string;

	/** The size in pixels, or why there is none. */
	readonly size: string;

	/** The estimated tokens, or why there is no estimate. */
	readonly tokens: string;
	readonly advice: readonly ShownAdvice[];
}

/** An advice about a request. */
export interface ShownAdvice {
	readonly rule: string;
	readonly source: string;
	readonly place: string;
	readonly message: string;

	/** What mends it, if anything does. */
	readonly fix?: ShownFix;
}

/** A mended request: as a module, and its text beside the old one if nothing else differs. */
export interface ShownFix {
	readonly code: string;
	readonly text?: { readonly before: string; readonly after: string };
}

/** A request that breaks rules. */
interface ShownRefusal {
	readonly type: 'refusal';
	readonly name: string;
	readonly issues: readonly ShownIssue[];
}

/** A rule that a request breaks when the program runs. */
export interface ShownIssue {
	readonly rule: string;

	/** The item of the content, or the path of the field. Empty for the request as a whole. */
	readonly place: string;
	readonly message: string;
}

/** What a program made. */
export type Shown = ShownRequest | ShownRefusal;

/** What the sandbox sends: that the program begins, a line of the console, the end, or why the program stopped. */
export type SandboxMessage =
	| { readonly type: 'started' }
	| { readonly type: 'line'; readonly line: string }
	| { readonly type: 'finished'; readonly shown: readonly Shown[] }
	| { readonly type: 'stopped'; readonly message: string; readonly issues: readonly ShownIssue[] };

/** How a program ended, with the lines that it wrote to the console. */
export type ProgramResult = { readonly lines: readonly string[] } & (
	| { readonly type: 'finished'; readonly shown: readonly Shown[] }
	| { readonly type: 'stopped'; readonly message: string; readonly issues: readonly ShownIssue[] }
);
