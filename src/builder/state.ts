/** A list of sources or items, of whatever length. */
export type List = readonly unknown[];

/**
 * What a chain has collected: the text (`undefined` before there is one) and the sources by kind. A frame is an image.
 * It is carried from stage to stage as one reference, so that an option verb costs the compiler nothing for it.
 */
export interface Parts<Text, Images extends List, Videos extends List, Audio extends List> {
	readonly text: Text;
	readonly images: Images;
	readonly videos: Videos;
	readonly audio: Audio;
}

/** Any collection of parts. */
export type AnyParts = Parts<unknown, List, List, List>;
