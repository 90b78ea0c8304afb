import type { Buildable, VideoRequest } from '../../request/types.js';
import type { ResultOf } from '../task/result.js';

/** The outcome of one request of a batch. */
export type Settled<Request = VideoRequest | Buildable> = Fulfilled<Request> | Rejected<Request>;

/** The outcome of a request whose video was generated. */
export interface Fulfilled<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'fulfilled';
	readonly value: ResultOf<Request>;
}

/** The outcome of a request that failed. */
export interface Rejected<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'rejected';

	/** The error that `generate()` would have thrown. */
	readonly reason: unknown;
}

interface SettledRequest<Request> {
	/** The position of the request among all, from 0. */
	readonly index: number;
	readonly request: Request;

	/** The id of the task, which is paid for. Absent if the request was refused or never sent, or no id arrived. */
	readonly taskId?: string;
}
