import { ApiError } from '../../errors/api-error.js';
import { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';

/** Stops a batch when more submits would only lose money or be refused. */
export interface Brake {
	/** Aborts when the batch stops. Its reason is the error that stopped it. */
	readonly signal: AbortSignal;

	/**
	 * Runs a submit and takes note of its outcome. As long as the latest outcome is uncertain, a submit waits until those on their
	 * way could not make more than {@link mostUncertain} in a row together with it.
	 */
	run<T>(submit: () => Promise<T>): Promise<T>;
}

/** Makes a brake. After an abort of `signal`, a submit is uncertain because of the caller, and doesn't count. */
export function createBrake(signal: AbortSignal | undefined): Brake {
	const controller = new AbortController();
	let uncertainInARow = 0;
	let onTheirWay = 0;
	const waiting: (() => void)[] = [];

	function note(error: unknown): void {
		if (signal?.aborted) return;
		if (error instanceof SubmitUncertainError) uncertainInARow += 1;
		// Other errors say nothing about the API: no request has reached it.
		else if (error === undefined || error instanceof ApiError) uncertainInARow = 0;
		const isHopeless = error instanceof ApiError && (error.kind === 'auth' || error.kind === 'billing');
		if (isHopeless || uncertainInARow === mostUncertain) controller.abort(error);
	}

	/** Whether a submit has to wait. It does only while others are on their way, and is woken when one of them ends. */
	const hasToWait = (): boolean =>
		uncertainInARow > 0 &&
		onTheirWay > 0 &&
		uncertainInARow + onTheirWay >= mostUncertain &&
		!controller.signal.aborted;

	return {
		signal: controller.signal,
		async run(submit) {
			while (hasToWait()) await new Promise<void>((resolve) => waiting.push(resolve));
			onTheirWay += 1;
			try {
				const created = await submit();
				note(undefined);
				return created;
			} catch (error) {
				note(error);
				throw error;
			} finally {
				onTheirWay -= 1;
				for (const wake of waiting.splice(0)) wake();
			}
		},
	};
}

const mostUncertain = 3;
