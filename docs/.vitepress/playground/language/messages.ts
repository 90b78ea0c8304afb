/** An error of the compiler, in the words that a person reads first. */
export interface Problem {
	/** The offset of the first character, and the one after the last. */
	readonly from: number;
	readonly to: number;

	/** The line and the column, from 1. */
	readonly line: number;
	readonly column: number;

	/** The sentences of the rules that are broken; else the first line of the compiler's message. */
	readonly sentences: readonly string[];

	/** The compiler's whole message, with its code. */
	readonly details: string;
}

/** What the compiler says of a program, and the program as JavaScript. */
export interface Checked {
	readonly problems: readonly Problem[];

	/** The places of names that are deprecated, to strike them through. */
	readonly deprecated: readonly { readonly from: number; readonly to: number }[];

	/** The program as a CommonJS module. It exports what the playground shows. */
	readonly javascript: string;
}

/** A name that an editor offers. */
export interface Offer {
	readonly name: string;
	readonly kind: string;
	readonly sortText: string;
	readonly isDeprecated: boolean;
}

/** The names that an editor offers for the text from an offset on. */
export interface Offers {
	readonly from: number;
	readonly offers: readonly Offer[];
}

/** The type and the doc comment of a name. */
export interface Description {
	readonly from: number;
	readonly to: number;
	readonly type: string;
	readonly documentation: string;
}

/** The signature of the call around the cursor: the text before, in and after the current parameter. */
export interface Signature {
	readonly from: number;
	readonly before: string;
	readonly parameter: string;
	readonly after: string;
	readonly documentation: string;
}

/** What the language service answers. */
export interface Language {
	check(text: string): Checked;
	complete(text: string, position: number): Offers | undefined;
	describe(text: string, position: number, name: string): Description | undefined;
	hover(text: string, position: number): Description | undefined;
	signature(text: string, position: number): Signature | undefined;
}

/** A question to the worker. */
export interface Question {
	readonly id: number;
	readonly method: keyof Language;
	readonly args: readonly unknown[];
}

/** What the worker sends: that it is ready, an answer, or that a question failed. */
export type Answer =
	| { readonly type: 'ready' }
	| { readonly type: 'answer'; readonly id: number; readonly value: unknown }
	| { readonly type: 'error'; readonly id: number; readonly message: string };
