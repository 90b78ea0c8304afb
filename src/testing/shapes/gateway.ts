import type { VideoRequest } from '../../request/types.js';
import type { Phase } from '../task-state.js';
import { arkRecord, arkSpellings } from './ark.js';
import { openAiVideo } from './new-api.js';
import { failureFields, failureText, type ShapeWriter, spell, type TaskView } from './shape.js';

/** The documented answers of the API: the gateway's record of the task, with Ark's record inside. */
export const starrise: ShapeWriter = {
	created: openAiVideo.created,
	task: (view) => ({ code: 'success', message: '', data: gatewayRecord(view) }),
	error: ({ type, ...failure }) =>
		failure.quoted > 0
			? { ...failureFields(failure), data: null }
			: { error: { message: failure.message, type, code: failure.code } },
};

/** The answers of an older version of the gateway: the whole database row, and only an id for a create. */
export const newApiTask: ShapeWriter = {
	created: ({ id }) => ({ task_id: id }),
	task: (view) => ({
		code: 'success',
		message: '',
		data: {
			id: 1,
			platform: 'volcengine',
			user_id: 1,
			group: 'default',
			channel_id: 1,
			quota: 0,
			...gatewayRecord(view),
		},
	}),
	error: (failure) => ({ ...failureFields(failure), data: null }),
};

/** The answers of Siray, a gateway that answers a create with an envelope. */
export const siray: ShapeWriter = {
	...newApiTask,
	created: ({ id }) => ({ code: 'success', message: '', data: { task_id: id } }),
};

const spellings = {
	waiting: 'NOT_START',
	queued: 'QUEUED',
	running: 'IN_PROGRESS',
	succeeded: 'SUCCESS',
	failed: 'FAILURE',
	cancelled: 'CANCELLED',
	expired: 'EXPIRED',
	unknown: 'UNKNOWN',
} as const satisfies Record<Phase, string>;

function gatewayRecord(view: TaskView): object {
	const { task, state, succeeded, createdAt, startedAt, finishedAt } = view;
	// The gateway repeats the URL in the field for the reason of a failure.
	const reason = state.failure ? failureText(state.failure) : '';
	return {
		task_id: task.id,
		action: actionOf(task.request),
		status: spell(state, spellings),
		progress: `${state.progress}%`,
		...(succeeded && { result_url: task.videoUrl }),
		fail_reason: succeeded ? task.videoUrl : reason,
		submit_time: createdAt,
		start_time: startedAt,
		finish_time: finishedAt,
		request_id: `request-${task.id}`,
		data: arkRecord(view, task.id.replace('asyntask_', 'cgt-'), arkSpellings[state.phase]),
	};
}

/** Returns the gateway's name for a mode. The names are documented, their meaning is not: this is a guess. */
function actionOf({ content }: VideoRequest): string {
	const has = (role: string): boolean => content.some((item) => 'role' in item && item.role === role);
	if (has('reference_video') || has('reference_audio')) return 'omniGenerate';
	if (has('reference_image')) return 'referenceGenerate';
	if (has('last_frame')) return 'firstTailGenerate';
	return 'generate';
}
