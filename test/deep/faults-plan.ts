import { apiKeys } from './faults-key.js';
import type { Random } from './faults-random.js';

/** How a callback behaves. */
export type Behaviour = 'none' | 'works' | 'waits' | 'throws' | 'hangs';

/** How the `fetch` of a client behaves. */
type FetchKind = 'platform' | 'unreachable' | 'deaf' | 'slow' | 'broken' | 'hiding';

/** What a run does. Times are in milliseconds. */
export interface Plan {
	readonly method: 'generate' | 'submit' | 'save' | 'batch';

	/** How many requests there are. */
	readonly count: number;
	readonly concurrency: number;
	readonly apiKey: string;
	readonly fetchKind: FetchKind;
	readonly requestTimeout: number;
	readonly interval: number;
	readonly deadline: number;

	/** When the call is aborted: before it, or after a time. Absent if it isn't. */
	readonly abortAfter: number | undefined;

	/** After how many outcomes the loop of a batch is left. Absent if it isn't. */
	readonly leaveAfter: number | undefined;
	readonly onSubmitting: Behaviour;
	readonly onSubmitted: Behaviour;
	readonly onProgress: Behaviour;
	readonly hooks: Behaviour;
	readonly includeBodies: boolean;
	readonly hasVersionInUrl: boolean;
	readonly isAsyncIterable: boolean;

	/** How many characters are sent beside the request. */
	readonly extra: number;
	readonly overwrites: boolean;
	readonly maxBytes: number | undefined;
}

/** Makes the plan of a run. */
export function planOf(random: Random): Plan {
	const method = random.pick(['generate', 'submit', 'save', 'save', 'batch', 'batch'] as const);
	const isLeft = method === 'batch' && random.chance(0.3);
	const behaviour = (): Behaviour =>
		random.weighted([
			[45, 'none'],
			[45, 'works'],
			[6, 'waits'],
			[2, 'throws'],
			[2, 'hangs'],
		]);
	const onSubmitted = behaviour();
	const count = method === 'batch' ? random.whole(1, 6) : 1;
	return {
		method,
		count,
		concurrency: random.whole(1, 4),
		apiKey: random.pick(apiKeys),
		fetchKind: random.weighted<FetchKind>([
			[60, 'platform'],
			[8, 'unreachable'],
			[5, 'deaf'],
			[5, 'slow'],
			[12, 'broken'],
			[10, 'hiding'],
		]),
		// The outcome of who leaves is not seen, so it must not be a timeout.
		requestTimeout: isLeft ? 2_000 : random.pick([80, 150, 300, 300]),
		interval: random.pick([1, 1, 5, 20]),
		deadline: random.pick([0, 40, 300, 600, 600]),
		abortAfter: random.chance(0.2) ? random.pick([0, 1, 3, 10, 40, 100, 300]) : undefined,
		leaveAfter: isLeft ? random.whole(0, count) : undefined,
		onSubmitting: behaviour(),
		// Who leaves a loop early learns the ids from this callback alone.
		onSubmitted: isLeft && onSubmitted === 'none' ? 'works' : onSubmitted,
		onProgress: behaviour(),
		hooks: behaviour(),
		includeBodies: random.chance(0.5),
		hasVersionInUrl: random.chance(0.3),
		isAsyncIterable: random.chance(0.5),
		extra: random.pick([0, 0, 10, 300_000]),
		overwrites: random.chance(0.3),
		maxBytes: random.chance(0.1) ? 10_000 : undefined,
	};
}
