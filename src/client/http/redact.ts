/** Replaces the API key in a text with `[api key]`. */
export type Redact = (text: string) => string;

/**
 * Makes a function that replaces the key, in whatever form JSON writes it. Used on all that enters an error, a hook or a
 * snapshot, because an API may quote the key in its answer.
 */
export function redactor(apiKey: string): Redact {
	if (apiKey.length < shortestSecret) return (text) => text;
	const written = asWritten(apiKey);
	return (text) => text.replace(written, '[api key]');
}

// No real key is this short, and a placeholder such as "test" may be part of any text.
const shortestSecret = 8;

/** Matches a text in JSON, or in JSON within JSON: `/` may be `\/`, `\u002f` or `\\u002F`. */
function asWritten(text: string): RegExp {
	const characters = Array.from(text, (character) => {
		const code = character.charCodeAt(0).toString(16).padStart(4, '0');
		// Bounded: a long run of backslashes would be searched again from each of them.
		return `\\\\{0,15}(?:\\u${code}|u${code})`;
	});
	return new RegExp(characters.join(''), 'gi');
}
