/** A video that is served, whole or not: {@link served} makes it. */
export interface Served extends ServedOptions {
	readonly kind: 'served';
}

/** What {@link served} takes. Shares are of the bytes that were asked for, from 0 to 1. */
export interface ServedOptions {
	/** The connection drops after this share. */
	readonly dropAt?: number | undefined;

	/** The body ends after this share, though a greater length was announced. */
	readonly endAt?: number | undefined;
}

/** The video is served: all of it, or with `served({ dropAt: 0.5 })` half of it. */
export function served(options: ServedOptions = {}): Served {
	return { kind: 'served', ...options };
}
