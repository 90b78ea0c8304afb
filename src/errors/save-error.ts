import { messageOf } from './message-of.js';
import { SeedanceError } from './seedance-error.js';

/**
 * A video couldn't be written to disk: the file exists, its directory doesn't, or the disk is full.
 *
 * `cause` is the file system's error, if there is one. No partial file is left behind.
 */
export class SaveError extends SeedanceError {
	override name = 'SaveError' as const;

	/** The absolute path of the file. */
	readonly path: string;

	readonly taskId: string;

	/** The file system's code, such as `EEXIST` or `ENOSPC`. */
	readonly code: string | undefined;

	constructor(path: string, taskId: string, code: string | undefined, cause?: unknown) {
		super(
			`the video of task ${JSON.stringify(taskId)} can't be saved as ${JSON.stringify(path)}: ${problem(code, cause)}`,
			{
				cause,
			},
		);
		this.path = path;
		this.taskId = taskId;
		this.code = code;
	}
}

/** Returns whether `error` is a {@link SaveError}. */
export function isSaveError(error: unknown): error is SaveError {
	return error instanceof SaveError;
}

function problem(code: string | undefined, cause: unknown): string {
	if (code === 'EEXIST') return 'the file exists; choose another path, or pass overwrite: true to replace it';
	if (code === 'EISDIR') return 'it is a directory; pass the path of a file';
	if (code === 'EFTYPE') return 'it is not a regular file; pass the path of a file';
	if (code === 'ENOENT') return "its directory doesn't exist; create it first";
	return `${messageOf(cause)}; choose another path or free disk space: the video's URL is valid for 24 hours`;
}
