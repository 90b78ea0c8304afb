import type { Answer, Language, Question } from './messages.js';

/** The state of the language service: what the page says beside the editor. */
export type LanguageState = 'starting' | 'ready' | 'restarting' | 'failed';

/** The language service in a worker. */
export interface LanguageConnection {
	/**
	 * Asks the service.
	 *
	 * @throws {Error} If the worker fails or doesn't answer in time. It is then started again, so that the next question is answered.
	 */
	ask<Method extends keyof Language>(
		method: Method,
		...args: Parameters<Language[Method]>
	): Promise<ReturnType<Language[Method]>>;

	/** Ends the worker. */
	close(): void;
}

/** How a connection is made. */
export interface ConnectionOptions {
	/** Starts a worker. */
	readonly start: () => Worker;

	/** Runs when the state changes. */
	readonly onState: (state: LanguageState) => void;

	/**
	 * How long the worker may take to start, in milliseconds.
	 *
	 * @default 60_000
	 */
	readonly startWithin?: number;

	/**
	 * How long an answer may take, in milliseconds.
	 *
	 * @default 8_000
	 */
	readonly answerWithin?: number;
}

interface Pending {
	readonly resolve: (value: never) => void;
	readonly reject: (error: Error) => void;
	readonly timer: ReturnType<typeof setTimeout>;
}

/** Connects to the language service. A worker that doesn't answer in time is replaced by a new one; one that can't start is not. */
export function connectLanguage({
	start,
	onState,
	startWithin = 60_000,
	answerWithin = 8_000,
}: ConnectionOptions): LanguageConnection {
	const pending = new Map<number, Pending>();
	let lastId = 0;
	let stop = (): void => {};
	let ready = connect('starting');

	function connect(state: LanguageState): Promise<Worker> {
		onState(state);
		const worker = start();
		const started = new Promise<Worker>((resolve, reject) => {
			const fail = (): void => {
				onState('failed');
				reject(new Error(notStarted));
				stop();
			};
			const timer = setTimeout(fail, startWithin);
			stop = () => {
				clearTimeout(timer);
				worker.terminate();
				rejectAll(notAnswered);
				reject(new Error(notAnswered));
			};
			worker.addEventListener('error', fail);
			worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
				if (data.type === 'ready') {
					clearTimeout(timer);
					onState('ready');
					resolve(worker);
				} else settle(data);
			});
		});
		// Who asks gets the error.
		started.catch(() => {});
		return started;
	}

	function settle(answer: Exclude<Answer, { type: 'ready' }>): void {
		const asked = pending.get(answer.id);
		if (!asked) return;
		clearTimeout(asked.timer);
		pending.delete(answer.id);
		if (answer.type === 'answer') asked.resolve(answer.value as never);
		else asked.reject(new Error(answer.message));
	}

	function rejectAll(message: string): void {
		for (const { reject, timer } of pending.values()) {
			clearTimeout(timer);
			reject(new Error(message));
		}
		pending.clear();
	}

	return {
		async ask(method, ...args) {
			const worker = await ready;
			return new Promise((resolve, reject) => {
				const id = ++lastId;
				const timer = setTimeout(() => {
					stop();
					ready = connect('restarting');
				}, answerWithin);
				pending.set(id, { resolve, reject, timer });
				worker.postMessage({ id, method, args } satisfies Question, []);
			});
		},
		close() {
			stop();
		},
	};
}

const notStarted = 'the types did not load: reload the page, or allow module workers in the browser';
const notAnswered = 'the compiler did not answer in time and starts again: change the program';
