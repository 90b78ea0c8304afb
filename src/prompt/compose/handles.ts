import type { MediaHandle } from '../../media/handle.js';
import type { MediaKind } from '../../spec.js';
import type { Prompt } from '../types.js';

/** Any list: of sources, of handles, or of a template's spans. */
export type AnyList = readonly unknown[];

/** The handles of a value: of a handle, a list of handles, a prompt, or a value that may be one. */
export type HandlesOfValue<Value> = Value extends string | number
	? []
	: Value extends MediaHandle
		? [Value]
		: Value extends Prompt<infer Handles>
			? Handles
			: Value extends AnyList
				? Value
				: [];

/** The length of a prompt's shot list; `undefined` if it has none. */
export type LengthOf<Value> = Value extends Prompt<AnyList, infer Seconds> ? Seconds : undefined;

/** `Before`, and those of `Given` that are new. Which of a list of unknown length are new, only the run time knows. */
export type WithHandles<Before extends AnyList, Given extends AnyList> = [Given] extends [
	readonly [infer First, ...infer Rest],
]
	? unknown extends First
		? [...Before, ...MediaHandle[]]
		: WithHandles<First extends MediaHandle ? WithHandle<Before, First> : [...Before, First], Rest>
	: Given extends readonly []
		? Before
		: [...Before, ...Given[number][]];

/** `Before` and a handle, if it is new. The list has an unknown length if only the run time knows whether it is. */
export type WithHandle<Before extends AnyList, Handle extends MediaHandle> = Before extends readonly []
	? [Handle]
	: IsOneLiteral<Handle['url']> extends true
		? Handle extends Before[number]
			? MediaHandle<Handle['kind']> extends Before[number]
				? [...Before, ...Handle[]]
				: Before
			: [...Before, Handle]
		: Handle['kind'] & KindOf<Before[number]> extends never
			? [...Before, Handle]
			: [...Before, ...Handle[]];

/** The kinds that a value may attach: a handle, a list of handles, or a prompt. */
export type KindOf<Value> = unknown extends Value
	? MediaKind
	: Value extends string | number
		? never
		: Value extends MediaHandle
			? Value['kind']
			: Value extends Prompt<infer Handles>
				? KindOf<Handles[number]>
				: Value extends readonly (infer Listed)[]
					? KindOf<Listed>
					: never;

/** The handles of a kind among those of a prompt. Where only the run time knows them, the list has an unknown length. */
export type HandlesOfKind<Kind extends MediaKind, Handles extends AnyList, Found extends AnyList = []> = [
	Handles,
] extends [readonly [infer Head, ...infer Rest]]
	? unknown extends Head
		? [...Found, ...MediaHandle<Kind>[]]
		: HandlesOfKind<
				Kind,
				Rest,
				Head extends MediaHandle<Kind>
					? [...Found, Head]
					: Kind extends KindOf<Head>
						? [...Found, ...MediaHandle<Kind>[]]
						: Found
			>
	: Kind extends KindOf<Handles[number]>
		? [...Found, ...MediaHandle<Kind>[]]
		: Found;

/**
 * The handles of a kind in a template, each once. The result is a list of unknown length if the compiler doesn't know how many
 * there are, or whether two are the same. Spans that may have several lengths are read as a list of unknown length.
 */
export type HandlesOf<
	Kind extends MediaKind,
	Spans extends AnyList,
	Found extends MediaHandle[] = [],
	AllDiffer extends boolean = true,
> = [Spans] extends [readonly [infer Head, ...infer Rest]]
	? [Head] extends [MediaHandle<Kind>]
		? unknown extends Head
			? MediaHandle<Kind>[]
			: [IsOneLiteral<Head['url']>, AllDiffer] extends [true, true]
				? Head extends Found[number]
					? HandlesOf<Kind, Rest, Found>
					: HandlesOf<Kind, Rest, [...Found, Head]>
				: HandlesOf<Kind, Rest, [...Found, Head], false>
		: [PossibleHandle<Kind, Head>] extends [never]
			? HandlesOf<Kind, Rest, Found, AllDiffer>
			: [Head] extends [
						| readonly [...infer Listed extends AnyList]
						| { readonly handles: readonly [...infer Listed extends AnyList] },
				  ]
				? number extends Listed['length']
					? MediaHandle<Kind>[]
					: HandlesOf<Kind, [...Listed, ...Rest], Found, AllDiffer>
				: MediaHandle<Kind>[]
	: [PossibleHandle<Kind, Spans[number]>] extends [never]
		? CountIfKnown<Found, AllDiffer>
		: MediaHandle<Kind>[];

/** The handles that were found: a tuple, or a list of unknown length if two of them may be the same. */
export type CountIfKnown<Found extends MediaHandle[], AllDiffer> = AllDiffer extends true
	? Found
	: Found extends [unknown]
		? Found
		: Found[number][];

/** The members of a span's type, or of a list or prompt that it may be, that may be a handle of this kind. */
export type PossibleHandle<Kind extends MediaKind, Span> = Span extends MediaHandle
	? Kind extends Span['kind']
		? Span
		: never
	: Span extends string | number
		? never
		: Span extends readonly (infer Listed)[] | { readonly handles: readonly (infer Listed)[] }
			? PossibleHandle<Kind, Listed>
			: never;

/** Whether a text is one literal: not one of several, and not text that only the run time knows. */
export type IsOneLiteral<Text, All = Text> = Text extends string
	? {} extends { [Literal in Text]: 1 }
		? false
		: [All] extends [Text]
			? true
			: false
	: never;
