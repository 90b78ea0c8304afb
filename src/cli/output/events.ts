import type { TaskStatus } from '../../client/task/status.js';
import type { Mode, Ratio, Resolution } from '../../spec.js';

/**
 * What happens while a command runs. With `--json`, each event is a line of the standard output. Names and fields are stable: new
 * ones may be added.
 */
export type CliEvent = RequestEvent | WarningEvent | SubmittedEvent | ProgressEvent | DownloadEvent | LastFrameEvent;

/** A request is about to be submitted. Nothing was sent yet. */
export interface RequestEvent {
	readonly event: 'request';

	/** The host of the API. */
	readonly host: string;
	readonly mode: Mode;
	readonly resolution: Resolution;
	readonly ratio: Ratio;

	/** The length of the video. */
	readonly seconds: number;

	/** The estimate by upstream's formula. Absent if the size of the video or the length of a reference is unknown. */
	readonly tokens?: number;
}

/** Something that the user should know, and that doesn't stop the command. */
interface WarningEvent {
	readonly event: 'warning';
	readonly message: string;
}

/** The task exists, and is billed if it succeeds. */
interface SubmittedEvent {
	readonly event: 'submitted';
	readonly taskId: string;
}

/** The status or the progress of the task has changed. */
export interface ProgressEvent {
	readonly event: 'progress';
	readonly taskId: string;
	readonly status: TaskStatus;

	/** The part that is done, from 0 to 1. */
	readonly progress: number;
}

/** A part of the video has arrived: the first, and then one for each tenth. */
export interface DownloadEvent {
	readonly event: 'download';
	readonly taskId: string;
	readonly bytes: number;

	/** How many bytes there are. Absent if the server doesn't say. */
	readonly total?: number;
}

/** The task has an image of its last frame, because the request asked for it. */
interface LastFrameEvent {
	readonly event: 'last-frame';
	readonly taskId: string;

	/** The signed URL of the image. */
	readonly url: string;
}
