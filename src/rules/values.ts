/** Formats a value for a sentence: text is quoted and truncated, a list or an object is named by its type. */
export function formatValue(value: unknown): string {
	if (typeof value === 'string') return JSON.stringify(truncate(value, 40));
	if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
		return String(value);
	if (isList(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Tells whether a value is a list. A revoked proxy is none: `Array.isArray` would throw. */
export function isList(value: unknown): value is readonly unknown[] {
	try {
		return Array.isArray(value);
	} catch {
		return false;
	}
}

/** Truncates a text to a length that fits a message. */
export function truncate(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** The type of {@link listed}. */
export type Listed<Values extends readonly string[]> = Values extends readonly [
	infer First extends string,
	...infer Rest extends readonly string[],
]
	? Rest extends readonly []
		? First
		: Rest extends readonly [infer Last extends string]
			? `${First} or ${Last}`
			: `${First}, ${Listed<Rest>}`
	: string;

/** Lists values as prose: `720p, 1080p or 2k`. */
export function listed(values: readonly unknown[], conjunction: 'or' | 'and' = 'or'): string {
	return values.map((value, index) => `${separator(index, values.length, conjunction)}${String(value)}`).join('');
}

/** What stands in prose before an item of a list. */
export function separator(index: number, count: number, conjunction: 'or' | 'and'): string {
	if (index === 0) return '';
	return index === count - 1 ? ` ${conjunction} ` : ', ';
}
