import type { ParseResult } from '../../request/parse.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type {
	Joined,
	MissingParts,
	MissingResolution,
	WhenTextFits,
	WithMissingResolution,
} from '../checks/completeness.js';
import type { Payload } from '../payload.js';
import type { StageName } from '../stages.js';
import type { AnyParts, Unfinished } from '../state.js';

/**
 * The verbs that end a chain. Each is a {@link NotAllowed} if the text is wrong.
 *
 * They take the state as type parameters. If they read it through `this`, compilers before the native one would not end on
 * the intersection of a chain and another type with `build()`.
 */
export interface BuildVerbs<Name extends StageName, P extends AnyParts, Options> {
	/**
	 * Compiles the chain to the payload: the exact JSON that the API takes, frozen, with its literal type.
	 *
	 * @throws {InvalidRequestError} With every issue, if a value that the compiler didn't know breaks a rule.
	 */
	readonly build: WhenTextFits<Name, P, Options, () => Payload<Name, P, Options>>;

	/** Compiles the chain like `.build()`, and returns the issues instead of throwing them. */
	readonly safeBuild: WhenTextFits<Name, P, Options, () => ParseResult<Payload<Name, P, Options>>>;

	/** Compiles the chain like `.build()`: `JSON.stringify(chain)` is the request's body. */
	readonly toJSON: WhenTextFits<Name, P, Options, () => Payload<Name, P, Options>>;
}

/** Refuses the end of a chain that has no resolution. */
export interface ResolutionMissing<Name extends StageName, P extends AnyParts> extends Unfinished {
	/** @deprecated a resolution is required: call .resolution() with 720p, 1080p or 2k */
	readonly build: NotAllowed<Sentence<'resolutionMissing'>> & WhenTextFits<Name, P, {}, unknown>;

	/** @deprecated a resolution is required: call .resolution() with 720p, 1080p or 2k */
	readonly safeBuild: NotAllowed<Sentence<'resolutionMissing'>> & WhenTextFits<Name, P, {}, unknown>;

	/** @deprecated a resolution is required: call .resolution() with 720p, 1080p or 2k */
	readonly toJSON: NotAllowed<Sentence<'resolutionMissing'>> & WhenTextFits<Name, P, {}, unknown>;
}

/** Refuses the end of an edit or an extension that lacks an image, a video or the resolution. */
export interface PartsMissing<
	Name extends keyof MissingParts<AnyParts>,
	P extends AnyParts,
	Options,
> extends Unfinished {
	/** @deprecated the request is not complete: the type says what is missing */
	readonly build: NotAllowed<Joined<MissingParts<P>[Name], MissingResolution<Options>>> &
		WhenTextFits<Name, P, {}, unknown>;

	/** @deprecated the request is not complete: the type says what is missing */
	readonly safeBuild: NotAllowed<Joined<MissingParts<P>[Name], MissingResolution<Options>>> &
		WhenTextFits<Name, P, {}, unknown>;

	/** @deprecated the request is not complete: the type says what is missing */
	readonly toJSON: NotAllowed<Joined<MissingParts<P>[Name], MissingResolution<Options>>> &
		WhenTextFits<Name, P, {}, unknown>;
}

/** Refuses the end of a chain that has neither text nor media. */
export interface NothingToMake<Options> {
	/** @deprecated the request is empty: call .text(), .firstFrame() or a reference verb */
	readonly build: NotAllowed<WithMissingResolution<'nothingToMake', Options>>;

	/** @deprecated the request is empty: call .text(), .firstFrame() or a reference verb */
	readonly safeBuild: NotAllowed<WithMissingResolution<'nothingToMake', Options>>;

	/** @deprecated the request is empty: call .text(), .firstFrame() or a reference verb */
	readonly toJSON: NotAllowed<WithMissingResolution<'nothingToMake', Options>>;
}

/** Refuses the end of an edit before its text. */
export interface EditTextMissing<Options> {
	/** @deprecated editing requires a text: call .text() and describe the change */
	readonly build: NotAllowed<WithMissingResolution<'editText', Options>>;

	/** @deprecated editing requires a text: call .text() and describe the change */
	readonly safeBuild: NotAllowed<WithMissingResolution<'editText', Options>>;

	/** @deprecated editing requires a text: call .text() and describe the change */
	readonly toJSON: NotAllowed<WithMissingResolution<'editText', Options>>;
}

/** Refuses the end of an extension before its text. */
export interface ExtendTextMissing<Options> {
	/** @deprecated extension requires a text: call .text() and describe what follows */
	readonly build: NotAllowed<WithMissingResolution<'extendText', Options>>;

	/** @deprecated extension requires a text: call .text() and describe what follows */
	readonly safeBuild: NotAllowed<WithMissingResolution<'extendText', Options>>;

	/** @deprecated extension requires a text: call .text() and describe what follows */
	readonly toJSON: NotAllowed<WithMissingResolution<'extendText', Options>>;
}

/** Refuses the end of a chain that has audio and no image or video. */
export interface VisualMissing<Options> {
	/** @deprecated audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly build: NotAllowed<WithMissingResolution<'audioAlone', Options>>;

	/** @deprecated audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly safeBuild: NotAllowed<WithMissingResolution<'audioAlone', Options>>;

	/** @deprecated audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly toJSON: NotAllowed<WithMissingResolution<'audioAlone', Options>>;
}
