/** A text, possibly empty; otherwise `undefined`. */
export function toText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** A non-empty text, from a text or a number; otherwise `undefined`. */
export function toLabel(value: unknown): string | undefined {
	return typeof value === 'number' ? String(value) : toText(value) || undefined;
}

/** The most characters that are kept of a code, a status or a trace id. */
export const longestLabel = 200;

/** A label, cut to {@link longestLabel} characters: for what enters messages as it is. */
export function toShortLabel(value: unknown): string | undefined {
	return toLabel(value)?.slice(0, longestLabel);
}

/** An id, from a text or a safe integer: JSON rounds larger numbers, which could be the id of another task. */
export function toId(value: unknown): string | undefined {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
	const id = toLabel(value)?.trim();
	return id && !unusable.test(id) ? id : undefined;
}

// The steps `.` and `..` of a path lead elsewhere, and a lone surrogate has no place in a URL.
const unusable = /^\.\.?$|\p{Surrogate}/u;

/** An http(s) URL, without the white space around it; otherwise `undefined`. */
export function toLink(value: unknown): string | undefined {
	const text = toText(value)?.trim();
	return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

/** A finite number, from a number or a text; otherwise `undefined`. */
export function toNumber(value: unknown): number | undefined {
	const number = typeof value === 'number' ? value : Number(toLabel(value) ?? Number.NaN);
	return Number.isFinite(number) ? number : undefined;
}

/** A share from 0 to 1, from `"50%"`, `"50"` or `50`; otherwise `undefined`. */
export function toShare(value: unknown): number | undefined {
	const percent = toNumber(typeof value === 'string' ? value.replace(/%\s*$/, '') : value);
	return percent === undefined ? undefined : Math.min(Math.max(percent / 100, 0), 1);
}

/** Unix milliseconds, from Unix seconds, milliseconds or a date; otherwise `undefined`, also for 0, which means "not yet". */
export function toTime(value: unknown): number | undefined {
	const stamp = toNumber(value) ?? Date.parse(toText(value) ?? '');
	const milliseconds = stamp < firstMilliseconds ? stamp * 1000 : stamp;
	return milliseconds > 0 && milliseconds <= lastMilliseconds ? milliseconds : undefined;
}

// As seconds, this is the year 5138; as milliseconds, 1973.
const firstMilliseconds = 1e11;

// The largest Date is 8.64e15. This leaves room to add a day.
const lastMilliseconds = 8e15;
