import { SeedanceError } from './seedance-error.js';

/** Why a file can't be used. */
export type MediaFileReason = 'unreadable' | 'unknown-format' | 'wrong-kind' | 'damaged' | 'limit' | 'video-needs-url';

/** One thing that is wrong with a file. */
export interface MediaFileProblem {
	/**
	 * - `unreadable`: it does not exist, is empty, is no regular file, may not be read, or changed while it was read.
	 * - `unknown-format`: its bytes are of no format that the API takes.
	 * - `wrong-kind`: it is not of the kind that `as` asks for.
	 * - `damaged`: its bytes begin as a format, and can't be measured or end early.
	 * - `limit`: it breaks a limit.
	 * - `video-needs-url`: it is a video, and the API takes no base64 video.
	 */
	readonly reason: MediaFileReason;

	/** Who says so: the API page, upstream (undocumented on the API page), or this library. */
	readonly source: 'API page' | 'upstream' | 'this library';

	/** The file, what was measured, what is allowed, and what to do. */
	readonly message: string;
}

/**
 * A file can't be used as media. Nothing was sent.
 *
 * Thrown by `mediaFromFile` and `probeMedia`. `problems` has one entry, or one for each limit that the file breaks.
 */
export class MediaFileError extends SeedanceError {
	override name = 'MediaFileError' as const;

	/** The path as it was passed, the name of a `File`, or a word for bytes without a name. */
	readonly file: string;

	/** All that is wrong. */
	readonly problems: readonly MediaFileProblem[];

	/** The file system's code, such as `ENOENT`. Absent if the file could be read. */
	readonly code: string | undefined;

	constructor(file: string, problems: readonly MediaFileProblem[], code?: string) {
		super(problems.map(({ message }) => message).join('\n'));
		this.file = file;
		this.problems = problems;
		this.code = code;
	}
}

/** Returns whether `error` is a {@link MediaFileError}. */
export function isMediaFileError(error: unknown): error is MediaFileError {
	return error instanceof MediaFileError;
}
