import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link DownloadError} is made from. */
export interface DownloadErrorFacts {
	readonly taskId: string;
	readonly reason: string;
	readonly status?: number | undefined;
	readonly retryAfter?: number | undefined;
}

/**
 * A finished video couldn't be downloaded: its URL was refused, the connection broke, or the length was wrong.
 *
 * The video is paid for and still exists. Its URL is valid for 24 hours; reading the task returns it again.
 */
export class DownloadError extends SeedanceError {
	override name = 'DownloadError' as const;

	readonly taskId: string;

	/** The HTTP status. Absent if no response arrived, or if the connection broke. */
	readonly status: number | undefined;

	/** How long the server asks to wait, in milliseconds. */
	readonly retryAfter: number | undefined;

	constructor({ taskId, reason, status, retryAfter }: DownloadErrorFacts) {
		super(`the video of task ${JSON.stringify(taskId)} couldn't be downloaded: ${reason}; ${resumeHint(taskId)}`);
		this.taskId = taskId;
		this.status = status;
		this.retryAfter = retryAfter;
	}
}

/** Returns whether `error` is a {@link DownloadError}. */
export function isDownloadError(error: unknown): error is DownloadError {
	return error instanceof DownloadError;
}
