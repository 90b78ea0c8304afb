import { systemClock } from '../client/clock.js';
import type { SubmittingEvent } from '../client/index.js';
import {
	ConfigurationError,
	isApiError,
	isCallbackError,
	isConfigurationError,
	isInvalidRequestError,
	isNetworkError,
	isTaskAbortedError,
	SubmitUncertainError,
} from '../errors/index.js';
import { messageOf } from '../errors/message-of.js';
import { safeCause } from '../errors/safe-cause.js';
import { StoreError } from '../errors/store-error.js';
import { formatValue } from '../rules.js';
import { refused, type JournalEntry, type SendingEntry } from './entry.js';
import type { Attempt, Journal } from './journal.js';
import { grace, mayBeginAgain } from './outcome.js';

/** One run of a submit: it claims an attempt before the request is sent, and records how the attempt ended. */
export interface Run {
	/** Claims the next attempt. Throws if the request must not be sent, or not by this run. */
	readonly begin: (event: SubmittingEvent) => Promise<void>;

	/** Returns the attempt that this run must not repeat; `undefined` if there is none. */
	readonly other: () => Attempt | undefined;

	/** Records that the task exists. @throws {StoreError} If the store fails. It has the id. */
	readonly succeed: (taskId: string) => Promise<void>;

	/** Records what `client.submit()` threw, and returns what to throw. */
	readonly fail: (thrown: unknown) => Promise<unknown>;
}

/** Creates a run for a key. */
export function createRun(journal: Journal, key: string): Run {
	const run = crypto.randomUUID();
	let other: Attempt | undefined;
	let claimed: Attempt<SendingEntry> | undefined;
	let problem: unknown;
	let isOver = false;

	/** Claims the attempt after the latest one, or sets `other`. */
	async function claim({ fingerprint, at, timeout }: SubmittingEvent): Promise<void> {
		const last = await journal.latest();
		if (last !== undefined && last.entry.fingerprint !== fingerprint) {
			throw new ConfigurationError('key', `${formatValue(key)} belongs to another request: use another key`);
		}
		if (last !== undefined && !mayBeginAgain(last.entry)) {
			other = last;
			return;
		}
		const number = (last?.number ?? 0) + 1;
		const own = { number, entry: { state: 'sending', fingerprint, run, at, timeout } } as const;
		try {
			if (await journal.claim(own, () => isOver)) {
				claimed = own;
				return;
			}
		} catch (error) {
			// The store may have claimed it and then failed: the attempt is given up, because nothing is sent.
			if (isOwn(await journal.read(number).catch(() => undefined))) claimed = own;
			throw error;
		}
		const entry = await journal.read(number);
		// The store may have claimed it and lost the answer, and then tried again.
		if (isOwn(entry)) claimed = own;
		else if (entry !== undefined) other = { number, entry };
		else throw inconsistent(`${key}:${number}`);
	}

	function isOwn(entry: JournalEntry | undefined): boolean {
		return entry?.state === 'sending' && entry.run === run;
	}

	/** Replaces the entry of the attempt. If that fails, the attempt counts as uncertain later: no request is sent again. */
	async function record({ number }: Attempt<SendingEntry>, entry: JournalEntry): Promise<void> {
		// The run may have been stopped for so long that the attempt was settled, with the id of a task.
		const now = await journal.read(number).catch(() => undefined);
		if (now?.state === 'submitted' || now?.state === 'done') return;
		await journal.write({ number, entry }).catch(() => undefined);
	}

	return {
		other: () => other,
		async begin(event) {
			const began = systemClock.now();
			try {
				await claim(event);
				const most = Math.min(event.timeout, grace);
				// Others would take the request for lost while it is still on its way.
				if (claimed !== undefined && systemClock.now() - began > most) throw tooLate(`${key}:${claimed.number}`, most);
			} catch (error) {
				problem = error;
				throw error;
			}
			if (other !== undefined) throw new Error('the request was sent already');
		},
		async succeed(taskId) {
			const { number, entry } = claimed!;
			const { fingerprint, at } = entry;
			await journal.write({ number, entry: { state: 'submitted', fingerprint, taskId, at } }, taskId);
		},
		async fail(thrown) {
			isOver = true;
			if (claimed === undefined) return problem ?? thrown;
			const { entry } = claimed;
			if (problem !== undefined || wasNotSent(thrown)) {
				await record(claimed, refused(entry, messageOf(problem ?? thrown)));
				return problem ?? thrown;
			}
			const error = thrown instanceof SubmitUncertainError ? thrown : lost(entry, thrown);
			const { fingerprint, sentAt, taskId, requestId } = error;
			const reason = messageOf(error.cause);
			await record(claimed, { state: 'uncertain', fingerprint, sentAt, reason, taskId, requestId });
			return error;
		},
	};
}

/** Whether an error of `client.submit()` proves that no task exists. */
function wasNotSent(error: unknown): boolean {
	if (isInvalidRequestError(error) || isConfigurationError(error)) return true;
	const isRefusal = isApiError(error) || isNetworkError(error) || isCallbackError(error) || isTaskAbortedError(error);
	return isRefusal && error.taskId === undefined;
}

/** The error for something that no client of this library throws. */
function lost({ fingerprint, at }: SendingEntry, thrown: unknown): SubmitUncertainError {
	return new SubmitUncertainError({ request: {}, sentAt: at, fingerprint, cause: safeCause(thrown) });
}

function tooLate(key: string, most: number): StoreError {
	const cause = new Error(`it took too long, more than ${most} ms: the store was slow, or the process was stopped`);
	return new StoreError({ operation: 'claim', key, cause });
}

function inconsistent(key: string): StoreError {
	const cause = new TypeError('claim() found a value, and get() found none');
	return new StoreError({ operation: 'get', key, cause });
}
