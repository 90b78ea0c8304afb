/** A text, an empty one included; `undefined` where it is none. */
export function toText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** A text with something in it, from a text or a number; `undefined` where it is none. */
export function toLabel(value: unknown): string | undefined {
	return typeof value === 'number' ? String(value) : toText(value) || undefined;
}

/** An id, from a text or a number that JSON has kept whole: beyond 2 ** 53 it is rounded to another's. */
export function toId(value: unknown): string | undefined {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
	return toLabel(value)?.trim() || undefined;
}

/** An http(s) URL; `undefined` where it is none. */
export function toLink(value: unknown): string | undefined {
	const text = toText(value);
	return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

/** A finite number, from a number or its digits, because numbers come as texts at times; `undefined` where it is none. */
export function toNumber(value: unknown): number | undefined {
	const number = typeof value === 'number' ? value : Number(toLabel(value) ?? Number.NaN);
	return Number.isFinite(number) ? number : undefined;
}

/** A share from 0 to 1, from `"50%"`, `"50"` or `50`; `undefined` where it is none. */
export function toShare(value: unknown): number | undefined {
	const percent = toNumber(typeof value === 'string' ? value.replace(/%\s*$/, '') : value);
	return percent === undefined ? undefined : Math.min(Math.max(percent / 100, 0), 1);
}

/** Unix milliseconds, from Unix seconds or milliseconds or a date; `undefined` for none, and for 0, which stands for "not yet". */
export function toTime(value: unknown): number | undefined {
	const stamp = toNumber(value) ?? Date.parse(toText(value) ?? '');
	const milliseconds = stamp < firstMilliseconds ? stamp * 1000 : stamp;
	return milliseconds > 0 && milliseconds <= lastMilliseconds ? milliseconds : undefined;
}

// As seconds, it is the year 5138; as milliseconds, 1973.
const firstMilliseconds = 1e11;

// Near the end of what a Date can hold, with room for a day to be added.
const lastMilliseconds = 8e15;
