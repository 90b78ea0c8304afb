/** A call of the API that is about to be made. The key isn't in it. */
export interface RequestEvent {
	readonly method: 'GET' | 'POST';
	readonly url: string;

	/** Which try of the same thing it is, from 1: of a submit, or which read of a wait. */
	readonly attempt: number;

	/** The task that is read. Absent where the call is a submit. */
	readonly taskId?: string;

	/** The JSON that is sent. Absent where the call is a read, and without `includeBodies`. */
	readonly requestBody?: string;
}

/** A call of the API that is over. */
export interface ResponseEvent extends RequestEvent {
	/** The HTTP status. Absent where no answer came. */
	readonly status?: number | undefined;

	/** Why no answer came, where the platform has a code for it, such as `ECONNRESET`. */
	readonly code?: string | undefined;

	/** What the API answered. Absent where no answer came, and without `includeBodies`. */
	readonly responseBody?: string | undefined;

	/** How long it took, the answer's body included, in milliseconds. */
	readonly duration: number;
}

/** Calls a hook without waiting for it. What it throws, at once or later, is dropped. */
export function emit<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
	void (async () => hook?.(event))().catch(() => undefined);
}
