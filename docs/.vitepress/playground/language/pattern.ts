/** Returns a sentence without its values, to compare it with another one about other values. */
export function pattern(sentence: string): string {
	return sentence
		.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '"…"')
		.replaceAll(/\{[^}]*\}/g, '{…}')
		.replaceAll(/@\w+/g, '@…')
		.replaceAll(/\d+(?:\.\d+)?/g, '0');
}
