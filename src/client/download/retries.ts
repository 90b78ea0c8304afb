import type { DownloadError } from '../../errors/download-error.js';
import { backoff, type Backoff } from '../http/retry.js';
import type { VideoResult } from '../task/result.js';
import { pollingDefaults } from '../options.js';
import { originOf } from './origin.js';

/** The status that says that a file has no such range. */
export const rangeNotSatisfiable = 416;

/** Counts the attempts of a download, over its whole length: tells whether to make another one after a failure. */
export function attemptCounter(most: number): (error: DownloadError) => boolean {
	let failures = 0;
	return (error) => isTransient(error) && ++failures < most;
}

function isTransient({ status, code = '' }: DownloadError): boolean {
	if (status === undefined) return !permanentCodes.has(code) && !code.includes('CERT');
	// A part that doesn't continue what is there, and one that the file no longer has: the next attempt starts again.
	return status === 206 || status === rangeNotSatisfiable || transientStatuses.has(status) || status >= 500;
}

const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429]);
const permanentCodes: ReadonlySet<string> = new Set([
	'ENOTFOUND',
	'INVALID_URL',
	'TOO_MANY_REDIRECTS',
	'NOT_MP4',
	'TOO_LARGE',
	'DEADLINE',
]);

/** Whether the URL may have expired, so that the task has another one. */
export function isExpired({ status, code }: DownloadError): boolean {
	return expiredStatuses.has(status) || (status === 400 && code === 'ExpiredToken');
}

const expiredStatuses: ReadonlySet<number | undefined> = new Set([403, 404, 410]);

/** The pauses between two attempts: a file server may be asked again sooner than the API. */
export function backoffOf(result: VideoResult): Backoff {
	const { interval = shortest, maxInterval = pollingDefaults.maxInterval } = originOf(result)?.polling ?? {};
	return backoff({ interval: Math.min(interval, shortest), maxInterval });
}

const shortest = 1_000;
