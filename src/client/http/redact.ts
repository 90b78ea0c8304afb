/** Replaces the API key in a text with `[api key]`. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces the key, however it is written: plain, escaped in JSON, in a URL or in HTML, or in base64. Used
 * on all that enters an error, a hook or a snapshot, because an API may quote the key in its answer.
 */
export function redactor(apiKey: string): Redact {
	if (apiKey.length < shortestSecret) return (text) => text;
	const escaped = new RegExp(Array.from(apiKey, asWritten).join(''), 'gi');
	const encoded = new RegExp(inBase64(apiKey).join('|'), 'g');
	return (text) => text.replace(escaped, replacement).replace(encoded, replacement);
}

/** Copies plain data without the key, in names of fields too. */
export function redactData<Data>(data: Data, redact: Redact): Data {
	const copy = (value: unknown): unknown => {
		if (typeof value === 'string') return redact(value);
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map(copy);
		return Object.fromEntries(Object.entries(value).map(([name, field]) => [redact(name), copy(field)]));
	};
	return copy(data) as Data;
}

/** What stands in the place of the key. */
export const replacement = '[api key]';

// No real key is this short, and a placeholder such as "test" may be part of any text.
const shortestSecret = 8;

/** Matches a character, plain or escaped: `/` may be `\\/`, `\\u002f` or `\\\\u002F` in JSON, `%2F` in a URL, `&#47;` or `&#47` in HTML. */
function asWritten(character: string): string {
	const code = character.charCodeAt(0);
	const hex = code.toString(16);
	const named = htmlNames[character];
	return (
		// Bounded: a long run of backslashes would be searched again from each of them.
		`(?:\\\\{0,15}(?:\\u${hex.padStart(4, '0')}|u${hex.padStart(4, '0')})` +
		`|%(?:25){0,3}${hex.padStart(2, '0')}|&#0{0,5}${code};?|&#x0{0,5}${hex};?${named ? `|&${named};?` : ''})`
	);
}

const htmlNames: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', "'": 'apos', '<': 'lt', '>': 'gt' };

/** The key in base64, by its position in a longer text: of the first and last character only what doesn't depend on its neighbours. */
function inBase64(apiKey: string): string[] {
	return [0, 1, 2].flatMap((offset) => {
		const all = btoa(' '.repeat(offset) + apiKey);
		const first = Math.ceil((offset * 8) / 6);
		const last = Math.floor(((offset + apiKey.length) * 8) / 6);
		const text = all.slice(first, last);
		const safe = text.replaceAll('+', '-').replaceAll('/', '_');
		return (text === safe ? [text] : [text, safe]).map((one) => one.replace(/[+/]/g, '\\$&'));
	});
}
