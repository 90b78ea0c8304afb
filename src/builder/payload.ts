import type { Simplify } from 'type-fest';
import type { AudioItem, ImageItem, TextItem, VideoItem } from '../request/types.js';
import type { Duration, spec } from '../spec.js';
import type { Distinct } from './checks/distinct.js';
import type { StageName } from './stages.js';
import type { AnyParts, AnyList, shotSeconds } from './state.js';

/** The type of a payload: the body of the request, as JSON. */
export type Payload<Name extends StageName, P extends AnyParts, Options> = undefined extends Options[keyof Options]
	? typeof shotSeconds extends keyof Options
		? Payload<Name, P, WithDuration<Options>>
		: Simplify<
				{ readonly model: typeof spec.model; readonly content: ContentByStage<P>[Name] } & WithoutUnset<Options>
			> &
				P['lastFrame']
	: Simplify<{ readonly model: typeof spec.model; readonly content: ContentByStage<P>[Name] } & Options> &
			P['lastFrame'];

/** The options of a chain with a shot list: its length is the duration, unless another is set. */
export type WithDuration<Options> = Omit<Options, 'duration' | typeof shotSeconds> & {
	readonly duration: 'duration' extends keyof Options
		? undefined extends Options['duration']
			? Exclude<Options['duration'], undefined> | LengthOfShots<Options>
			: Options['duration']
		: LengthOfShots<Options>;
};

/** The length of the shot list in a chain's text; it may be `undefined` if there may be no list. */
export type LengthOfShots<Options> = Options extends { readonly [shotSeconds]?: readonly [infer Seconds] }
	? Seconds & (Duration | undefined)
	: never;

/** The content of a payload, by the stage at which the chain ends. In the API's order. */
export interface ContentByStage<P extends AnyParts> {
	start: never;
	text: readonly [TextItem<P['text']>];
	webSearch: never;
	webSearchText: readonly [TextItem<P['text']>];
	firstFrame: readonly [...TextItems<P['text']>, ...FrameItems<P['images'][0], 'first_frame'>];
	firstAndLastFrame: readonly [
		...TextItems<P['text']>,
		...FrameItems<P['images'][0], 'first_frame'>,
		...FrameItems<P['images'][1], 'last_frame'>,
	];
	referenceImage: ReferenceItems<P>;
	referenceVideo: ReferenceItems<P>;
	referenceAudio: ReferenceItems<P>;
	audioAlone: never;
	editStart: never;
	edit: ReferenceItems<P>;
	editVideo: ReferenceItems<P>;
	extendStart: never;
	extend: ReferenceItems<P>;
}

/** The content of a request with references. */
export type ReferenceItems<P extends AnyParts> = readonly [
	...TextItems<P['text']>,
	...ImageItems<Distinct<P['images']>>,
	...VideoItems<Distinct<P['videos']>>,
	...AudioItems<Distinct<P['audio']>>,
];

/** The items of reference images. */
export type ImageItems<Sources extends AnyList> = {
	[Index in keyof Sources]: ImageItem<Sources[Index], 'reference_image'>;
};

/** The items of reference videos. */
export type VideoItems<Sources extends AnyList> = { [Index in keyof Sources]: VideoItem<Sources[Index]> };

/** The items of reference audio clips. */
export type AudioItems<Sources extends AnyList> = { [Index in keyof Sources]: AudioItem<Sources[Index]> };

/** The item of a text, if there is one. */
export type TextItems<Text> = [Text] extends [{}]
	? [TextItem<Text>]
	: [Text] extends [undefined]
		? []
		: [] | [TextItem<Exclude<Text, undefined>>];

/** The item of a frame, if there is one. */
export type FrameItems<Source, Role> = [Source] extends [{}]
	? [ImageItem<Source, Role>]
	: [] | [ImageItem<Exclude<Source, undefined>, Role>];

/** The options that may be `undefined` as optional fields, and without those that are `undefined` for certain. */
export type WithoutUnset<Options> = {
	readonly [Key in keyof Options as MayBeUnset<Key, Options[Key]> extends true ? never : Key]: Options[Key];
} & {
	readonly [
		Key in keyof Options as MayBeUnset<Key, Options[Key]> extends true
			? [Exclude<Options[Key], undefined>] extends [never]
				? never
				: Key
			: never
	]?: Exclude<Options[Key], undefined>;
};

/** Whether an option may be `undefined`. A resolution is always set, even if its type is `any`. */
export type MayBeUnset<Key, Value> = Key extends 'resolution' ? false : undefined extends Value ? true : false;
