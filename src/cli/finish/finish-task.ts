import type { Task, VideoResultWithLastFrame } from '../../client/index.js';
import { saveVideo } from '../../node/index.js';
import type { Context } from '../context.js';
import { apiWords, type ApiFlags, type WaitFlags } from '../options/api-options.js';
import type { OutputFlags } from '../options/output-options.js';
import { shellCommand } from './shell-word.js';
import { UnfinishedError } from './unfinished-error.js';

/** What is needed to finish a job. */
export type JobFlags = ApiFlags & WaitFlags & OutputFlags;

/** Waits for a task, saves its video and prints the result. Throws an `UnfinishedError` with the command that does the rest. */
export async function finishTask(task: Task, path: string, flags: JobFlags, context: Context): Promise<void> {
	const { io, reporter } = context;
	await orUnfinished(task.id, flags, async () => {
		const result = await task.wait({
			signal: io.signal,
			...(flags.deadline !== undefined && { deadline: flags.deadline * 1_000 }),
			onProgress: ({ taskId, status, progress }) => reporter.emit({ event: 'progress', taskId, status, progress }),
		});
		await saveResult(result, path, flags, context);
	});
}

/** Saves the video of a result, and prints the result: the path as the last line. */
export async function saveResult(
	result: VideoResultWithLastFrame,
	path: string,
	{ overwrite = false }: OutputFlags,
	{ io, reporter }: Context,
): Promise<void> {
	const { raw: _, ...shown } = result;
	reporter.emit({ event: 'download', taskId: result.taskId, bytes: 0 });
	const saved = await saveVideo(result, path, {
		signal: io.signal,
		overwrite,
		onProgress: (progress) => reporter.emit({ event: 'download', ...progress }),
	});
	if (result.lastFrameUrl !== undefined)
		reporter.emit({ event: 'last-frame', taskId: result.taskId, url: result.lastFrameUrl });
	reporter.result({ ...shown, path: saved }, saved);
}

/** Runs `work`. What it throws becomes the cause of an `UnfinishedError`. */
export async function orUnfinished<Result>(
	taskId: string | undefined,
	flags: JobFlags,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw new UnfinishedError(taskId, waitCommand(taskId, flags), error);
	}
}

/** The command that waits for a task and saves its video. */
export function waitCommand(taskId: string | undefined, flags: JobFlags): string {
	const { out = 'video.mp4', overwrite = false } = flags;
	const id = taskId ?? 'TASK_ID';
	const others = ['--out', out, ...(overwrite ? ['--overwrite'] : []), ...apiWords(flags)];
	return shellCommand(id.startsWith('-') ? ['wait', ...others, '--', id] : ['wait', id, ...others]);
}
