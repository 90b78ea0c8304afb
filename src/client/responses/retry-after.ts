/**
 * Parses `Retry-After`, in seconds or as a date, into milliseconds. For errors and for the pause that a batch shares; ky
 * parses it for its own retries.
 */
export function retryAfter(headers: Headers): number | undefined {
	const value = headers.get('retry-after')?.trim();
	if (!value) return undefined;
	const milliseconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}
