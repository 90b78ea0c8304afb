import type { VideoRequest } from '../request/types.js';
import { spec } from '../spec.js';
import { type EmulatedTask, outputOf } from './emulated-task.js';
import { framesPerSecond } from './h264.js';
import type { TaskState } from './timeline.js';

/** The answer to a create request. */
export function createdAnswer(task: EmulatedTask): Response {
	return Response.json({
		id: task.id,
		task_id: task.id,
		object: 'video',
		model: spec.model,
		status: 'queued',
		progress: 0,
		created_at: unixSeconds(task.createdAt),
	});
}

/** The answer to a query, `elapsed` milliseconds after the task was created. */
export function taskAnswer(task: EmulatedTask, elapsed: number): Response {
	const state = task.timeline(elapsed);
	const succeeded = state.status === 'SUCCESS';
	const moment = (after: number | undefined): number => (after === undefined ? 0 : unixSeconds(task.createdAt + after));
	return Response.json({
		code: 'success',
		message: '',
		data: {
			task_id: task.id,
			action: actionOf(task.request),
			status: state.status,
			progress: `${state.progress}%`,
			...(succeeded && { result_url: task.videoUrl }),
			// On success the gateway repeats the URL where the reason of a failure would be.
			fail_reason: succeeded ? task.videoUrl : '',
			submit_time: moment(0),
			start_time: moment(state.startedAfter),
			finish_time: moment(state.finishedAfter),
			request_id: `request-${task.id}`,
			data: upstreamTask(task, state, moment(elapsed)),
		},
	});
}

/** A refusal in the API's own words, as its documentation shows them. */
export function errorAnswer(status: number, type: string, code: string, message: string): Response {
	return Response.json({ error: { message, type, code } }, { status });
}

/** A refusal in the words of the gateway's task layer. */
export function refusalAnswer(code: string, message: string): Response {
	return Response.json({ code, message, data: null }, { status: 400 });
}

/** The model's own record of the task, which the gateway passes on. */
function upstreamTask(task: EmulatedTask, state: TaskState, updatedAt: number): object {
	const { width, height, ratio, seconds } = outputOf(task.request);
	const tokens = Math.ceil((width * height * framesPerSecond * seconds) / 1024);
	const succeeded = state.status === 'SUCCESS';
	return {
		id: task.id.replace('asyntask_', 'cgt-'),
		model: spec.model,
		status: upstreamStatus[state.status],
		created_at: unixSeconds(task.createdAt),
		updated_at: updatedAt,
		resolution: task.request.resolution,
		ratio,
		duration: seconds,
		framespersecond: framesPerSecond,
		generate_audio: task.request.generate_audio ?? spec.defaults.generate_audio,
		...(succeeded && {
			content: { video_url: task.videoUrl, ...(task.lastFrameUrl && { last_frame_url: task.lastFrameUrl }) },
			usage: { completion_tokens: tokens, total_tokens: tokens },
		}),
	};
}

const upstreamStatus = {
	NOT_START: 'queued',
	QUEUED: 'queued',
	IN_PROGRESS: 'running',
	SUCCESS: 'succeeded',
} as const satisfies Record<TaskState['status'], string>;

/** The gateway's name for a mode. The names are documented, what each stands for is not: this is a guess. */
function actionOf({ content }: VideoRequest): string {
	const has = (role: string): boolean => content.some((item) => 'role' in item && item.role === role);
	if (has('reference_video') || has('reference_audio')) return 'omniGenerate';
	if (has('reference_image')) return 'referenceGenerate';
	if (has('last_frame')) return 'firstTailGenerate';
	return 'generate';
}

function unixSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
