import { spec } from '../../spec.js';
import { framesPerSecond } from '../media/h264.js';
import type { Phase } from '../task-state.js';
import { failureFields, type ShapeWriter, spell, type TaskView, unixSeconds } from './shape.js';

/** The flat answers in the documentation of New API. */
export const newApi: ShapeWriter = {
	created: ({ id }) => ({ task_id: id, status: 'queued' }),
	task: (view) => ({
		task_id: view.task.id,
		status: spell(view.state, spellings),
		...(view.succeeded && { url: view.task.videoUrl, format: 'mp4' }),
		metadata: {
			duration: view.output.seconds,
			fps: framesPerSecond,
			width: view.output.width,
			height: view.output.height,
			seed: 0,
		},
		...errorOf(view),
	}),
	error: (failure) => ({ ...failureFields(failure), data: null }),
};

/** The gateway's answers in the format of OpenAI's video API. */
export const openAiVideo: ShapeWriter = {
	created: (task) => ({
		id: task.id,
		task_id: task.id,
		object: 'video',
		model: spec.model,
		status: 'queued',
		progress: 0,
		created_at: unixSeconds(task.createdAt),
	}),
	task: (view) => ({
		id: view.task.id,
		task_id: view.task.id,
		object: 'video',
		model: spec.model,
		status: spell(view.state, spellings),
		progress: view.state.progress,
		created_at: view.createdAt,
		...(view.finishedAt > 0 && { completed_at: view.finishedAt }),
		...(view.succeeded && { metadata: { url: view.task.videoUrl } }),
		...errorOf(view),
	}),
	error: ({ type, ...failure }) => ({ error: { ...failureFields(failure), type } }),
};

const spellings = {
	waiting: 'queued',
	queued: 'queued',
	running: 'in_progress',
	succeeded: 'completed',
	failed: 'failed',
	cancelled: 'cancelled',
	expired: 'expired',
	unknown: 'unknown',
} as const satisfies Record<Phase, string>;

function errorOf({ state: { failure } }: TaskView): object {
	return failure ? { error: failureFields(failure) } : {};
}
