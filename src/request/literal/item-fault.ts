import type { JsonSentence, TooMany } from '../../rules.js';
import type { MediaKind, spec } from '../../spec.js';
import type { GroupedItems } from './grouped-items.js';

/** The sentence for an item that does not fit the others; `never` if it fits. */
export type ItemFault<Item, All extends GroupedItems, Before extends GroupedItems> = Item extends {
	readonly type: 'text';
}
	? TextPlaceFault<Before>
	: Item extends { readonly type: 'image_url' }
		? ImageOrderFault<Before> | RoleFault<RoleOf<Item>, All, Before>
		: Item extends { readonly type: 'video_url' }
			? VideoOrderFault<Before> | ReferencePlaceFault<'video', Before['videos'], Before>
			: AudioAloneFault<All, Before> | ReferencePlaceFault<'audio', Before['audio'], Before>;

/** A text comes first, and once. */
export type TextPlaceFault<Before extends GroupedItems> = Before['text'] extends readonly []
	? [...Before['images'], ...Before['videos'], ...Before['audio']] extends readonly []
		? never
		: JsonSentence<'textFirst'>
	: JsonSentence<'oneText'>;

/** Images come before videos and audio. */
export type ImageOrderFault<Before extends GroupedItems> = Before['audio'] extends readonly []
	? Before['videos'] extends readonly []
		? never
		: JsonSentence<'imagesBeforeVideos'>
	: JsonSentence<'imagesBeforeAudio'>;

/** Videos come before audio. */
export type VideoOrderFault<Before extends GroupedItems> = Before['audio'] extends readonly []
	? never
	: JsonSentence<'videosBeforeAudio'>;

/** Audio comes with an image or a video. Only the first audio clip is refused. */
export type AudioAloneFault<All extends GroupedItems, Before extends GroupedItems> = [
	...All['images'],
	...All['videos'],
	...Before['audio'],
] extends readonly []
	? JsonSentence<'audioAlone'>
	: never;

/** What an image is, by its role. An image without a role is a first frame. A role that only the run time knows is `unknown`. */
export type RoleOf<Item> = Item extends { readonly role: infer Role extends string }
	? [Role] extends ['first_frame']
		? 'first_frame'
		: [Role] extends ['last_frame']
			? 'last_frame'
			: [Role] extends ['reference_image']
				? 'reference_image'
				: 'unknown'
	: 'none';

/** The roles of images. */
export type RolesOf<Images extends readonly unknown[]> = RoleOf<Images[number]>;

/** The sentence for an image whose role does not fit. Of several images without a role, only the first is refused. */
export type RoleFault<Role, All extends GroupedItems, Before extends GroupedItems> = Role extends 'none'
	? All['images'] extends readonly [unknown]
		? FrameFault<'first_frame', 'oneFirstFrame', Before>
		: 'none' extends RolesOf<Before['images']>
			? never
			: JsonSentence<'roleMissing'>
	: Role extends 'first_frame'
		? FrameFault<'first_frame', 'oneFirstFrame', Before>
		: Role extends 'last_frame'
			? FrameFault<'last_frame', 'oneLastFrame', Before> | LastFrameAloneFault<Before>
			: Role extends 'reference_image'
				? ReferencePlaceFault<'image', ReferencesIn<Before['images']>, Before>
				: never;

/** A frame is not combined with references, and each frame stands once. */
export type FrameFault<
	Role extends string,
	Repeated extends 'oneFirstFrame' | 'oneLastFrame',
	Before extends GroupedItems,
> =
	HasReferences<Before> extends true
		? HasFrames<Before> extends true
			? never
			: JsonSentence<'framesOrReferences'>
		: Role extends RolesOf<Before['images']>
			? JsonSentence<Repeated>
			: never;

/** A last frame comes after a first frame. */
export type LastFrameAloneFault<Before extends GroupedItems> =
	HasReferences<Before> extends true
		? never
		: RolesOf<Before['images']> & ('first_frame' | 'unknown') extends never
			? JsonSentence<'lastFrameAlone'>
			: never;

/** A reference is not combined with frames, and there are no more of a kind than the API takes. */
export type ReferencePlaceFault<
	Kind extends MediaKind,
	References extends readonly unknown[],
	Before extends GroupedItems,
> =
	| (HasFrames<Before> extends true
			? HasReferences<Before> extends true
				? never
				: JsonSentence<'framesOrReferences'>
			: never)
	| (`${(typeof spec.media)[Kind]['most']}` extends keyof [...References, unknown] ? TooMany<Kind> : never);

/** Whether there is a frame for certain. An image without a role is one. */
export type HasFrames<Before extends GroupedItems> = RolesOf<Before['images']> &
	('first_frame' | 'last_frame' | 'none') extends never
	? false
	: true;

/** Whether there is a reference for certain. */
export type HasReferences<Before extends GroupedItems> = [
	...ReferencesIn<Before['images']>,
	...Before['videos'],
	...Before['audio'],
] extends readonly []
	? false
	: true;

/** The images that are references for certain. */
export type ReferencesIn<
	Images extends readonly unknown[],
	Found extends readonly unknown[] = [],
> = Images extends readonly [infer Image, ...infer Rest]
	? ReferencesIn<Rest, RoleOf<Image> extends 'reference_image' ? [...Found, Image] : Found>
	: Found;
