import type { Answer } from './faults-answers.js';
import type { Delivered } from './faults-wire.js';

/** One create, as the server knows it. */
export interface CreateRecord {
	/** The position of the request in its run. */
	readonly index: number;

	/** What was answered. Absent if nothing was. */
	answer?: Answer;
	delivered?: Delivered;

	/** Whether all that was to be sent has been sent. */
	isSent: boolean;

	/** Whether the `fetch` of the run kept the answer from the client. */
	isHidden: boolean;

	/** When the client must have received the whole id of the task. Absent if it hasn't. */
	idArrivedAt?: number;
}

/**
 * Whether a create proves that it made no task. Written by the rules of the API and of HTTP alone: the client must not be surer
 * than this.
 */
export function provesNoTask(create: CreateRecord): boolean {
	const { answer } = create;
	if (answer === undefined || !isWhole(create) || hasVisibleId(create)) return false;
	if (answer.status < 300) return isReadable(create) && answer.code !== undefined;
	if (answer.status === 503) return isReadable(create) && notAccepted.has(answer.code ?? '');
	return isRefusal(answer.status);
}

/** Whether a create may be sent again: it made no task, and the next one may do better. */
export function mayBeRepeated(create: CreateRecord): boolean {
	const { status, code } = create.answer ?? {};
	if (!provesNoTask(create) || !isReadable(create)) return false;
	return status === 429 || (status === 503 && code === 'asset_copy_not_ready');
}

/** Whether the whole id of a task is within the part of the answer that a client can receive. */
export function hasVisibleId({ answer, delivered }: CreateRecord): boolean {
	return answer?.task !== undefined && delivered !== undefined && answer.task.end <= delivered.visible;
}

function isWhole({ delivered, isSent, isHidden }: CreateRecord): boolean {
	return isSent && !isHidden && delivered?.isComplete === true;
}

/** Whether the body is JSON as it was received: a wrong length can end it early. */
function isReadable({ answer, delivered }: CreateRecord): boolean {
	return answer?.isJson === true && delivered?.visible === answer.body.byteLength;
}

/** No server of a model was found; the asset is refused until it is ready. */
const notAccepted: ReadonlySet<string> = new Set(['model_not_found', 'asset_copy_not_ready']);

/** A permanent redirect, and the client errors: who answers one has not acted. */
function isRefusal(status: number): boolean {
	return status === 301 || status === 308 || (status >= 400 && status < 500 && !doubtful.has(status));
}

/** A timeout, a conflict with what exists, a request that came too early, and a client that went away. */
const doubtful: ReadonlySet<number> = new Set([408, 409, 425, 460, 499]);
