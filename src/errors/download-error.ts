import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link DownloadError} is made from. */
export interface DownloadErrorFacts {
	readonly taskId: string;
	readonly reason: string;
	readonly status?: number | undefined;
	readonly code?: string | undefined;
	readonly retryAfter?: number | undefined;
	readonly unverifiedPath?: string | undefined;
}

/**
 * A finished video couldn't be downloaded: its URL was refused, the connection broke, or the file is not a whole MP4.
 *
 * The video is paid for and still exists. Its URL is valid for 24 hours; reading the task returns it again.
 */
export class DownloadError extends SeedanceError {
	override name = 'DownloadError' as const;

	readonly taskId: string;

	/** The HTTP status. Absent if no response arrived, or if the connection broke. */
	readonly status: number | undefined;

	/** The platform's or the storage's code, such as `ECONNREFUSED` or `ExpiredToken`. Absent if there is none. */
	readonly code: string | undefined;

	/**
	 * Where the file was kept, if it arrived whole and does not look like an MP4: it is paid for. Absent if nothing was kept.
	 */
	readonly unverifiedPath: string | undefined;

	/** How long the server asks to wait, in milliseconds. */
	readonly retryAfter: number | undefined;

	constructor({ taskId, reason, status, code, retryAfter, unverifiedPath }: DownloadErrorFacts) {
		const kept = unverifiedPath === undefined ? '' : `; it was kept as ${JSON.stringify(unverifiedPath)}: check it`;
		super(
			`the video of task ${JSON.stringify(taskId)} couldn't be downloaded: ${reason}${kept}; ${resumeHint(taskId)}`,
		);
		this.taskId = taskId;
		this.status = status;
		this.code = code;
		this.unverifiedPath = unverifiedPath;
		this.retryAfter = retryAfter;
	}
}

/** Returns whether `error` is a {@link DownloadError}. */
export function isDownloadError(error: unknown): error is DownloadError {
	return error instanceof DownloadError;
}
