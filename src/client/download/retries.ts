import type { DownloadError } from '../../errors/download-error.js';
import { backoff, type Backoff } from '../http/retry.js';
import type { VideoResult } from '../task/result.js';
import { originOf } from './origin.js';

/** The status that says that a file has no such range. */
export const rangeNotSatisfiable = 416;

/** Counts the attempts of a download, over its whole length. */
export function attemptCounter(most: number): (error: DownloadError) => boolean {
	let failures = 0;
	return ({ status }) => {
		const isTransient = transientStatuses.has(status) || Number(status) >= 500;
		return isTransient && ++failures < most;
	};
}

const transientStatuses: ReadonlySet<number | undefined> = new Set([undefined, 408, 425, 429, rangeNotSatisfiable]);

/** The pauses between two attempts: a file server may be asked again sooner than the API. */
export function backoffOf(result: VideoResult): Backoff {
	const { interval = shortest, maxInterval = 15_000 } = originOf(result)?.polling ?? {};
	return backoff({ interval: Math.min(interval, shortest), maxInterval });
}

const shortest = 1_000;
