import type { BlankText } from '../prompt/blank.js';
import type { DanglingPlaceholders } from '../prompt/placeholders.js';
import type { ParseResult } from '../request/parse.js';
import type { AudioItem, ImageItem, TextItem, VideoItem } from '../request/types.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { Resolution, spec } from '../spec.js';
import type { AnyParts, List } from './state.js';

/** The verbs that end a chain. Each is a {@link NotAllowed} that names what is missing until the request is complete. */
export interface BuildVerbs<Mode extends keyof Contents<AnyParts>, P extends AnyParts, Options> {
	/**
	 * Compiles the chain to the payload: the exact JSON that the API takes, frozen, with its literal type.
	 *
	 * @throws {InvalidRequestError} With every issue, where a value that the compiler couldn't see breaks a rule.
	 */
	readonly build: Finished<P, Options, () => Payload<Contents<P>[Mode], Options>>;

	/** Compiles the chain like `.build()`, and returns the issues instead of throwing them. */
	readonly safeBuild: Finished<P, Options, () => ParseResult<Payload<Contents<P>[Mode], Options>>>;

	/** Compiles the chain like `.build()`: `JSON.stringify(chain)` is the request's body. */
	readonly toJSON: Finished<P, Options, () => Payload<Contents<P>[Mode], Options>>;
}

/** The verbs that end a chain, before there is anything to make. */
export interface UnfinishedVerbs {
	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly build: NotAllowed<Sentence<'nothingToMake'>>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly safeBuild: NotAllowed<Sentence<'nothingToMake'>>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly toJSON: NotAllowed<Sentence<'nothingToMake'>>;
}

/** The content of a payload by mode, in the API's order. */
interface Contents<P extends AnyParts> {
	text: readonly [...TextContent<P>];
	firstFrame: readonly [...TextContent<P>, ImageItem<P['images'][0], 'first_frame'>];
	firstAndLastFrame: readonly [
		...TextContent<P>,
		ImageItem<P['images'][0], 'first_frame'>,
		ImageItem<P['images'][1], 'last_frame'>,
	];
	references: readonly [
		...TextContent<P>,
		...ReferenceImages<P['images']>,
		...ReferenceVideos<P['videos']>,
		...ReferenceAudio<P['audio']>,
	];
}

type TextContent<P extends AnyParts> = [P['text']] extends [never] ? [] : [TextItem<P['text']>];

/** The payload: what `JSON.stringify` makes of it is the request's body. */
type Payload<Content, Options> = Simplify<
	{ readonly model: (typeof spec)['model']; readonly content: Content } & Settled<Options>
>;

type Simplify<Type> = { readonly [Key in keyof Type]: Type[Key] } & {};

/** The options as the payload has them: what may be unset is optional, what is unset is absent. */
type Settled<Options> = undefined extends Options[keyof Options] ? Unset<Options> : Options;

type Unset<Options> = {
	readonly [Key in keyof Options as undefined extends Options[Key] ? never : Key]: Options[Key];
} & {
	readonly [
		Key in keyof Options as undefined extends Options[Key] ? ([Options[Key]] extends [undefined] ? never : Key) : never
	]?: Exclude<Options[Key], undefined>;
};

type Finished<P extends AnyParts, Options, Verb> = Options extends { readonly resolution: Resolution }
	? TextProblem<P> extends infer Problem
		? [Problem] extends [never]
			? Verb
			: Problem
		: never
	: NotAllowed<Sentence<'resolutionMissing'>>;

type TextProblem<P extends AnyParts> =
	| BlankText<P['text']>
	| DanglingPlaceholders<P['text'], P['images'], P['videos'], P['audio']>;

type ReferenceImages<Images extends List> = {
	readonly [Index in keyof Images]: ImageItem<Images[Index], 'reference_image'>;
};
type ReferenceVideos<Videos extends List> = { readonly [Index in keyof Videos]: VideoItem<Videos[Index]> };
type ReferenceAudio<Audio extends List> = { readonly [Index in keyof Audio]: AudioItem<Audio[Index]> };
