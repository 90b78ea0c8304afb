import { SeedanceError } from './seedance-error.js';
import { wordsOf } from './words-of.js';

/**
 * A video couldn't be written to disk: the file exists already, its directory doesn't, the disk is full.
 *
 * `cause` is the file system's error, where there is one. Nothing is left beside the target.
 */
export class SaveError extends SeedanceError {
	override name = 'SaveError' as const;

	/** The absolute path that was to be written. */
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

/** Tells whether `error` is a {@link SaveError}. */
export function isSaveError(error: unknown): error is SaveError {
	return error instanceof SaveError;
}

function problem(code: string | undefined, cause: unknown): string {
	if (code === 'EEXIST') return 'the file exists; choose another path, or pass overwrite: true to replace it';
	if (code === 'EISDIR') return 'it is a directory; name a file in it';
	if (code === 'ENOENT') return "its directory doesn't exist; create it first";
	return `${wordsOf(cause)}; save it elsewhere, or make room: its URL answers for 24 hours`;
}
