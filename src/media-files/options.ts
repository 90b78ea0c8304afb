/** Options of `probeMedia`. */
export interface ProbeOptions {
	/** Stops reading when it aborts, with a `TaskAbortedError`. */
	readonly signal?: AbortSignal | undefined;
}

/** Options of `mediaFromFile`. */
export interface MediaFileOptions extends ProbeOptions {
	/**
	 * Whether upstream's limits are errors, too. They are undocumented on the API page, and may change. Those of the API page are
	 * errors always. @default true
	 */
	readonly upstreamLimits?: boolean | undefined;
}

/** Options of `mediaFromFile` that ask for an image. */
export interface ImageFileOptions extends MediaFileOptions {
	/** Refuses every file that is no image. */
	readonly as: 'image';
}

/** Options of `mediaFromFile` that ask for an audio clip. */
export interface AudioFileOptions extends MediaFileOptions {
	/** Refuses every file that is no audio clip. */
	readonly as: 'audio';
}

/** Options of `mediaFromFile` whose kind is known at run time alone, or left open. */
export interface EitherFileOptions extends MediaFileOptions {
	/** Refuses files of other kinds. Left out, an image and an audio clip are taken. */
	readonly as?: 'image' | 'audio' | undefined;
}
