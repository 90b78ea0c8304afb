/** An API call that is about to be sent, without the key. */
export interface RequestEvent {
	readonly method: 'GET' | 'POST';
	readonly url: string;

	/** The number of the attempt, from 1: of a submit, or of the reads of a wait. */
	readonly attempt: number;

	/** The task that is read. Absent for a submit. */
	readonly taskId?: string;

	/** The JSON that is sent. Absent for a read, and without `includeBodies`. */
	readonly requestBody?: string;
}

/** An API call that has ended. */
export interface ResponseEvent extends RequestEvent {
	/** The HTTP status. Absent if no answer arrived. */
	readonly status?: number | undefined;

	/** Why no answer arrived, such as `ECONNRESET` or `TIMEOUT`. Absent if the platform has no code for it. */
	readonly code?: string | undefined;

	/** The answer of the API. Absent if none arrived, and without `includeBodies`. */
	readonly responseBody?: string | undefined;

	/** How long the call took, including the body of the answer, in milliseconds. */
	readonly duration: number;
}

/** Calls a hook without waiting for it, and ignores its errors. */
export function emit<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
	void (async () => hook?.(event))().catch(() => undefined);
}
