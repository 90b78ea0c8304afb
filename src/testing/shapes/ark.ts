import { spec } from '../../spec.js';
import { framesPerSecond } from '../h264.js';
import type { Phase } from '../timeline.js';
import { failureFields, type ShapeWriter, spell, type TaskView } from './shape.js';

/** The model's own record of a task, flat, as its maker answers and some gateways pass on. */
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

/** The maker's spellings. */
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

/** The record alone, under the id and status that it has in its place. */
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
