/**
 * What the AI SDK passes to a video model, as far as this library reads it. By structure: a value of the AI SDK's own type,
 * `VideoModelV4CallOptions`, is one.
 */
export interface VideoCallOptions {
	/** The text of the prompt. */
	readonly prompt?: string | undefined;

	/** The number of videos. The model makes one for each call. */
	readonly n?: number | undefined;

	/** The aspect ratio. */
	readonly aspectRatio?: string | undefined;

	/** The size in pixels, such as `1280x720`. */
	readonly resolution?: string | undefined;

	/** The length in seconds. */
	readonly duration?: number | undefined;

	/** The frames per second. The API has no such field. */
	readonly fps?: number | undefined;

	/** The seed. The API has no such field. */
	readonly seed?: number | undefined;

	/** The image of the prompt, which is the first frame. Ignored if `frameImages` has a first frame: the AI SDK repeats it here. */
	readonly image?: VideoFile | undefined;

	/** The first and the last frame. */
	readonly frameImages?: readonly { readonly image: VideoFile; readonly frameType: string }[] | undefined;

	/** Images, videos and audio clips that the prompt may refer to. */
	readonly inputReferences?: readonly VideoFile[] | undefined;

	/** Whether sound is generated with the video. */
	readonly generateAudio?: boolean | undefined;

	/** The options of each provider, by its name. */
	readonly providerOptions?: Readonly<Record<string, object | undefined>> | undefined;

	/** Ends the submit when it aborts. */
	readonly abortSignal?: AbortSignal | undefined;

	/** Further HTTP headers. They are not sent. */
	readonly headers?: Readonly<Record<string, string | undefined>> | undefined;

	/** The URL of a webhook. It is not sent. */
	readonly webhookUrl?: string | undefined;
}

/** A file as the AI SDK passes it: its bytes, in base64 or not, or a URL. */
export type VideoFile =
	| { readonly type: 'file'; readonly mediaType: string; readonly data: string | Uint8Array }
	| { readonly type: 'url'; readonly url: string; readonly mediaType?: string | undefined };
