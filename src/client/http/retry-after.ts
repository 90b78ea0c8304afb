/** How long a server asks to be left alone, in milliseconds: `Retry-After`, in seconds or as a date. */
export function retryAfter(headers: Headers): number | undefined {
	const value = headers.get('retry-after')?.trim();
	if (!value) return undefined;
	const milliseconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}
