import { spec } from '../../spec.js';
import { framesPerSecond } from '../media/h264.js';
import type { Phase } from '../task-state.js';
import { failureFields, type ShapeWriter, spell, type TaskView } from './shape.js';

/** The answers of Ark, the API of the model's maker: a flat record. Some gateways pass them on. */
export const ark: ShapeWriter = {
	created: ({ id }) => ({ id }),
	task(view) {
		const { failure } = view.state;
		return {
			...arkRecord(view, view.task.id, spell(view.state, arkSpellings)),
			error: failure ? failureFields(failure) : null,
		};
	},
	error: ({ type, ...failure }) => ({ error: { ...failureFields(failure), param: '', type } }),
};

/** Ark's status texts. */
export const arkSpellings = {
	waiting: 'queued',
	queued: 'queued',
	running: 'running',
	succeeded: 'succeeded',
	failed: 'failed',
	cancelled: 'cancelled',
	expired: 'expired',
	unknown: 'unknown',
} as const satisfies Record<Phase, string>;

/** Returns Ark's record of a task, with the given id and status. Gateways nest it in their own record. */
export function arkRecord(
	{ task, succeeded, output, tokens, createdAt, now }: TaskView,
	id: string,
	status: string,
): object {
	return {
		id,
		model: spec.model,
		status,
		created_at: createdAt,
		updated_at: now,
		resolution: task.request.resolution,
		ratio: output.ratio,
		duration: output.seconds,
		framespersecond: framesPerSecond,
		generate_audio: task.request.generate_audio ?? spec.defaults.generate_audio,
		...(succeeded && {
			content: { video_url: task.videoUrl, ...(task.lastFrameUrl && { last_frame_url: task.lastFrameUrl }) },
			usage: { completion_tokens: tokens, total_tokens: tokens },
		}),
	};
}
