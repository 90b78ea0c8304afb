import { readOptions } from '../../errors/read-options.js';

/** A download that is served, in whole or in part. Made by {@link served}. */
export interface Served extends ServedOptions {
	readonly kind: 'served';
}

/** Options of {@link served}. Each is a share of the requested bytes, from 0 to 1. */
export interface ServedOptions {
	/** The connection breaks after this share. */
	readonly dropAt?: number | undefined;

	/** The body ends after this share, although `Content-Length` announces all bytes. */
	readonly endAt?: number | undefined;
}

/** Serves a video: all of it, or with `served({ dropAt: 0.5 })` the first half. */
export function served(options?: ServedOptions): Served {
	return { kind: 'served', ...readOptions('options', options, ({ dropAt, endAt }) => ({ dropAt, endAt })) };
}
